import FactDiff
import Facts

/// Many changes of one headline by what most of them share: whom they are about, or what is said.
struct ChangeTally {
    private struct Group {
        let name: String
        let changes: [Change]
    }

    /// Groups that are named.
    private static let named = 4
    /// Reports that are named.
    private static let reports = 6

    private let noun: String
    private let groups: [Group]

    /// The changes by their subjects or by their predicates: by that of which a few take in more of them, but cells of a table, and
    /// what is all about one, by what is said.
    ///
    /// - Parameter changes: in the order of display.
    init(of changes: [Change], _ naming: Naming) {
        let predicates = Self.groups(changes) { naming.predicate(of: $0) }
        let subjects = Self.groups(changes) { naming.name(of: $0.subject) }
        let isAboutFew = !changes.areOfTables && subjects.count > 1 && Self.leading(subjects) > Self.leading(predicates)
        (noun, groups) = isAboutFew ? ("subject", subjects) : ("predicate", predicates)
    }

    /// How many there are, and the most frequent: `96 predicates: Net migration rate ×17 · …`.
    ///
    /// - Parameter columns: those that a name may take.
    func line(within columns: Int) -> Line {
        let names = groups.map { ($0.name.ending(within: columns), $0.changes.count) }
        return [Span("\(groups.count.of(noun)): \(Self.list(names, showing: Self.named))", .dim)]
    }

    /// Changes of the largest groups: one of each, and more of them where there are few.
    func samples(_ count: Int) -> [Change] {
        let shown = groups.prefix(count)
        let second = shown.flatMap { $0.changes.dropFirst() }
        return Array((shown.compactMap(\.changes.first) + second).prefix(count))
    }

    /// How many each report brought, the most first: `3 reports: wiki ×67 · …`; `nil` when it is one that did.
    static func reports(of changes: [Change]) -> Line? {
        let groups = groups(changes) { $0.report.description }
        guard groups.count > 1 else { return nil }
        return [
            Span(
                "\(groups.count.of("report")): \(list(groups.map { ($0.name, $0.changes.count) }, showing: reports))",
                .dim)
        ]
    }

    private static func leading(_ groups: [Group]) -> Int {
        groups.prefix(named).map(\.changes.count).reduce(0, +)
    }

    /// The largest first, then by name.
    private static func groups(_ changes: [Change], by name: (Claim) -> String) -> [Group] {
        Dictionary(grouping: changes) { $0.subject.map(name) ?? "" }
            .map { Group(name: $0, changes: $1) }
            .sorted { $0.changes.count == $1.changes.count ? $0.name < $1.name : $0.changes.count > $1.changes.count }
    }

    private static func list(_ names: [(name: String, count: Int)], showing shown: Int) -> String {
        names.prefix(shown).map { "\($0.name) ×\($0.count.grouped)" }.joined(separator: " · ")
            + (names.count > shown ? " · …" : "")
    }
}
