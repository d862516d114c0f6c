import Extraction
import Facts
import TestSupport
import Testing

@Suite struct `How a thing is said is read` {
    @Test(
        arguments: [
            (
                "The village has no school.",
                ["village | has | school DENIED"]
            ),
            (
                "The company never paid the fine.",
                ["company | paid | fine DENIED"]
            ),
            (
                "The witness no longer works for the port.",
                ["witness | worked for | port DENIED"]
            ),
        ] as [(String, [String])])
    func `not, no, never and no longer deny`(sentence: String, expected: [String]) async throws {
        #expect(try await claims(of: sentence) == expected)
    }

    @Test(
        arguments: [
            (
                "Mara Lindqvist refused to sign the treaty.",
                ["Mara Lindqvist | signed | treaty DENIED refused"]
            ),
            (
                "Hanne Roth has yet to answer the letter.",
                ["Hanne Roth | answered | letter DENIED"]
            ),
            (
                "The bank failed to warn its clients.",
                ["bank | warned | its clients DENIED"]
            ),
            (
                "The office is unlikely to reopen.",
                ["office | reopened | - DENIED probable"]
            ),
        ] as [(String, [String])])
    func `verbs that imply the contrary deny`(sentence: String, expected: [String]) async throws {
        #expect(try await claims(of: sentence) == expected)
    }

    @Test(
        arguments: [
            (
                "Norland may close its embassy.",
                ["Norland | closed | its embassy possible"]
            ),
            (
                "The talks will probably resume on Monday.",
                ["talks | resumed | - @2025-11-24 probable expected"]
            ),
            (
                "Rebels are believed to hold the fort.",
                ["Rebels | held | fort probable"]
            ),
        ] as [(String, [String])])
    func `auxiliaries and adverbs say how sure it is`(sentence: String, expected: [String]) async throws {
        #expect(try await claims(of: sentence) == expected)
    }

    @Test(
        arguments: [
            (
                "The union plans to strike.",
                ["union | struck | - planned"]
            ),
            (
                "The governor would like to visit Estova.",
                ["governor | visited | Estova desired"]
            ),
            (
                "The firm is expected to buy the mine.",
                ["firm | bought | mine expected"]
            ),
            (
                "The court is to hear the case in May.",
                ["court | heard | case @2026-05 planned"]
            ),
        ] as [(String, [String])])
    func `plans, wishes and expectations are no facts yet`(sentence: String, expected: [String]) async throws {
        #expect(try await claims(of: sentence) == expected)
    }

    @Test(
        arguments: [
            (
                "If the river rises, the town will flood.",
                ["river | rose | - hypothetical", "town | flooded | - expected conditional"]
            )
        ] as [(String, [String])])
    func `a condition and what hangs on it are told apart`(sentence: String, expected: [String]) async throws {
        #expect(try await claims(of: sentence) == expected)
    }
}
