import FactDiff
import Facts

// Reads value changes, one JSON object a line, and prints for each what a change set says of it: the row's id, the label, the
// equality of the two objects and the rule that decided, between tabs. Each row is one cell of a table in two editions; the
// predicate is unknown to the vocabulary.

/// One row: what one cell of a table said before and after a day.
struct Row {
    let id: String
    private let before: StatedClaim
    private let after: StatedClaim
    private let editions: [ReportRecord]

    init?(_ line: String) throws {
        let row = try JSONParser.parse(line)
        func member(_ name: String) -> String? { row.object?[name]?.string }
        guard let id = member("id"), let subject = member("s"), let predicate = member("p"), let old = member("old"),
            let new = member("new"), let report = ReportName("table"), let date = member("date"),
            let published = Time(edtf: date)
        else { return nil }
        self.id = id
        let claims = [old, new].map { text in
            var claim = StatedClaim(report: report, subject: .entity(subject), predicate: predicate)
            claim.object = .plain(text)
            return claim
        }
        (before, after) = (claims[0], claims[1])
        editions = ["before", "after"].map { edition in
            var record = ReportRecord(name: report, text: Array(edition.utf8))
            record.source = report.description
            record.published = edition == "after" ? published : nil
            return record
        }
    }

    /// What the change set of the two editions says; several changes are told as several labels.
    var verdict: String {
        let changes = ChangeSet(from: side(before, editions[0]), to: side(after, editions[1])).changes
        let object = changes.first?.trace.compared.first { $0.name == "object" }
        let labels = changes.map(\.content.rawValue).joined(separator: "+")
        let rules = changes.map(\.trace.rule.rawValue).joined(separator: "+")
        return "\(labels)\t\(object.map { "\($0.equality)" } ?? "-")\t\(rules)"
    }

    private func side(_ claim: StatedClaim, _ edition: ReportRecord) -> Side {
        let claim = Vocabulary.empty.read(claim, evidence: [])
        let facts = [Fact(id: claim.fact, claims: [claim])].compactMap { $0 }
        return Side(
            facts: facts, provenance: Provenance(reports: [edition.name: edition], vocabulary: .empty))
    }
}

while let line = readLine() {
    guard let row = try Row(line) else { continue }
    print("\(row.id)\t\(row.verdict)")
}
