import Linguistics
import Testing

@Suite struct PipelineTests {
    @Test func `a sentence gets tokens, tags, base forms, a tree and names`() throws {
        let parsed = try Pipeline.english().parse(
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

    @Test func `a text falls into its sentences`() throws {
        let parsed = try Pipeline.english().parse("The ferry left at noon. Nobody saw it return.")
        #expect(parsed.sentences == [0..<6, 6..<11])
    }

    @Test func `an empty text has no tokens`() throws {
        #expect(try Pipeline.english().parse("").tokens.isEmpty)
        #expect(try Pipeline.english().parse(sentence: "").sentences.isEmpty)
    }

    @Test func `both kinds of arithmetic read alike`() throws {
        let text =
            "Two ferries collided off Bergen on 3 May; nobody was hurt, the coastguard said. An inquiry opened on Monday."
        let portable = try Pipeline(english: .portable).parse(text)
        #expect(try Pipeline.english().parse(text) == portable)
        #expect(portable.sentences.count == 2)
    }

    @Test func `words with endings that English cuts keep their base forms`() throws {
        let parsed = try Pipeline.english().parse(sentence: "The harbour board didn't meet Mara Lindqvist in Oslo.")
        #expect(parsed.tokens.map(\.lemma).prefix(6) == ["the", "harbour", "board", "do", "not", "meet"])
        #expect(parsed.tokens[5].label == .root)
        #expect(parsed.tokens[2].label == .subject && parsed.tokens[2].head == 5)
        #expect(parsed.entities.contains(NamedEntity(tokens: 6..<8, label: "PERSON")))
    }
}
