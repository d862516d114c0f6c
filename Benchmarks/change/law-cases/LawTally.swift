/// How often laws were tried, and where they did not hold.
struct LawTally: Sendable {
    /// Generated pairs of claims.
    var claimPairs = 0
    /// Generated pairs of sides.
    var sidePairs = 0
    /// How often a law was tried on a case.
    var checks = 0
    /// Where a law did not hold, by law.
    var violations: [String: [String]] = [:]

    /// Notes that a law was tried.
    mutating func note(_ law: String, holds: Bool, place: @autoclosure () -> String) {
        checks += 1
        if !holds { violations[law, default: []].append(place()) }
    }

    /// Adds what another part of the run found.
    mutating func add(_ other: LawTally) {
        claimPairs += other.claimPairs
        sidePairs += other.sidePairs
        checks += other.checks
        violations.merge(other.violations) { $0 + $1 }
    }

    /// The counts, then each law that was violated with the first places in order.
    var lines: [String] {
        [
            "laws cases \(claimPairs + sidePairs)", "laws claim-pairs \(claimPairs)", "laws side-pairs \(sidePairs)",
            "laws checks \(checks)", "laws violations \(violations.values.map(\.count).reduce(0, +))",
        ]
            + violations.sorted { $0.key < $1.key }.flatMap { law, places in
                ["violated \(places.count) times: \(law)"] + places.sorted().prefix(3).map { "    \($0)" }
            }
    }
}
