import FactDiff
import Facts

/// Changes that are shown together: one by itself, or many alike as one entry.
enum ChangeGroup {
    /// One change with all that is told of it.
    case single(Change)
    /// One change in a row, and what differs in at most so many.
    case brief(Change, rows: Int)
    /// Like changes of one predicate, in the order of display.
    case flood([Change])
    /// Changes of one headline over many predicates, or quiet ones, in the order of display, with so many samples.
    case headline([Change], samples: Int)

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
        /// Rows that what differs may take in brief.
        var rows = 1
        /// Changes of a headline that are shown where it is one entry.
        var samples = 3

        /// The extent of a page that people read from top to bottom.
        static let small = Extent(alike: 12, entries: 24, full: .max, fullOnPage: .max)
        /// The extent of a page that people look through.
        static let large = Extent(alike: 2, entries: 5, full: 3, fullOnPage: 6)
        /// Changes up to this number make a small page.
        static let few = 25

        /// Those of cells of tables, which have no words to read but may hold long texts: the first that fits on the page.
        static let smallTables = [
            small, Extent(alike: 12, entries: 25, full: 6, fullOnPage: 6, rows: 3),
            Extent(alike: 12, entries: 25, full: 3, fullOnPage: 3, rows: 3),
            Extent(alike: 12, entries: 25, full: 0, fullOnPage: 0, rows: 3),
            Extent(alike: 12, entries: 25, full: 0, fullOnPage: 0, rows: 2),
        ]
        static let largeTables = [
            Extent(alike: 2, entries: 5, full: 3, fullOnPage: 3, samples: 1),
            Extent(alike: 2, entries: 5, full: 0, fullOnPage: 0, samples: 1),
            Extent(alike: 2, entries: 3, full: 0, fullOnPage: 0, samples: 1),
            Extent(alike: 1, entries: 2, full: 0, fullOnPage: 0, samples: 1),
            Extent(alike: 1, entries: 1, full: 0, fullOnPage: 0, samples: 0),
        ]
        /// Rows of a page of a table: of a small one, and of one that is looked through.
        static let page = (small: 70, large: 40)
    }

    /// The changes in their order.
    ///
    /// Quiet ones and those that are alike are folded where the first of them stands, unless all are to be shown. What is rare is told
    /// one by one however much else there is.
    ///
    /// - Parameter taken: rows of the page that something else takes.
    static func groups(_ changes: [Change], showsAll: Bool, taken: Int = 0) -> [ChangeGroup] {
        guard !showsAll else { return changes.map(ChangeGroup.single) }
        let isSmall = changes.count <= Extent.few
        guard changes.areOfTables else { return groups(changes, isSmall ? .small : .large) }
        let extents = isSmall ? Extent.smallTables : Extent.largeTables
        let room = (isSmall ? Extent.page.small : Extent.page.large) - taken
        var told: [ChangeGroup] = []
        for extent in extents {
            told = groups(changes, extent)
            if told.map(\.rows).reduce(0, +) <= room { break }
        }
        return told
    }

    private static func groups(_ changes: [Change], _ extent: Extent) -> [ChangeGroup] {
        var extent = extent
        let byHeadline = Dictionary(grouping: changes, by: \.headline)
        return Headline.allCases.flatMap { headline in
            guard let changes = byHeadline[headline] else { return [ChangeGroup]() }
            let groups = folded(changes, headline, extent)
            extent.fullOnPage -= groups.count(where: \.isFull)
            return groups
        }
    }

    /// About how many rows it takes.
    private var rows: Int {
        switch self {
        case .single(let change): change.hasLongDifference ? 11 : 6
        case .brief(let change, let rows): 1 + (change.kind != .changed ? 0 : change.hasLongDifference ? rows : 1)
        case .flood: 2
        case .headline(let changes, let samples): changes.first?.headline.isQuiet == true ? 1 : 2 + samples
        }
    }

    private static func folded(_ changes: [Change], _ headline: Headline, _ extent: Extent) -> [ChangeGroup] {
        if headline.isQuiet { return [.headline(changes, samples: 0)] }
        if changes.count <= min(extent.full, extent.fullOnPage), extent.full < .max {
            return changes.map(ChangeGroup.single)
        }
        let kinds = Dictionary(grouping: changes, by: Kind.init)
        var seen: Set<Kind> = []
        let groups = changes.compactMap { change -> ChangeGroup? in
            let kind = Kind(change)
            guard let like = kinds[kind], like.count > max(extent.alike, headline.told) else {
                return extent.full == .max ? .single(change) : .brief(change, rows: extent.rows)
            }
            return seen.insert(kind).inserted ? .flood(like) : nil
        }
        return groups.count > max(extent.entries, headline.told)
            ? [.headline(changes, samples: extent.samples)] : groups
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
        case .headline(let changes, _): changes.first.map { !$0.headline.isQuiet } ?? false
        case .single, .brief: false
        }
    }

    /// Whether it tells of long texts that differ, and so may leave some of them out.
    var hasLongDifference: Bool {
        switch self {
        case .single(let change), .brief(let change, _): change.hasLongDifference
        case .flood, .headline: false
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

extension Headline {
    /// Changes that are told one by one on any page: what is grave is not counted away.
    fileprivate var told: Int { self == .contradicted || self == .disputed ? 12 : 0 }
}

extension [Change] {
    /// Whether they are of claims without quotations.
    var areOfTables: Bool { allSatisfy { $0.subject?.isUnquoted ?? false } }
}
