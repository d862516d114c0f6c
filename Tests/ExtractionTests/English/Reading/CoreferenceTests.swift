import Extraction
import Facts
import TestSupport
import Testing

@Suite struct `Pronouns are followed where it is safe` {
    @Test func `he is the person that the sentence before was about`() async throws {
        #expect(
            try await claims(of: "Jonas Reek visited Estova on Tuesday. He met the president.") == [
                "Jonas Reek | visited | Estova @2025-11-18", "Jonas Reek | met | president",
            ])
    }

    @Test func `the passage before counts as well`() async throws {
        let before = ["Jonas Reek visited Estova on Tuesday."]
        #expect(try await claims(of: "He met the president.", after: before) == ["Jonas Reek | met | president"])
    }

    @Test func `a surname stands for the full name before it`() async throws {
        let before = ["Jonas Reek visited Estova on Tuesday."]
        #expect(
            try await claims(of: "Reek said that he would return.", after: before)
                == ["Jonas Reek | returned | - expected by Jonas Reek"])
    }

    @Test func `a pronoun is followed to a surname where the full name was told before it`() async throws {
        let surname = "Reek crossed the border on Friday."
        let full = "Jonas Reek visited Estova on Tuesday."
        #expect(try await claims(of: "He closed the port.", after: [full, surname]) == ["Jonas Reek | closed | port"])
        #expect(try await claims(of: "He closed the port.", after: [surname]).isEmpty)
    }

    @Test func `it and its are followed to the only thing the sentence before was about`() async throws {
        #expect(
            try await claims(of: "The port authority closed the harbour in March. It reopened the harbour in June.")
                == [
                    "port authority | closed | harbour @2025-03", "port authority | reopened | harbour @2025-06",
                ])
        #expect(
            try await claims(of: "Workers left the plant. Their union had called a strike.")
                == ["Workers | left | plant", "Workers' union | called | strike"])
    }

    @Test func `it is what the sentence before brought up, where that was about a person`() async throws {
        #expect(
            try await claims(of: "The mayor visited the site and promised an inquiry. It will start in May.").last
                == "inquiry | started | - @2026-05 expected")
        #expect(
            try await claims(of: "The accountant may testify in a second trial. It is scheduled to begin on 17 March.")
                .last
                == "second trial | began | - @2026-03-17 planned")
    }

    @Test func `no country is a meeting, and blame is for the plans of others`() async throws {
        #expect(
            try await claims(of: "Norland invited Verania to the talks. It was the first such meeting since 2010.")
                .allSatisfy { !$0.contains("first such meeting") })
        #expect(
            try await claims(of: "Norland and Verania left, condemning their efforts to open the border.")
                .allSatisfy { !$0.contains("| opened |") })
    }

    @Test func `a pronoun without a sure antecedent makes no claim`() async throws {
        let reading = try await reading(of: "She opened the library.")
        #expect(reading.claims.isEmpty)
        #expect(
            reading.omissions == [
                Omission(
                    quote: "She opened the library", start: 0,
                    reason: "the subject is a pronoun without a sure antecedent")
            ])
    }
}
