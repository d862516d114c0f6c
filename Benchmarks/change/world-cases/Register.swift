import FactDiff
import Facts

/// A structured source of which two editions are compared, as a user's claims files would be.
struct Register {
    /// One edition: the day on which it was published and what it says.
    struct Edition {
        var day: Day
        var claims: [StatedClaim] = []
    }

    let name: ReportName
    let vocabulary: Vocabulary

    /// A register whose predicates have one value each, told apart by the argument `part`.
    init?(_ name: String, predicates: [(id: String, kind: Predicate.Kind)]) {
        let rows = predicates.map { id, kind in
            "  - {id: \(id), label: \(id), kind: \(kind.rawValue), single-valued: true, key: [part], "
                + "roles: {part: {type: text}}}"
        }
        let yaml = (["format: vocabulary/1", "predicates:"] + rows).joined(separator: "\n")
        guard let name = ReportName(name), let vocabulary = try? VocabularyReader.read(yaml) else { return nil }
        self.name = name
        self.vocabulary = vocabulary
    }

    /// A claim of the register, without quotation.
    func claim(
        _ subject: String, _ predicate: String, part: String, _ object: StatedClaim.StatedValue?, time: Time?
    ) -> StatedClaim {
        var claim = StatedClaim(report: name, subject: .entity(subject), predicate: predicate)
        claim.object = object
        claim.arguments = ["part": .text(part)]
        claim.time = time
        claim.certainty = .certain
        return claim
    }

    /// What changed from one edition to another.
    func changes(from before: Edition, to after: Edition) -> ChangeSet {
        ChangeSet(from: side(before), to: side(after))
    }

    private func side(_ edition: Edition) -> Side {
        var record = ReportRecord(name: name, text: Array(edition.day.description.utf8))
        record.published = Time(edtf: edition.day.description)
        let claims = Set(edition.claims.map { vocabulary.read($0, evidence: []) })
        let facts = Dictionary(grouping: claims, by: \.fact).compactMap { Fact(id: $0.key, claims: $0.value) }
        return Side(facts: facts, provenance: Provenance(reports: [name: record], vocabulary: vocabulary))
    }
}

extension String {
    /// The words as the id of a predicate: small letters and digits, hyphens for all else.
    var slug: String {
        split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-").lowercased()
    }
}

extension Day {
    /// The day that an ISO 8601 date or moment starts with, as written there.
    init?(iso text: String) {
        let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
        guard text.utf8.count >= 10, parts.count == 3, Time(edtf: String(text.prefix(10))) != nil else { return nil }
        self.init(year: parts[0], month: parts[1], day: parts[2])
    }

    /// The day before.
    var eve: Day { Day(number: number - 1) }
}
