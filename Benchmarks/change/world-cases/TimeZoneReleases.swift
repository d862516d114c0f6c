import FactDiff
import Facts

/// Releases of the time zone database, each asked whether it put the past right and whether it announced what was to come.
///
/// A release is `{rev, date, gold: {past, future}, naive, zones_changed, news}`, a change `{rev, zone, op, at, old, new}` with
/// `old` and `new` as `[seconds, is daylight saving, designation]`. A release that changes something and has no news has no
/// gold: nobody said what it does.
struct TimeZoneReleases {
    private let releases: [[String: JSONValue]]
    private let changes: [String: [[String: JSONValue]]]
    private let register: Register

    init?(_ rows: [[String: JSONValue]]) {
        releases = rows.filter { $0["gold"] != nil }
        changes = Dictionary(grouping: rows.filter { $0["op"] != nil }) { $0["rev"]?.string ?? "" }
        let predicates: [(id: String, kind: Predicate.Kind)] = [
            ("offset", .event), ("designation", .attribute), ("rule", .state), ("entered", .state),
        ]
        guard let register = Register("tz", predicates: predicates) else { return nil }
        self.register = register
    }

    /// Judges every release and prints the scores.
    func run() {
        var tallies: [String: Tally] = [:]
        var day: Day?
        for release in releases {
            guard let name = release["rev"]?.string, let date = release["date"]?.string.flatMap(Day.init(iso:)) else {
                continue
            }
            let rows = changes[name] ?? []
            let isGraded = rows.isEmpty || !(release["news"]?.object ?? [:]).isEmpty
            let answer = answer(rows, published: date, after: day)
            day = date
            for (time, answer) in [("past", answer.past), ("future", answer.future)] {
                let gold = release["gold"]?.object?[time] == .bool(true)
                let naive = release["naive"]?.object?[time] == .bool(true)
                let sets = ["all"] + (isGraded ? ["graded", date.date.year < 2014 ? "until-2013" : "from-2014"] : [])
                for set in sets {
                    tallies["tz-\(time)-\(set)", default: Tally()].add(gold: gold, answer: answer)
                    tallies["tz-\(time)-\(set)-naive", default: Tally()].add(gold: gold, answer: naive)
                }
                if isGraded, gold != answer { print("tz-\(time) wrong \(name) gold \(gold)") }
            }
        }
        for (name, tally) in tallies.sorted(by: { $0.key < $1.key }) { tally.report(name) }
    }

    private func answer(
        _ rows: [[String: JSONValue]], published: Day, after former: Day?
    ) -> (past: Bool, future: Bool) {
        let before = Register.Edition(
            day: former.map { $0.number < published.number ? $0 : published.eve } ?? published.eve,
            claims: rows.flatMap { claims($0, "old", "zone_removed") })
        let after = Register.Edition(day: published, claims: rows.flatMap { claims($0, "new", "zone_added") })
        let courses = register.changes(from: before, to: after).changes.map(\.course)
        return (
            past: courses.contains { [.retroactive, .spanning].contains($0.timing) },
            future: courses.contains { $0.occasion == .world && [.proactive, .spanning, .undated].contains($0.timing) }
        )
    }

    /// What a row says on one side: when clocks go over to which offset, and what it is called from then on.
    private func claims(_ row: [String: JSONValue], _ side: String, _ entry: String) -> [StatedClaim] {
        guard let zone = row["zone"]?.string else { return [] }
        if row["op"]?.string == entry { return [register.claim(zone, "entered", part: "", .choice("yes"), time: nil)] }
        if let rule = row[side]?.string { return [register.claim(zone, "rule", part: "", .choice(rule), time: nil)] }
        guard let instant = row["at"]?.integer, let values = row[side]?.array, values.count == 3,
            let seconds = values[0].integer
        else { return [] }
        let time = Time(edtf: Self.moment(instant))
        let called = values.dropFirst().map { $0.string ?? $0.canonicalText }.joined(separator: " ")
        return [
            register.claim(zone, "offset", part: String(instant), .quantity(String(seconds), unit: "s"), time: time),
            register.claim(zone, "designation", part: String(instant), .choice(called), time: time),
        ]
    }

    /// Seconds from 1970 as EDTF.
    private static func moment(_ seconds: Int) -> String {
        let days = Int((Double(seconds) / 86400).rounded(.down))
        let rest = seconds - days * 86400
        let parts = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(Day(number: days))T\(parts.joined(separator: ":"))Z"
    }
}
