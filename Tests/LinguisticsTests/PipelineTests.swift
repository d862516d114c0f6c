import Linguistics
import Testing

@Suite struct PipelineTests {
    @Test func `a sentence gets tokens, tags, base forms, a tree and names`() {
        let parsed = Pipeline.english().parse(
            sentence: "Maria Lund wasn't told that Norway had sold two ships in 2019.")
        let tokens = parsed.tokens
        #expect(
            tokens.map(\.text) == [
                "Maria", "Lund", "was", "n't", "told", "that", "Norway", "had", "sold", "two", "ships", "in", "2019",
                ".",
            ])
        #expect(tokens.map(\.lemma)[2...8] == ["be", "not", "tell", "that", "Norway", "have", "sell"])
        #expect(tokens[4].head == 4)
        #expect(tokens[4].label == .root)
        #expect(tokens[1].label == .passiveSubject)
        #expect(tokens[8].label == .clausalComplement)
        #expect(tokens[10].head == 8)
        #expect(parsed.entities.map(\.label) == ["PERSON", "GPE", "CARDINAL", "DATE"])
        #expect(parsed.sentences == [0..<14])
    }

    @Test func `a text falls into its sentences`() {
        let parsed = Pipeline.english().parse("The ferry left at noon. Nobody saw it return.")
        #expect(parsed.sentences == [0..<6, 6..<11])
    }

    @Test func `an empty text has no tokens`() {
        #expect(Pipeline.english().parse("").tokens.isEmpty)
        #expect(Pipeline.english().parse(sentence: "").sentences.isEmpty)
    }
}
