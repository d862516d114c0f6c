import Linguistics

/// A tuple in the making: its parts as tokens.
struct TupleFrame {
    private(set) var relation: [Int]
    let subject: [Int]
    private(set) var objects: [[Int]]
    private(set) var adjuncts: [[Int]]
    let confidence: Double

    init(relation: [Int], subject: [Int], objects: [[Int]], adjuncts: [[Int]], confidence: Double) {
        (self.relation, self.subject, self.objects, self.adjuncts) = (relation, subject, objects, adjuncts)
        self.confidence = confidence
    }

    var tuple: Tuple {
        Tuple(
            relation: .tokens(relation), arguments: ([subject] + objects + adjuncts).map { .tokens($0) },
            confidence: confidence)
    }

    /// "depends on": the first preposition after a verb without an object belongs to the relation.
    mutating func takePreposition(after verb: Int, _ writer: TupleWriter) {
        let index = adjuncts.firstIndex { adjunct in
            adjunct.count > 1 && adjunct[0] > verb && [.preposition, .agent].contains(writer.text.label(adjunct[0]))
        }
        guard objects.isEmpty, let index else { return }
        relation = (relation + [adjuncts[index].removeFirst()]).sorted()
    }

    /// "is equal to": an adjective and its preposition belong to the relation.
    mutating func takePreposition(of adjective: Int, _ writer: TupleWriter) {
        guard objects.count == 1,
            let preposition = writer.text.children(of: adjective, .preposition).first(where: { $0 > adjective })
        else { return }
        let inner = writer.spans.all(of: preposition)
        guard inner.first == preposition, inner.count > 1 else { return }
        relation = (relation + objects[0].filter { !inner.contains($0) } + [preposition]).sorted()
        objects = [Array(inner.dropFirst())]
    }

    /// "said that": the conjunction belongs to the relation.
    mutating func takeConjunction(_ writer: TupleWriter) {
        guard let first = objects.first?.first, writer.text.norm(first) == "that", objects[0].count > 1 else { return }
        relation = (relation + [objects[0].removeFirst()]).sorted()
    }
}
