import FactDiff
import Facts

/// How groups of changes are shown.
extension ChangeGroup {
    /// Changes of a group that are shown.
    private static let samples = 3
    /// Columns that a name in a row may take.
    private static let nameWidth = 34
    /// The group as it is shown.
    ///
    /// - Parameters:
    ///   - stale: for each fact that changed, the unchanged facts that rest on it.
    ///   - extent: how much is shown of long texts that differ.
    func entry(
        _ naming: Naming, stale: [FactID: [Fact]], explains: Bool, extent: Difference.Extent
    ) -> Entry {
        switch self {
        case .single(let change): Self.full(change, naming, stale, explains, extent)
        case .brief(let change, let rows):
            explains || change.shakesDependants && stale[change.fact] != nil
                ? Self.full(change, naming, stale, explains, extent) : Self.brief(change, naming, rows: rows)
        case .flood(let changes): Self.flood(changes, naming).adding(Self.stale(changes, stale, naming))
        case .headline(let changes, let samples):
            Self.headline(changes, naming, samples: samples).adding(Self.stale(changes, stale, naming))
        }
    }

    /// What rests on any of the changes, each fact once and sorted by id.
    private static func stale(_ changes: [Change], _ stale: [FactID: [Fact]], _ naming: Naming) -> [Entry.Detail] {
        guard !stale.isEmpty else { return [] }
        let found = changes.filter(\.shakesDependants).flatMap { stale[$0.fact] ?? [] }
        let all = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }.values.sorted { $0.id < $1.id }
        return all.staleLine(naming).map { [.note($0)] } ?? []
    }

    private static func full(
        _ change: Change, _ naming: Naming, _ stale: [FactID: [Fact]], _ explains: Bool, _ extent: Difference.Extent
    ) -> Entry {
        change.entry(
            naming, stale: change.shakesDependants ? stale[change.fact] ?? [] : [], explains: explains, extent: extent)
    }

    private static func brief(_ change: Change, _ naming: Naming, rows: Int) -> Entry {
        let title = change.headline.label(beside: []).then(naming.id(change.fact), gap: 2)
        guard let claim = change.subject else { return Entry(title, room: .brief) }
        let head = naming.head(of: claim, within: nameWidth)
        guard let difference = change.difference(rows > 1 ? .passages : .row) else {
            let statement = [head, naming.object(of: claim)].separated(by: "›")
            return Entry(title.then(statement, gap: 2), room: .brief)
        }
        return Entry(title.then(head, gap: 2), [.note(difference)], room: .rows(rows))
    }

    private static func title(_ changes: [Change], _ headline: Headline) -> Line {
        Line([Span(headline.glyph + changes.count.grouped, .glyph)]).then(headline.rawValue.uppercased(), .word)
    }

    /// The predicate, and some of its subjects in a row: `ae 9.5 → 10.87 · eg …`.
    private static func flood(_ changes: [Change], _ naming: Naming) -> Entry {
        guard let first = changes.first, let claim = first.subject else { return Entry([]) }
        let alike = title(changes, first.headline).then(
            naming.predicate(of: claim).ending(within: 2 * nameWidth), .strong, gap: 2
        )
        .then(first.causeLine, gap: 2)
        let shown = changes.spread(samples).map { change -> Line in
            guard let claim = change.subject else { return [] }
            let subject = Line([naming.subject(of: claim)])
            return subject.then(change.difference(.row) ?? naming.object(of: claim))
        }
        return Entry(alike, [.note(shown.separated(by: "·"))], room: .brief)
    }

    private static func headline(_ changes: [Change], _ naming: Naming, samples: Int) -> Entry {
        guard let first = changes.first else { return Entry([]) }
        let title = title(changes, first.headline).then(first.headline.meaning, gap: 2)
        guard !first.headline.isQuiet else { return Entry(title.then("(--all shows them)", .hint), room: .brief) }
        let tally = ChangeTally(of: changes, naming)
        let reports = first.headline == .added && !changes.areOfTables ? ChangeTally.reports(of: changes) : nil
        let samples = tally.samples(samples).map { Entry.Detail.note($0.sample(naming, nameWidth)) }
        let counts = [reports, tally.line(within: nameWidth)].compactMap { $0 }.map(Entry.Detail.note)
        return Entry(title, counts + samples, room: .brief)
    }
}

extension Entry {
    fileprivate func adding(_ more: [Detail]) -> Entry { Entry(title, details + more, room: room) }
}

extension [Change] {
    /// So many of them, from all parts of the list.
    fileprivate func spread(_ count: Int) -> [Change] {
        self.count <= count ? self : (0..<count).map { self[$0 * self.count / count] }
    }
}

extension Naming {
    /// Subject and predicate, of which a long one is given by its end.
    fileprivate func head(of claim: Claim, within columns: Int) -> Line {
        let predicate = predicate(of: claim).ending(within: columns)
        return [Line([subject(of: claim)]), Line([Span(predicate)])].separated(by: "›")
    }
}

extension Change {
    /// How much of what differs is told.
    fileprivate enum Excerpt { case row, passages }

    /// What its value was and is; `nil` of a fact that came or went.
    fileprivate func difference(_ excerpt: Excerpt) -> Line? {
        guard kind == .changed, let field = trace.compared.first(where: { $0.name == "object" }) ?? trace.compared.first
        else { return nil }
        let isLong = [field.before, field.after].contains { $0.map(Difference.isLong) ?? false }
        return excerpt == .passages && isLong
            ? Difference.sides(of: field, of: subject, .words) : Difference.excerpt(of: field, of: subject)
    }

    /// The fact, and what its value was and is, in about a row.
    fileprivate func sample(_ naming: Naming, _ width: Int) -> Line {
        guard let claim = subject else { return [] }
        let head = naming.head(of: claim, within: width)
        return difference(.row).map { head.then($0, gap: 2) } ?? [head, naming.object(of: claim)].separated(by: "›")
    }
}
