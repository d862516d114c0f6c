import FactDiff
import Facts

/// Changes that are shown together: one by itself, or many alike as one entry.
enum ChangeGroup {
    case single(Change)
    /// Like changes of one predicate, in the order of display.
    case flood([Change])
    /// Changes of one headline over many predicates, or quiet ones, in the order of display.
    case headline([Change])

    /// How much is shown one by one: less where more has changed, so that a page stays a page.
    private struct Extent {
        /// Like changes of one predicate beyond this number are a flood.
        let flood: Int
        /// Entries of one headline beyond this number are one.
        let entries: Int

        init(changes: Int) { (flood, entries) = changes > 100 ? (3, 3) : (12, 24) }
    }

    /// Changes of a flood that are shown.
    private static let samples = 3
    /// Columns of each part of a sample that are shown.
    private static let width = 60
    /// Predicates that are named.
    private static let predicates = 4

    /// The changes in their order.
    ///
    /// Quiet ones and floods are folded where the first of them stands, unless all are to be shown.
    static func groups(_ changes: [Change], showsAll: Bool) -> [ChangeGroup] {
        guard !showsAll else { return changes.map(ChangeGroup.single) }
        let extent = Extent(changes: changes.count)
        let byHeadline = Dictionary(grouping: changes, by: \.headline)
        return Headline.allCases.flatMap { headline in
            byHeadline[headline].map { folded($0, headline, extent) } ?? []
        }
    }

    private static func folded(_ changes: [Change], _ headline: Headline, _ extent: Extent) -> [ChangeGroup] {
        if headline.isQuiet { return [.headline(changes)] }
        let kinds = Dictionary(grouping: changes, by: Kind.init)
        var seen: Set<Kind> = []
        let groups = changes.compactMap { change -> ChangeGroup? in
            let kind = Kind(change)
            guard let like = kinds[kind], like.count > extent.flood else { return .single(change) }
            return seen.insert(kind).inserted ? .flood(like) : nil
        }
        return groups.count > extent.entries ? [.headline(changes)] : groups
    }

    /// What changes of one flood have in common, beside their headline.
    private struct Kind: Hashable {
        let predicate: String
        let cause: Cause

        init(_ change: Change) {
            predicate = change.subject?.predicate ?? ""
            cause = change.cause
        }
    }

    /// Whether it stands for changes that are not shown.
    var isFolded: Bool { if case .single = self { false } else { true } }

    /// The group as it is shown.
    ///
    /// - Parameter stale: for each fact that changed, the unchanged facts that rest on it.
    func entry(_ naming: Naming, stale: [FactID: [Fact]], explains: Bool) -> Entry {
        switch self {
        case .single(let change):
            change.entry(
                naming, stale: change.shakesDependants ? stale[change.fact] ?? [] : [], explains: explains)
        case .flood(let changes): Self.flood(changes, naming)
        case .headline(let changes): Self.headline(changes, naming)
        }
    }

    private static func title(_ changes: [Change], _ headline: Headline) -> Line {
        Line([Span(headline.glyph + changes.count.grouped, .glyph)]).then(headline.rawValue.uppercased(), .word)
    }

    private static func flood(_ changes: [Change], _ naming: Naming) -> Entry {
        guard let first = changes.first, let claim = first.subject else { return Entry([]) }
        let alike = title(changes, first.headline).then(naming.predicate(of: claim), .strong, gap: 2)
            .then(first.causeLine, gap: 2)
        return Entry(alike, sampled(changes, naming))
    }

    private static func headline(_ changes: [Change], _ naming: Naming) -> Entry {
        guard let first = changes.first else { return Entry([]) }
        let title = title(changes, first.headline).then(first.headline.meaning, gap: 2)
        guard !first.headline.isQuiet else { return Entry(title.then("(--all shows them)", .dim)) }
        return Entry(title, [.note(predicates(of: changes, naming))] + sampled(changes, naming))
    }

    /// How many predicates, and the most frequent: `in 96 predicates: Net migration rate ×17 · …`.
    private static func predicates(of changes: [Change], _ naming: Naming) -> Line {
        let groups = Dictionary(grouping: changes.compactMap(\.subject), by: \.predicate)
        let ranked = groups.sorted {
            $0.value.count == $1.value.count ? $0.key < $1.key : $0.value.count > $1.value.count
        }
        let named = ranked.prefix(predicates).map { "\(naming.predicate(of: $0.value[0])) ×\($0.value.count.grouped)" }
        let rest = ranked.count > predicates ? " · …" : ""
        return [Span("in \(ranked.count.of("predicate")): \(named.joined(separator: " · "))\(rest)", .dim)]
    }

    private static func sampled(_ changes: [Change], _ naming: Naming) -> [Entry.Detail] {
        let shown = changes.spread(samples).map { Entry.Detail.note($0.sample(naming).clipped(width)) }
        let rest = Line([Span("and \((changes.count - shown.count).grouped) more (--all shows them)", .dim)])
        return shown + [.note(rest)]
    }
}

extension [Change] {
    /// So many of them, from all parts of the list.
    fileprivate func spread(_ count: Int) -> [Change] {
        self.count <= count ? self : (0..<count).map { self[$0 * self.count / count] }
    }
}

extension Change {
    /// The fact, and what its value was and is.
    fileprivate func sample(_ naming: Naming) -> Line {
        guard let claim = subject else { return [] }
        let field = trace.compared.first { $0.name == "object" } ?? trace.compared.first
        guard kind == .changed, let field else { return naming.statement(of: claim) }
        return naming.head(of: claim).then(Difference.sides(of: field, of: claim), gap: 2)
    }
}
