import Extraction
import Facts
import TestSupport
import Testing

@Suite struct `Clauses are read from sentences` {
    @Test(
        arguments: [
            (
                "The council approved the budget and rejected the bridge.",
                ["council | approved | budget", "council | rejected | bridge"]
            ),
            (
                "The army did not shell or bomb the town.",
                ["army | shelled | town DENIED", "army | bombed | town DENIED"]
            ),
        ] as [(String, [String])])
    func `coordinated verbs share their subject`(sentence: String, expected: [String]) async throws {
        #expect(try await claims(of: sentence) == expected)
    }

    @Test(
        arguments: [
            (
                "Doctors and nurses have left the town.",
                ["Doctors | left | town", "nurses | left | town"]
            ),
            (
                "Verania sold grain to Norland and Estova.",
                ["Verania | sold | grain to=Norland and Estova"]
            ),
        ] as [(String, [String])])
    func `coordinated subjects and objects make claims of their own`(sentence: String, expected: [String]) async throws
    {
        #expect(try await claims(of: sentence) == expected)
    }

    @Test(
        arguments: [
            (
                "The dam was built by Delta Works in 1987.",
                ["Delta Works | built | dam @1987"]
            ),
            (
                "The bridge that the army destroyed was rebuilt.",
                ["army | destroyed | bridge", "bridge | was rebuilt | -"]
            ),
        ] as [(String, [String])])
    func `a passive says who did it`(sentence: String, expected: [String]) async throws {
        #expect(try await claims(of: sentence) == expected)
    }

    @Test(
        arguments: [
            (
                "The mill, which employs 300 people, will close in May.",
                ["mill | employed | 300 people", "mill | closed | - @2026-05 expected"]
            ),
            (
                "The minister who signed the order resigned on Friday.",
                ["minister | signed | order", "minister | resigned | - @2025-11-14"]
            ),
            (
                "Ships carrying grain reached the port of Sel on 3 May 2021.",
                ["Ships | carried | grain", "Ships | reached | port of Sel @2021-05-03"]
            ),
        ] as [(String, [String])])
    func `relative clauses are about what they hang on`(sentence: String, expected: [String]) async throws {
        #expect(try await claims(of: sentence) == expected)
    }

    @Test(
        arguments: [
            (
                "Norland asked Verania to open the border.",
                ["Norland | asked | Verania", "Verania | opened | border requested"]
            ),
            (
                "Norland promised Verania to open the border.",
                ["Norland | opened | border planned"]
            ),
            (
                "The government allowed the paper to appear.",
                ["government | allowed | -"]
            ),
            (
                "The plan to build a road was dropped.",
                ["plan to build a road | was dropped | -"]
            ),
        ] as [(String, [String])])
    func `infinitives are about whoever the verb before them says`(sentence: String, expected: [String]) async throws {
        #expect(try await claims(of: sentence) == expected)
    }

    @Test(
        arguments: [
            (
                "The mayor, Ada Falk, opened the library.",
                ["Ada Falk | is | mayor", "Ada Falk | opened | library"]
            ),
            (
                "Finance minister Jonas Reek met union leaders in Port Sel.",
                ["Jonas Reek | is | Finance minister", "Jonas Reek | met | union leaders in Port Sel"]
            ),
            (
                "The commander of the northern fleet, Karl Brandt, said that repairs would cost 45 million crowns.",
                [
                    "Karl Brandt | is | commander of the northern fleet",
                    "repairs | cost | 45 million crowns expected by Karl Brandt",
                ]
            ),
        ] as [(String, [String])])
    func `titles and appositions say what somebody is`(sentence: String, expected: [String]) async throws {
        #expect(try await claims(of: sentence) == expected)
    }

    @Test(
        arguments: [
            (
                "There are talks between Norland and Verania.",
                ["talks between Norland and Verania | exists | -"]
            )
        ] as [(String, [String])])
    func `existence is a claim about what there is`(sentence: String, expected: [String]) async throws {
        #expect(try await claims(of: sentence) == expected)
    }

    @Test(
        arguments: [
            (
                "The firm paid $4.2 billion for the mine.",
                ["firm | paid | $4.2 billion for=mine"]
            ),
            (
                "More than 300 people signed the petition.",
                ["people | signed | petition number=more than 300"]
            ),
            (
                "Prices rose 3 percent in April.",
                ["Prices | rose | 3 percent @2025-04"]
            ),
        ] as [(String, [String])])
    func `quantities keep their bounds and units`(sentence: String, expected: [String]) async throws {
        #expect(try await claims(of: sentence) == expected)
    }

    @Test(
        arguments: [
            (
                "Norland cut its ties with Verania in 2009 because of the war.",
                ["Norland | cut | its ties with Verania reason=war @2009"]
            ),
            (
                "Estova has controlled the island since 1995.",
                ["Estova | controlled | island @1995/.."]
            ),
            (
                "The judge sentenced Karl Brandt to six years in prison for taking bribes.",
                [
                    "judge | sentenced | Karl Brandt for=taking bribes to=six years in prison",
                    "Karl Brandt | took | bribes",
                ]
            ),
            (
                "After lacking funds for years, the theatre – a brick hall – reopened in 2019.",
                [
                    "theatre | lacks | funds duration=years",
                    "theatre | reopened | - after=lacking funds for years @2019",
                ]
            ),
        ] as [(String, [String])])
    func `adjuncts are arguments, times are not`(sentence: String, expected: [String]) async throws {
        #expect(try await claims(of: sentence) == expected)
    }
}
