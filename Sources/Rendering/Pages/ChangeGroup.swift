import FactDiff
import Facts

/// Changes that are shown together: one by itself, or many alike as one line.
enum ChangeGroup {
    case single(Change)
    /// Like changes in the order of display, and how many there are.
    case folded([Change])

    /// Like changes beyond this number are a flood.
    private static let flood = 12
    /// Changes of a flood that are shown.
    private static let samples = 3

    /// The changes in their order.
    ///
    /// Quiet ones and floods are folded where the first of them stands, unless all are to be shown.
    static func groups(_ changes: [Change], showsAll: Bool) -> [ChangeGroup] {
        guard !showsAll else { return changes.map(ChangeGroup.single) }
        let kinds = Dictionary(grouping: changes, by: Kind.init)
        var seen: Set<Kind> = []
        return changes.compactMap { change in
            let kind = Kind(change)
            let like = kinds[kind] ?? [change]
            guard like.count > flood || change.headline.isQuiet else { return .single(change) }
            return seen.insert(kind).inserted ? .folded(like) : nil
        }
    }

    /// What changes of one flood have in common; quiet changes only have their headline in common.
    private struct Kind: Hashable {
        let headline: Headline
        let predicate: String
        let cause: Cause?

        init(_ change: Change) {
            headline = change.headline
            predicate = change.headline.isQuiet ? "" : change.subject?.predicate ?? ""
            cause = change.headline.isQuiet ? nil : change.cause
        }
    }

    /// Whether it stands for changes that are not shown.
    var isFolded: Bool { if case .folded = self { true } else { false } }

    /// The group as it is shown.
    func entry(_ naming: Naming) -> Entry {
        switch self {
        case .single(let change): change.entry(naming)
        case .folded(let changes): Self.entry(changes, naming)
        }
    }

    private static func entry(_ changes: [Change], _ naming: Naming) -> Entry {
        guard let first = changes.first, let claim = first.subject else { return Entry([]) }
        let title = Line([Span(first.headline.glyph + changes.count.grouped, .glyph)])
            .then(first.headline.rawValue.uppercased(), .word)
        guard !first.headline.isQuiet else {
            return Entry(title.then(first.headline.meaning, gap: 2).then("(--all shows them)", .dim))
        }
        let alike = title.then(naming.predicate(of: claim), .strong, gap: 2).then(first.causeLine, gap: 2)
        let shown = changes.prefix(samples).map { change in Entry.Detail.note(change.sample(naming)) }
        let rest = Entry.Detail.note([
            Span("and \((changes.count - shown.count).grouped) more (--all shows them)", .dim)
        ])
        return Entry(alike, shown + [rest])
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
