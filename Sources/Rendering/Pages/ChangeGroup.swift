import FactDiff
import Facts

/// Changes that are shown together: one by itself, or many alike as one entry.
enum ChangeGroup {
    /// One change with all that is told of it.
    case single(Change)
    /// One change in a row or two.
    case brief(Change)
    /// Like changes of one predicate, in the order of display.
    case flood([Change])
    /// Changes of one headline over many predicates, or quiet ones, in the order of display.
    case headline([Change])

    /// How much is told one by one: less where more has changed, so that a page stays a page.
    private struct Extent {
        /// Like changes of one predicate beyond this number are one entry.
        let alike: Int
        /// Entries of one headline beyond this number are one.
        let entries: Int
        /// Changes of one headline up to this number are told in full, others in brief.
        let full: Int
        /// Changes of all headlines that are told in full; the gravest come first.
        var fullOnPage: Int

        /// The extent of a page that people read from top to bottom.
        static let small = Extent(alike: 12, entries: 24, full: .max, fullOnPage: .max)
        /// The extent of a page that people look through.
        static let large = Extent(alike: 2, entries: 5, full: 3, fullOnPage: 6)
        /// The extent of such a page of cells of tables, which have no words to read.
        static let table = Extent(alike: 2, entries: 5, full: 3, fullOnPage: 3)
        /// Changes up to this number make a small page.
        static let few = 25
    }

    /// The changes in their order.
    ///
    /// Quiet ones and those that are alike are folded where the first of them stands, unless all are to be shown. What is rare is told
    /// in full however much else there is.
    static func groups(_ changes: [Change], showsAll: Bool) -> [ChangeGroup] {
        guard !showsAll else { return changes.map(ChangeGroup.single) }
        var extent = changes.count <= Extent.few ? Extent.small : changes.areOfTables ? .table : .large
        let byHeadline = Dictionary(grouping: changes, by: \.headline)
        return Headline.allCases.flatMap { headline in
            guard let changes = byHeadline[headline] else { return [ChangeGroup]() }
            let groups = folded(changes, headline, extent)
            extent.fullOnPage -= groups.count(where: \.isFull)
            return groups
        }
    }

    private static func folded(_ changes: [Change], _ headline: Headline, _ extent: Extent) -> [ChangeGroup] {
        if headline.isQuiet { return [.headline(changes)] }
        if changes.count <= min(extent.full, extent.fullOnPage), extent.full < .max {
            return changes.map(ChangeGroup.single)
        }
        let kinds = Dictionary(grouping: changes, by: Kind.init)
        var seen: Set<Kind> = []
        let groups = changes.compactMap { change -> ChangeGroup? in
            let kind = Kind(change)
            guard let like = kinds[kind], like.count > extent.alike else {
                return extent.full == .max ? .single(change) : .brief(change)
            }
            return seen.insert(kind).inserted ? .flood(like) : nil
        }
        return groups.count > extent.entries ? [.headline(changes)] : groups
    }

    /// What changes that are alike have in common, beside their headline.
    private struct Kind: Hashable {
        let predicate: String
        let cause: Cause

        init(_ change: Change) {
            predicate = change.subject?.predicate ?? ""
            cause = change.cause
        }
    }

    private var isFull: Bool {
        if case .single = self { true } else { false }
    }

    /// Whether it stands for changes that are not shown, without a word of how to see them.
    var isFoldedSilently: Bool {
        switch self {
        case .flood: true
        case .headline(let changes): changes.first.map { !$0.headline.isQuiet } ?? false
        case .single, .brief: false
        }
    }

    /// Whether it tells of long texts that differ, and so may leave some of them out.
    var hasLongDifference: Bool {
        switch self {
        case .single(let change): change.hasLongDifference
        case .brief, .flood, .headline: false
        }
    }

    /// Whether it stands for changes that are not shown.
    var isFolded: Bool {
        switch self {
        case .single, .brief: false
        case .flood, .headline: true
        }
    }
}

extension [Change] {
    /// Whether they are of claims without quotations.
    var areOfTables: Bool { allSatisfy { $0.subject?.isUnquoted ?? false } }
}
