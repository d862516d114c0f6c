package import FactRepository
package import Facts
import Testing

/// A report made of sentences, each of which states one claim.
package struct News: Hashable {
    package let name: String
    package var sentences: [Sentence]
    package var title: String?
    /// Whether claims come with the places of their quotations.
    package var isPlaced = false

    package init(_ name: String, _ sentences: [Sentence], title: String? = nil) {
        self.name = name
        self.sentences = sentences
        self.title = title
    }

    /// A sentence that is one claim.
    package struct Sentence: Hashable {
        package let subject: String
        package let predicate: String
        package let object: String

        package init(_ subject: String, _ predicate: String, _ object: String) {
            self.subject = subject
            self.predicate = predicate
            self.object = object
        }

        package var text: String { "\(subject) \(predicate) \(object)." }
    }

    package var reportName: ReportName { get throws { try #require(ReportName(name)) } }

    package var text: [UInt8] { Array(sentences.map(\.text).joined(separator: " ").utf8) }

    package var report: Report {
        get throws {
            var record = ReportRecord(name: try reportName, text: text)
            record.title = title
            return Report(record: record, text: text)
        }
    }

    /// What an extractor reads; all read the same but for how certain it sounds to them.
    package func claims(by extractor: String) throws -> ReadClaims {
        let anchor = QuoteAnchor(text: text)
        var claims: [AnchoredClaim] = []
        var start = 0
        for sentence in sentences {
            claims.append(try #require(AnchoredClaim(try stated(sentence, extractor, at: start), in: anchor)))
            start += sentence.text.utf8.count + 1
        }
        return ReadClaims(extractor: try #require(ExtractorFingerprint(extractor)), claims: claims)
    }

    private func stated(_ sentence: Sentence, _ extractor: String, at start: Int) throws -> StatedClaim {
        var claim = StatedClaim(
            report: try reportName, subject: .plain(sentence.subject), predicate: sentence.predicate)
        claim.object = .plain(sentence.object)
        claim.certainty = extractor == "desk@1" ? .certain : .probable
        claim.evidence = [.init(quote: sentence.text, start: isPlaced ? start : nil)]
        return claim
    }
}

/// A report without text, as from a table, with a claim for each subject.
package struct Ledger {
    package let name: String
    package let subjects: [String]
    package var predicate = "counts"
    /// Those of the subjects of which it denies it.
    package let denied: Set<String>

    package init(_ name: String, _ subjects: [String], denied: Set<String> = []) {
        self.name = name
        self.subjects = subjects
        self.denied = denied
    }

    package var reportName: ReportName { get throws { try #require(ReportName(name)) } }

    /// Adds the ledger to a recording.
    package func add(to recording: inout Recording) throws {
        let name = try reportName
        let claims = subjects.map { subject in
            var claim = StatedClaim(report: name, subject: .entity(subject), predicate: predicate)
            claim.object = .plain("7")
            if denied.contains(subject) { claim.polarity = .denied }
            return AnchoredClaim(stated: claim, evidence: [])
        }
        recording.reports.append(Report(record: ReportRecord(name: name, text: []), text: []))
        recording.claims[name] = ReadClaims(extractor: .unnamed, claims: claims)
    }
}
