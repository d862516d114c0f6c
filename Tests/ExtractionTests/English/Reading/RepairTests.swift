import Extraction
import Facts
import TestSupport
import Testing

@Suite struct `Sentences that parsers tangle are read as they stand` {
    @Test(
        arguments: [
            (
                "Two climbers were killed and three others injured on Sunday.",
                [
                    "climbers | was killed | - number=two", "others | was injured | - number=three @2025-11-16",
                ]
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
            (
                "The lake, which was dug in 1950, supplies drinking water to the town.",
                ["lake | was dug | - @1950", "lake | supplied | drinking water to=town"]
            ),
            (
                "The company, which was founded in 1990, supplies fuel to the army.",
                ["company | was founded | - @1990", "company | supplied | fuel to=army"]
            ),
            (
                "The bridge over the Aske, which cost 28 million guilders, was opened in 2018.",
                ["bridge over the Aske | cost | 28 million guilders", "bridge over the Aske | was opened | - @2018"]
            ),
            (
                "Petr Hanak, who heads the opposition Green League, met the mayor.",
                ["Petr Hanak | headed | Green League", "Petr Hanak | met | mayor"]
            ),
            (
                "Trade declined due to the army supporting Verania.",
                ["Trade | declined | - reason=army supporting Verania", "army | supported | Verania"]
            ),
            ("Three men are still missing.", ["men | is missing | - number=three"]),
            ("The council went so far as to close the park.", ["council | closed | park"]),
            (
                "The party will form a government that cuts taxes.",
                ["party | formed | government expected", "government | cut | taxes expected"]
            ),
        ] as [(String, [String])])
    func `claims what the words say`(sentence: String, expected: [String]) async throws {
        #expect(try await claims(of: sentence) == expected)
    }
}
