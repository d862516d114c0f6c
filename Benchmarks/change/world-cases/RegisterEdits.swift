import FactDiff
import Facts

/// Edits of a register of people, one commit a revision, each asked whether the world moved on or the record was put right.
///
/// A row is `{gold, sha, date, s, op, p, old, new}`; `op` is added, removed, changed, entity_added or entity_removed. The words
/// of the commit are not read. Where a part of the path in brackets ends in a date, `terms.[north2011-01-05].phone`, that is when
/// the entry begins to hold; a path without one names what holds of the subject as such.
struct RegisterEdits {
    private let rows: [[String: JSONValue]]
    private let register: Register

    init?(_ rows: [[String: JSONValue]]) {
        self.rows = rows
        let paths = rows.compactMap { $0["p"]?.string }.map(EntryPath.init)
        let kinds = Dictionary(paths.map { ($0.predicate, $0.kind) }) { a, b in a == .state ? a : b }
        let predicates = kinds.sorted { $0.key < $1.key }.map { (id: $0.key, kind: $0.value) }
        guard let register = Register("register", predicates: predicates + [("entered", .state)]) else { return nil }
        self.register = register
    }

    /// Judges every row and prints the scores.
    ///
    /// `register` takes for a correction what ``ChangeSet/courses`` calls one; `register-alone` looks at each change by itself;
    /// `register-strict` also counts what only completes the record as a correction.
    func run() {
        var tallies: [String: Tally] = [:]
        var answers: [String: Int] = [:]
        var day: Day?
        for revision in revisions {
            guard let date = revision.first?["date"]?.string.flatMap(Day.init(iso:)) else { continue }
            let (together, alone) = courses(of: revision, published: date, after: day)
            day = date
            for row in revision {
                let gold = row["gold"]?.string == "world_event"
                let (own, occasion) = (alone[Entry(row)]?.occasion, together[Entry(row)]?.occasion)
                let verdicts = [
                    "register": occasion != .correction, "register-alone": own != .correction,
                    "register-strict": occasion != .correction && occasion != .completion,
                    "register-naive-entities": row["p"] == nil, "register-naive-dates": Self.isDatedNear(row, date),
                    "register-year-\(date.date.year)": occasion != .correction,
                ]
                for (name, verdict) in verdicts { tallies[name, default: Tally()].add(gold: gold, answer: verdict) }
                answers["\(gold ? "world" : "correction") as \(occasion?.rawValue ?? "nothing")", default: 0] += 1
            }
        }
        for (name, tally) in tallies.sorted(by: { $0.key < $1.key }) { tally.report(name) }
        for (name, count) in answers.sorted(by: { $0.key < $1.key }) { print("register gold \(name) \(count)") }
    }

    /// The baseline: whole entries, and dates within thirty days of the commit, in the value or in the path.
    private static func isDatedNear(_ row: [String: JSONValue], _ published: Day) -> Bool {
        guard let path = row["p"]?.string.map(EntryPath.init) else { return true }
        let dates = [path.date, row["new"]?.string.flatMap(Day.init(iso:))]
        return dates.contains { $0.map { abs($0.number - published.number) <= 30 } ?? false }
    }

    /// The rows by commit, in the order of the file.
    private var revisions: [[[String: JSONValue]]] {
        let bySHA = Dictionary(grouping: rows.indices) { rows[$0]["sha"]?.string ?? "" }
        return bySHA.values.sorted { ($0.first ?? 0) < ($1.first ?? 0) }.map { $0.map { rows[$0] } }
    }

    /// What tells two rows of one revision apart.
    private struct Entry: Hashable {
        let subject: String?
        let path: String?

        init(_ row: [String: JSONValue]) {
            subject = row["s"]?.string
            path = row["p"]?.string
        }
    }

    private func courses(
        of revision: [[String: JSONValue]], published: Day, after former: Day?
    ) -> (together: [Entry: Course], alone: [Entry: Course]) {
        let eve = former.map { $0.number < published.number ? $0 : published.eve } ?? published.eve
        var (before, after) = (Register.Edition(day: eve), Register.Edition(day: published))
        var entries: [String: Entry] = [:]
        for row in revision {
            let (old, new) = (claim(row, "old"), claim(row, "new"))
            if let old { before.claims.append(old) }
            if let new { after.claims.append(new) }
            for claim in [old, new] { claim.map { entries[Self.name(of: $0)] = Entry(row) } }
        }
        let changes = register.changes(from: before, to: after)
        var (together, alone): ([Entry: Course], [Entry: Course]) = ([:], [:])
        for (change, course) in zip(changes.changes, changes.courses) {
            for entry in (change.lost + change.gained).compactMap({ entries[Self.name(of: $0.stated)] }) {
                together[entry] = course
                alone[entry] = change.course
            }
        }
        return (together, alone)
    }

    private static func name(of claim: StatedClaim) -> String {
        [claim.subject.text, claim.predicate, claim.arguments["part"]?.text ?? ""].joined(separator: "\u{0}")
    }

    /// What one side of a row says; `nil` when it says nothing.
    private func claim(_ row: [String: JSONValue], _ side: String) -> StatedClaim? {
        guard let subject = row["s"]?.string, let operation = row["op"]?.string else { return nil }
        guard let path = row["p"]?.string.map(EntryPath.init) else {
            let isThere = operation == (side == "old" ? "entity_removed" : "entity_added")
            return isThere ? register.claim(subject, "entered", part: "", .choice("yes"), time: nil) : nil
        }
        guard let value = row[side], value != .null else { return nil }
        let text = value.string ?? value.canonicalText
        let isDate = Day(iso: text) != nil && text.utf8.count == 10
        return register.claim(
            subject, path.predicate, part: path.part, isDate ? .time(text) : .choice(text), time: path.time)
    }
}

/// `terms.[north2011-01-05].end`: the predicate `terms-end`, the part `north2011-01-05`, which begins on that day.
private struct EntryPath {
    let predicate: String
    let part: String
    let date: Day?

    /// From that day on.
    var time: Time? { date.flatMap { Time(edtf: "\($0)/..") } }
    var kind: Predicate.Kind { date == nil ? .attribute : .state }

    init(_ text: String) {
        let pieces = text.split(separator: "[", maxSplits: 1)
        let rest = pieces.count > 1 ? pieces[1].split(separator: "]", maxSplits: 1) : []
        part = rest.first.map(String.init) ?? ""
        predicate = (String(pieces.first ?? "") + (rest.count > 1 ? String(rest[1]) : "")).slug
        date = Day(iso: String(part.suffix(10)))
    }
}
