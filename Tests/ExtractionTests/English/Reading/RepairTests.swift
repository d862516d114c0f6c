import Extraction
import Facts
import TestSupport
import Testing

@Suite struct `Sentences that parsers tangle are read as they stand` {
    @Test(
        arguments: [
            (
                "Two climbers were killed and three others injured on Sunday.",
                ["Two climbers | was killed | -", "three others | was injured | - @2025-11-16"]
            ),
            (
                "Governor Elin Torp, whose term ends in March, met the board.",
                [
                    "Elin Torp | is | Governor", "Elin Torp's term | ended | - @2026-03", "Elin Torp | met | board",
                ]
            ),
            ("Officials sent to Norland", ["Officials | was sent to | Norland"]),
            (
                "The envoy secretly visited Norland in order to sell grain.",
                ["envoy | visited | Norland manner=secretly", "envoy | sold | grain planned"]
            ),
            (
                "The strike lasted 19 days, the Courier reported, citing union officials.",
                ["strike | lasted | 19 days by union officials < Courier"]
            ),
            (
                "The army accused the paper of printing lies.",
                [
                    "army | accused | paper of=printing lies", "paper | printed | lies probable by army",
                ]
            ),
            (
                "Norland and Estova believe the treaty to be dead.",
                ["treaty | is dead | - probable by Norland and Estova"]
            ),
        ] as [(String, [String])])
    func `claims what the words say`(sentence: String, expected: [String]) async throws {
        #expect(try await claims(of: sentence) == expected)
    }
}
