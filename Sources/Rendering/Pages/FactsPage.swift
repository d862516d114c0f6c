package import FactDiff
package import Facts

/// Facts, a line each: `annals facts`.
package struct FactsPage: Page {
    /// The facts, in any order.
    package let facts: [Fact]
    /// The reports that their claims stand in.
    package let reports: [ReportName: ReportRecord]
    /// The contradictions among them, to mark them.
    package let contradictions: [Contradiction]
    /// What things are called.
    package let naming: Naming

    /// A page of facts; they are shown by subject, predicate and id.
    package init(
        _ facts: [Fact], reports: [ReportName: ReportRecord], contradictions: [Contradiction] = [], naming: Naming
    ) {
        self.facts = facts.map { (key: naming.sortKey(of: $0), fact: $0) }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.fact)
        self.reports = reports
        self.contradictions = contradictions
        self.naming = naming
    }

    package var schema: String { "facts/1" }
    package var header: [String: JSONValue] { ["count": .integer(facts.count)] }
    package var items: [JSONValue] {
        let marks = marks
        return facts.map { $0.json(naming, reports: reports, mark: marks[$0.id]) }
    }

    private var marks: [FactID: Headline] { contradictions.marks }

    package var document: Document {
        guard let first = facts.first else { return Document([.paragraph("no facts")]) }
        let command = "annals show \(naming.shortID(first.id))"
        return Document(
            blocks(facts.indices) + [
                .paragraph([Span(facts.count.of("fact"), .dim)]), .next([[Span(command, .command)]]),
            ])
    }
}

extension FactsPage {
    /// The facts in one part of the list, by subject.
    package func blocks(_ range: Range<Int>) -> [Document.Block] {
        let marks = marks
        let groups = facts[range.clamped(to: facts.indices)].grouped { naming.subject(of: $0) }
        return groups.flatMap { group -> [Document.Block] in
            let details = group.members.map {
                Entry.Detail.part($0.summary(naming, reports: reports, mark: marks[$0.id]))
            }
            let subject = group.members.first?.claims.first?.subject.entity.map(Target.entity)
            return [.entry(Entry([Span(group.key, .subject, of: subject)], details)), .blank]
        }
    }
}

extension Naming {
    /// The subject of a fact by name.
    func subject(of fact: Fact) -> String { fact.claims.first.map { name(of: $0.subject) } ?? "" }

    fileprivate func sortKey(of fact: Fact) -> [String] {
        [subject(of: fact), fact.claims.first.map(predicate) ?? "", fact.id.letters]
    }
}

extension Sequence {
    /// Neighbours with the same key together, in order.
    func grouped(by key: (Element) -> String) -> [(key: String, members: [Element])] {
        var groups: [(key: String, members: [Element])] = []
        for element in self {
            let key = key(element)
            if groups.last?.key == key {
                groups[groups.count - 1].members.append(element)
            } else {
                groups.append((key, [element]))
            }
        }
        return groups
    }
}

extension Sequence<Contradiction> {
    /// The label of each fact's contradiction.
    var marks: [FactID: Headline] {
        let marks = flatMap { found in
            found.facts.compactMap { fact in Headline(rawValue: found.content.rawValue).map { (fact, $0) } }
        }
        return Dictionary(marks, uniquingKeysWith: Swift.min)
    }
}
