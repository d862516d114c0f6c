import Extraction
import FactDiff
import Facts

/// The claims of one file as a side of a comparison.
struct ComparedFile {
    let side: Side
    let refusals: [String]

    /// Reads a file by itself.
    init(_ path: String, _ vocabulary: Vocabulary) throws {
        let file = try ClaimsFile.read(path)
        self.init(file, path, file.byReport.values.joined().map { vocabulary.read(unchecked: $0.claim) }, vocabulary)
    }

    /// The claims of a file, read.
    ///
    /// - Parameter texts: what stands for the bytes of reports.
    init(
        _ file: ClaimsFile, _ path: String, _ claims: [Claim], _ vocabulary: Vocabulary,
        texts: [ReportName: [UInt8]] = [:]
    ) {
        let facts = Dictionary(grouping: Set(claims), by: \.fact).compactMap {
            Fact(id: $0.key, claims: Array($0.value))
        }
        var records: [ReportName: ReportRecord] = [:]
        for name in file.byReport.keys {
            var record = ReportRecord(name: name, text: texts[name] ?? [])
            record.extractor = file.fingerprint
            records[name] = record
        }
        var provenance = Provenance(reports: records, vocabulary: vocabulary)
        provenance.isOfClaimsOnly = true
        side = Side(facts: facts, provenance: provenance)
        refusals = file.problems.map { $0.sentence(in: path) }
    }
}

/// Two files of claims as the sides of a comparison.
///
/// A report that is not quoted in either is a table, and its claims stand for its bytes. Since an extractor reads the same bytes
/// alike, a table of which one extractor says anything else is another table; of two extractors only the words are held against
/// one another, not what each made of them.
struct ComparedFiles {
    let before: Side
    let after: Side
    let refusals: [String]

    init(_ before: String, _ after: String, _ vocabulary: Vocabulary) throws {
        let files = (try ClaimsFile.read(before), try ClaimsFile.read(after))
        let isOneExtractor = files.0.fingerprint == files.1.fingerprint
        let tables = Set(files.0.tables).intersection(files.1.tables)
        // Most of what two editions say they say alike, and reading long texts takes time.
        var known: [StatedClaim: Claim] = [:]
        func side(_ file: ClaimsFile, _ path: String) -> ComparedFile {
            let claims = file.byReport.values.joined().map { item in
                let claim = known[item.claim] ?? vocabulary.read(unchecked: item.claim)
                known[item.claim] = claim
                return claim
            }
            let texts = tables.map { ($0, file.rows(of: $0, inWords: !isOneExtractor)) }
            return ComparedFile(
                file, path, claims, vocabulary, texts: Dictionary(uniqueKeysWithValues: texts))
        }
        let (old, new) = (side(files.0, before), side(files.1, after))
        (self.before, self.after) = (old.side, new.side)
        refusals = old.refusals + new.refusals
    }
}

extension ClaimsFile {
    /// The reports that no claim quotes.
    fileprivate var tables: [ReportName] {
        byReport.filter { $0.value.allSatisfy(\.claim.evidence.isEmpty) }.map(\.key)
    }

    /// What a table says, a line a claim in the order of their bytes.
    fileprivate func rows(of report: ReportName, inWords: Bool) -> [UInt8] {
        let rows = (byReport[report] ?? []).map { (inWords ? $0.claim.inWords : $0.claim).line }
        return Array(rows.sorted { $0.lexicographicallyPrecedes($1) }.joined(separator: [UInt8(ascii: "\n")]))
    }
}

extension StatedClaim {
    /// The same without what a reader may make of the words: types of values, and in what way it is said.
    fileprivate var inWords: StatedClaim {
        var words = StatedClaim(report: report, subject: .plain(subject.text), predicate: predicate)
        words.object = object.map { .plain($0.text) }
        words.arguments = arguments.mapValues { .plain($0.text) }
        (words.time, words.key, words.ext) = (time, key, ext)
        return words
    }
}

extension Vocabulary {
    /// The claim with its quotations taken as they come, where no text is at hand to look for them in.
    fileprivate func read(unchecked claim: StatedClaim) -> Claim {
        read(claim, evidence: claim.evidence.map { Evidence(quote: $0.quote, anchor: .unchecked) })
    }
}
