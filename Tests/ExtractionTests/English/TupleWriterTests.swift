import Extraction
import Linguistics
import Testing

@Suite struct `Clauses are stated as tuples` {
    /// Relation, subject and what follows, between bars.
    @Test(
        arguments: [
            ("The bank gave the farmers money in 2019.", ["gave | The bank | money | the farmers | in 2019"]),
            ("Her answer depends on the weather.", ["depends on | Her answer | the weather"]),
            ("The bridge was closed by the mayor.", ["was closed by | The bridge | the mayor"]),
            ("The dogs and the cats chased a fox.", ["chased | The dogs and the cats | a fox"]),
            ("The shop sells bread and coffee.", ["sells | The shop | bread", "sells | The shop | coffee"]),
            ("The villagers wanted to build a school.", ["wanted to build | The villagers | a school"]),
            ("The two sums are equal to the debt.", ["are equal to | The two sums | the debt"]),
            (
                "The minister said that the road is open.",
                ["said that | The minister | the road is open", "is | the road | open"]
            ),
            ("There is a market in the town.", ["is | There | a market in the town"]),
        ])
    func `a clause is its verb and the phrases around it`(sentence: String, expected: [String]) throws {
        #expect(try tuples(sentence).map(\.words) == expected)
    }

    @Test func `what stands beside a name is said of it with a verb that is not there, and less surely`() throws {
        let found = try tuples("Anna Berg, the mayor of Bergen, opened Norway's oldest museum.")
        #expect(found.map(\.words).contains("=is | Anna Berg | the mayor of Bergen"))
        #expect(found.map(\.words).contains("=has | Norway | oldest museum"))
        let opened = try #require(found.first { $0.words.hasPrefix("opened") })
        #expect(found.allSatisfy { $0.words == opened.words || $0.confidence < opened.confidence })
    }

    @Test func `words without a clause make no tuple`() throws {
        #expect(try tuples("").isEmpty)
        #expect(try tuples("Bread and salt.").isEmpty)
    }

    private func tuples(_ sentence: String) throws -> [(words: String, confidence: Double)] {
        let text = try Pipeline.english().parse(sentence: sentence)
        return TupleWriter.tuples(in: text).map { tuple in
            let parts = [tuple.relation] + tuple.arguments
            return (parts.map { words($0, in: text) }.joined(separator: " | "), tuple.confidence)
        }
    }

    private func words(_ words: Tuple.Words, in text: ParsedText) -> String {
        switch words {
        case .supplied(let word): "=" + word
        case .tokens(let tokens): tokens.map { text.tokens[$0].text }.joined(separator: " ")
        }
    }
}
