import Extraction
import Facts
import TestSupport
import Testing

@Suite struct `Phrases of a vocabulary are found in plain news` {
    @Test(
        arguments: [
            (
                "The Oslo visit was intended to reach a deal with the miners.",
                ["Oslo visit | had the purpose | reach a deal with the miners"]
            ),
            (
                "The union has made a truce conditional on higher wages.",
                ["union | makes a truce conditional on | higher wages"]
            ),
            (
                "Norway has mediated between Peru and Chile.",
                ["Norway | mediated between | Peru with=Chile"]
            ),
            (
                "Anna Lind, the head of the bank, and Major General Peter Rask travelled to Peru, Martin Roth said.",
                [
                    "bank | is headed by | Anna Lind", "Anna Lind | visited | Peru by Martin Roth",
                    "Peter Rask | visited | Peru by Martin Roth",
                ]
            ),
        ] as [(String, [String])])
    func `purposes, conditions, two parties and two travellers`(sentence: String, expected: [String]) async throws {
        let reader = EnglishReader(vocabulary: try VocabularyReader.read(Self.vocabulary), parse: EnglishPipeline.parse)
        let reading = await reader.read(try passage(sentence))
        #expect(reading.claims.map(\.words) == expected)
    }

    private static let vocabulary = """
        format: vocabulary/1
        entities:
          - {name: Peru, type: country}
          - {name: Chile, type: country}
          - {name: Norway, type: country}
        predicates:
          - {id: purpose, label: had the purpose, aliases: [was intended to], kind: attribute, roles: {object: {type: text}}}
          - {id: condition-for-truce, label: makes a truce conditional on, kind: state, roles: {object: {type: text}}}
          - id: mediated
            label: mediated between
            aliases: [mediates between]
            kind: event
            roles: {object: {type: entity}, with: {type: entity}}
          - {id: visited, label: visited, aliases: [travelled to], kind: event, roles: {object: {type: entity}}}
          - {id: headed-by, label: is headed by, inverse: [is head of], kind: state, roles: {object: {type: entity}}}

        """
}
