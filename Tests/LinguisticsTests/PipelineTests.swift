import Linguistics
import Testing

@Suite struct PipelineTests {
    @Test func `a sentence gets tokens, tags, base forms, a tree and names`() throws {
        let parsed = try Pipeline.english().parse(sentence: "The harbour board didn't meet Mara Lindqvist in Oslo.")
        #expect(
            parsed.tokens.map(\.text) == [
                "The", "harbour", "board", "did", "n't", "meet", "Mara", "Lindqvist", "in", "Oslo", ".",
            ])
        #expect(parsed.tokens.map(\.lemma).prefix(6) == ["the", "harbour", "board", "do", "not", "meet"])
        #expect(parsed.tokens[5].label == .root)
        #expect(parsed.tokens[2].label == .subject && parsed.tokens[2].head == 5)
        #expect(parsed.entities.contains(NamedEntity(tokens: 6..<8, label: "PERSON")))
        #expect(parsed.sentences == [0..<11])
    }

    @Test func `both kinds of arithmetic read alike`() throws {
        let text =
            "Two ferries collided off Bergen on 3 May; nobody was hurt, the coastguard said. An inquiry opened on Monday."
        let portable = try Pipeline(english: .portable).parse(text)
        #expect(try Pipeline.english().parse(text) == portable)
        #expect(portable.sentences.count == 2)
    }
}
