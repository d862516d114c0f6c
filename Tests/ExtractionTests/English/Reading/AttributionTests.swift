import Extraction
import Facts
import TestSupport
import Testing

@Suite struct `Who says it is read` {
    @Test(
        arguments: [
            (
                "The editor said that the paper would appear on Monday.",
                ["paper | appears | - @2025-11-24 expected by editor"]
            ),
            (
                "The dam is leaking, the Water Office said.",
                ["dam | leaked | - by Water Office"]
            ),
            (
                "\"The road is open,\" said police chief Ines Dahl.",
                ["road | is open | - by Ines Dahl", "Ines Dahl | is | police chief"]
            ),
        ] as [(String, [String])])
    func `a verb of saying names the speaker, before or after`(sentence: String, expected: [String]) async throws {
        #expect(try await claims(of: sentence) == expected)
    }

    @Test(
        arguments: [
            (
                "The Herald, citing two officials, reported that the port had closed.",
                ["port | closed | - by two officials < Herald"]
            ),
            (
                "Officials told the Courier that the dam was leaking, according to a report.",
                ["dam | leaked | - by Officials < report"]
            ),
        ] as [(String, [String])])
    func `a source behind the speaker stands before the speaker`(sentence: String, expected: [String]) async throws {
        #expect(try await claims(of: sentence) == expected)
    }

    @Test(
        arguments: [
            (
                "The charity accused the army of burning crops.",
                ["charity | accused | army of=burning crops", "army | burned | crops probable by charity"]
            )
        ] as [(String, [String])])
    func `an accusation is the word of the accuser`(sentence: String, expected: [String]) async throws {
        #expect(try await claims(of: sentence) == expected)
    }

    @Test(
        arguments: [
            (
                "The president denied that the army had attacked the town.",
                ["army | attacked | town DENIED by president"]
            )
        ] as [(String, [String])])
    func `a denial denies`(sentence: String, expected: [String]) async throws {
        #expect(try await claims(of: sentence) == expected)
    }

    @Test(
        arguments: [
            (
                "The ministry did not say whether the pilot had survived.",
                []
            )
        ] as [(String, [String])])
    func `what nobody says is no claim`(sentence: String, expected: [String]) async throws {
        #expect(try await claims(of: sentence) == expected)
    }

    @Test(
        arguments: [
            (
                "\"We will fight,\" the union's head, Leona Vask, said.",
                ["Leona Vask | is | union's head", "Leona Vask | said | We will fight"]
            )
        ] as [(String, [String])])
    func `a quotation that makes no claim is still said`(sentence: String, expected: [String]) async throws {
        #expect(try await claims(of: sentence) == expected)
    }
}
