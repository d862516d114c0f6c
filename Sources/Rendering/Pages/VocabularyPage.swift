package import FactDiff
package import Facts

/// The predicates that a revision's facts use, and what is declared of each: `annals vocabulary`.
package struct VocabularyPage: Page {
    /// The predicates, those with most facts first.
    package let uses: [PredicateUse]
    /// Ids of predicates that are declared and in no use, sorted; empty where only some predicates were asked for.
    package let unused: [String]
    /// How much can be found contradictory at all.
    package let coverage: ContradictionCoverage
    /// What things are called.
    package let naming: Naming

    /// A page of predicates in the order given.
    package init(
        _ uses: [PredicateUse], unused: [String] = [], coverage: ContradictionCoverage, naming: Naming
    ) {
        (self.uses, self.unused, self.coverage, self.naming) = (uses, unused, coverage, naming)
    }

    package var schema: String { "vocabulary/1" }
    package var header: [String: JSONValue] {
        [
            "count": .integer(uses.count), "coverage": coverage.json(naming),
            "unused": .array(unused.map { .string($0) }),
        ]
    }

    package var items: [JSONValue] { uses.map { .object(json($0)) } }

    package var document: Document {
        guard let first = uses.first else { return Document([.paragraph("no predicate in use is such a one")]) }
        let open = uses.first { !$0.canContradict }
        let commands =
            ["annals facts \(name(of: first).shellQuoted)"]
            + (open == nil ? [] : ["annals vocabulary --propose"])
        return Document(
            uses.map { .entry(entry($0)) } + [.blank] + coverage.extent(naming).map { .paragraph([Span($0, .dim)]) }
                + idle + [.blank, .next(commands.map { [Span($0, .command)] })])
    }

    /// What it is called and how much is said with it; what is declared, in which words it is said, and how many have several values.
    private func entry(_ use: PredicateUse) -> Entry {
        let title = Line([Span(name(of: use), .subject)]).then(count(use), gap: 2)
        let declared = use.isDeclared ? use.predicate.rules(naming.predicateName) : ["nothing"]
        let others = use.wordings.filter { $0.text != name(of: use) }.prefix(Self.wordingsNamed)
        let wordings = others.map { Line([Span("\($0.text) (\($0.count.grouped))")]) }
        let rest = use.wordings.count - 1 - others.count
        let more: [Line] = rest > 0 ? [[Span("\(rest.grouped) more", .dim)]] : []
        var details: [Entry.Detail] = [.field([Span("declared", .dim)], [Span(declared.joined(separator: "; "))])]
        if !wordings.isEmpty { details.append(.field([Span("said", .dim)], (wordings + more).commaSeparated)) }
        if let values = use.valuesPhrase { details.append(.field([Span("values", .dim)], [Span(values)])) }
        if use.mayBeSingleValued, !use.canContradict {
            details.append(.note([Span("nothing that is said speaks against a single value", .hint)]))
        }
        return Entry(title, details)
    }

    /// Other words that are named before the rest is counted.
    private static let wordingsNamed = 4

    private func count(_ use: PredicateUse) -> String { "\(use.facts.of("fact")) in \(use.reports.of("report"))" }
    private func name(of use: PredicateUse) -> String { use.isDeclared ? use.predicate.label : use.wordings[0].text }

    private var idle: [Document.Block] {
        guard !unused.isEmpty else { return [] }
        let isOne = unused.count == 1
        return [
            .paragraph([Span("\(unused.count.grouped) more \(isOne ? "is" : "are") declared and not in use", .dim)])
        ]
    }

    private func json(_ use: PredicateUse) -> [String: JSONValue] {
        let wordings = use.wordings.map { ($0.text, JSONValue.integer($0.count)) }
        return [
            "predicate": .string(use.id), "label": .string(name(of: use)), "declared": .bool(use.isDeclared),
            "rules": .array((use.isDeclared ? use.predicate.rules { $0 } : []).map { .string($0) }),
            "canContradict": .bool(use.canContradict), "facts": .integer(use.facts),
            "reports": .integer(use.reports), "subjects": .integer(use.subjects),
            "dividedSubjects": .integer(use.dividedSubjects),
            "wordings": .object(Dictionary(uniqueKeysWithValues: wordings)),
            "types": .object(Dictionary(uniqueKeysWithValues: use.types.map { ($0.key.rawValue, .integer($0.value)) })),
        ]
    }
}
