import Extraction
import Linguistics
import Testing

@Suite struct `Clauses that leave words out` {
    @Test func `a participle on a noun is passive, also where the tagger took it for a past tense`() throws {
        let rows = [
            ("A", "a", "DET", "DT", 2, "det"), ("firm", "firm", "NOUN", "NN", 6, "nsubj"),
            ("founded", "found", "VERB", "VBD", 2, "acl"), ("in", "in", "ADP", "IN", 3, "prep"),
            ("Oslo", "Oslo", "PROPN", "NNP", 4, "pobj"), ("closed", "close", "VERB", "VBD", 0, "ROOT"),
        ]
        let lines = rows.enumerated().map { number, row in
            "\(number + 1)\t\(row.0)\t\(row.1)\t\(row.2)\t\(row.3)\t_\t\(row.4)\t\(row.5)\t_\t_"
        }
        let text = try #require(ParsedText(conllu: lines.joined(separator: "\n") + "\n"))
        let clause = try #require(ClauseFinder.clauses(in: text).first { $0.head == 2 })
        #expect(clause.subjects == [1])
        #expect(clause.isPassive)
    }

    @Test func `coordinated verbs share the object after the last, whatever stands before the first`() throws {
        let text = try Pipeline.english().parse(sentence: "In good times, traders buy and sell great loads of wheat.")
        let clauses = ClauseFinder.clauses(in: text)
        let objects = clauses.filter { $0.form == .verb }.map { $0.objects.map { text.tokens[$0].text } }
        #expect(objects == [["loads"], ["loads"]])
    }
}
