package import FactDiff
package import Facts

/// One entity and what is said of it: `annals show ENTITY`.
package struct EntityPage: Page {
    /// The entity.
    package let entity: EntityKey
    /// Facts that name it as subject, object or argument; others are left out.
    package let facts: [Fact]
    /// The reports that their claims stand in.
    package let reports: [ReportName: ReportRecord]
    /// The contradictions among them, to mark them.
    package let contradictions: [Contradiction]
    /// What things are called.
    package let naming: Naming

    /// A page of one entity.
    package init(
        _ entity: EntityKey, facts: [Fact], reports: [ReportName: ReportRecord], contradictions: [Contradiction] = [],
        naming: Naming
    ) {
        self.entity = entity
        self.facts = FactsPage(facts.filter { $0.names(entity) }, reports: reports, naming: naming).facts
        self.reports = reports
        self.contradictions = contradictions
        self.naming = naming
    }

    package var schema: String { "entity/1" }

    package var header: [String: JSONValue] {
        var members: [String: JSONValue] = [
            "entity": .string(entity.description), "name": .string(name),
            "aliases": .strings(known?.aliases ?? []),
            "spellings": .object(Dictionary(uniqueKeysWithValues: spellings.map { ($0.text, .integer($0.count)) })),
        ]
        members["type"] = known?.type.map(JSONValue.string)
        if let within = known?.within, !within.isEmpty { members["within"] = .strings(within.map(\.description)) }
        return members
    }

    package var items: [JSONValue] {
        let marks = contradictions.marks
        return facts.map { $0.json(naming, reports: reports, mark: marks[$0.id]) }
    }

    private var known: Vocabulary.KnownEntity? { naming.vocabulary.entities[entity] }
    /// What it is called.
    package var name: String { known?.name ?? spellings.first?.text ?? entity.description }

    /// Every way in which claims write it, the commonest first, then by text.
    private var spellings: [(text: String, count: Int)] {
        let values = facts.flatMap(\.claims).flatMap(\.values).filter { $0.entity == entity }
        return Dictionary(grouping: values, by: \.text).map { ($0.key, $0.value.count) }
            .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    }

    package var document: Document {
        let title = Line([Span(known?.type ?? "entity", .dim)]).then(name, .strong)
        let next: [Document.Block] =
            facts.first.map { [.blank, .next([[Span("annals show \(naming.shortID($0.id))", .command)]])] } ?? []
        return Document([.entry(Entry(title, particulars)), .blank] + blocks(facts.indices) + next)
    }

    /// What kind of thing it is, where that is known.
    package var type: String? { known?.type }

    /// Its other names, what it is part of, and how claims write it.
    package var particulars: [Entry.Detail] {
        var details: [Entry.Detail] = []
        func add(_ label: String, _ names: [String]) {
            let lines = names.map { Line([Span($0)]) }
            if !lines.isEmpty { details.append(.field([Span(label, .dim)], lines.commaSeparated)) }
        }
        add("also", known?.aliases ?? [])
        add("within", known?.within.map { naming.vocabulary.entities[$0]?.name ?? $0.description } ?? [])
        add("written", spellings.map { "\($0.text) (\($0.count.grouped))" })
        return details
    }

    /// The facts in one part of the list: its own by predicate, then those of others that name it.
    package func blocks(_ range: Range<Int>) -> [Document.Block] {
        guard !facts.isEmpty else { return [.paragraph("no facts")] }
        let marks = contradictions.marks
        let others = facts[range.clamped(to: facts.indices)]
        let own = others.filter { $0.claims[0].subject.entity == entity }
        let ownGroups = own.grouped { $0.leader(reports).map(naming.predicate) ?? "" }
        var blocks: [Document.Block] = ownGroups.map { group in
            .entry(
                Entry(
                    [Span(group.key, .subject)],
                    group.members.map { .part($0.summary(naming, reports: reports, mark: marks[$0.id])) }))
        }
        let named = others.filter { $0.claims[0].subject.entity != entity }
        if !named.isEmpty {
            let details = named.map { fact in
                let subject: Line = [Span(naming.subject(of: fact), .subject)]
                return Entry.Detail.part(
                    subject.then(fact.summary(naming, reports: reports, mark: marks[fact.id]), gap: 2))
            }
            blocks += [.blank, .entry(Entry([Span("named by others", .dim)], details))]
        }
        return blocks
    }
}

extension Fact {
    fileprivate func names(_ entity: EntityKey) -> Bool {
        claims.contains { $0.values.contains { $0.entity == entity } }
    }
}
