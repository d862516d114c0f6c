import FactDiff
package import Facts

/// What another extractor would read in the texts of a revision: `annals reextract`.
package struct ReextractionPage: Page {
    /// What is compared: the revision, and the same with its texts read again.
    package let changes: DiffPage
    /// What reads the texts again.
    package let extractor: ExtractorFingerprint
    /// How many reports each extractor had read before.
    package let before: [(extractor: ExtractorFingerprint, reports: Int)]
    /// How many reports were read again.
    package let read: Int
    /// Reports that have no text to read, or could not be read.
    package let unread: Int
    /// What it makes of the decisions in force on claims of the reports it read, oldest first.
    package let decisions: [(decision: Decision, standing: ClaimRulings.Standing)]
    /// The command that records it.
    package let command: String

    /// A page of what would change.
    package init(
        _ changes: DiffPage, by extractor: ExtractorFingerprint,
        before: [(extractor: ExtractorFingerprint, reports: Int)], read: Int, unread: Int,
        decisions: [(decision: Decision, standing: ClaimRulings.Standing)] = [], command: String
    ) {
        (self.changes, self.extractor, self.before) = (changes, extractor, before)
        (self.read, self.unread, self.decisions, self.command) = (read, unread, decisions, command)
    }

    package var schema: String { "reextraction/1" }

    package var header: [String: JSONValue] {
        changes.header.merging([
            "extractor": .string(extractor.description), "read": .integer(read), "unread": .integer(unread),
            "decisions": .object([
                "count": .integer(decisions.count), "disagrees": .strings(disagreeing.map(\.id.letters)),
            ]),
            "formerExtractors": .object(
                Dictionary(uniqueKeysWithValues: before.map { ($0.extractor.description, .integer($0.reports)) })),
        ]) { known, _ in known }
    }

    package var items: [JSONValue] { changes.items }

    package var document: Document {
        let set = changes.changeSet
        let nothing: [Document.Block] = [
            .paragraph([
                Span(
                    set.hidden > 0 ? "it changes nothing that was asked for" : "it reads what was read before", .strong)
            ])
        ]
        let tables: [Document.Block] = [
            .blank, .table(changes.causeTable), .blank, .heading([Span("most changed predicates")]),
            .table(changes.moverTable),
        ]
        let end: [Document.Block] = [
            .blank, .paragraph([Span("nothing is recorded", .strong)]), .next([[Span(command, .command)]]),
        ]
        return Document(
            [.paragraph(title)] + (set.changes.isEmpty ? nothing : tables) + ruled + (set.changes.isEmpty ? [] : end))
    }

    /// So many decisions are shown.
    private static let shown = 10

    /// The decisions that it does not bear out; they hold all the same.
    private var disagreeing: [Decision] { decisions.filter { $0.standing == .disagrees }.map(\.decision) }

    private var ruled: [Document.Block] {
        guard !decisions.isEmpty else { return [] }
        let word = disagreeing.isEmpty ? "it bears out" : "it disagrees with"
        let count = disagreeing.isEmpty ? decisions.count : disagreeing.count
        let lead = Line([Span("\(word) \(count.grouped) of \(decisions.count.of("decision"))", .strong)])
        let kept: Line = disagreeing.isEmpty ? [] : [Span("they are kept", .dim)]
        let shown = disagreeing.prefix(Self.shown).flatMap { decision -> [Document.Block] in
            [.blank, .entry(decision.entry(changes.naming, standing: .followed))]
        }
        let rest = disagreeing.count - Self.shown
        let more: [Document.Block] = rest > 0 ? [.blank, .paragraph([Span("and \(rest.grouped) more", .dim)])] : []
        return [.blank, .paragraph(lead.then(kept, gap: 2))] + shown + more
    }

    private var title: Line {
        let former = before.map { Line([Span($0.extractor.description)]).then("(\($0.reports.of("report")))", .dim) }
        let left = unread == 0 ? "" : "; \(unread.grouped) without a text stay as they are"
        return Line([Span(read.of("report"), .strong)]).then(
            Difference.arrow(former.commaSeparated, [Span(extractor.description, .strong)]), gap: 2) + [
                Span(left, .dim)
            ]
    }
}

extension DiffPage {
    /// Kinds of change in rows, causes in columns.
    package var causeTable: Table {
        let set = changeSet
        let causes = Cause.allCases.filter { cause in set.changes.contains { $0.cause == cause } }
        let rows = set.counts.map { headline, _ in
            let members = set.changes.filter { $0.headline == headline }
            let counts = causes.map { cause in Line([Span(members.count { $0.cause == cause }.grouped)]) }
            return [Line([Span(headline.glyph, .glyph)]).then(headline.rawValue, .word)] + counts
        }
        return Table([.words("change")] + causes.map { .numbers($0.rawValue) }, rows: rows)
    }

    /// The predicates with the most changes: how many came, went and differ.
    package var moverTable: Table {
        let byPredicate = Dictionary(grouping: changeSet.changes) { $0.subject?.predicate ?? "" }
        let ranked = byPredicate.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.prefix(Self.movers)
        let rows = ranked.map { predicate, changes in
            let counts = Change.Kind.allCases.map { kind in changes.count { $0.kind == kind } }
            return [Line([Span(changes.first?.subject.map(naming.predicate) ?? predicate, .subject)])]
                + counts.map { [Span($0.grouped)] } + [fields(changes)]
        }
        let columns = Change.Kind.allCases.map { Table.Column.numbers($0.rawValue) }
        return Table([.words("predicate")] + columns + [.words("in")], rows: rows)
    }

    /// The parts in which the most facts differ, and how many: `amount 3, time 1`.
    private func fields(_ changes: [Change]) -> Line {
        let all = changes.filter { $0.kind == .changed }.flatMap(\.fields).filter { $0 != "evidence" }
        let counts = Dictionary(grouping: all) { $0 }.mapValues(\.count)
        let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(2)
        return ranked.map { name, count in
            let role = name.hasPrefix("arguments.") ? String(name.dropFirst("arguments.".count)) : name
            return Line([Span(role, .dim)]).tied(count.grouped, .dim)
        }.commaSeparated
    }

    /// So many predicates are listed.
    private static let movers = 10
}
