import Facts
import TestSupport
import Testing

/// What people rule, as values.
@Suite struct DecisionTests {
    private var claim: StatedClaim {
        get throws {
            var claim = StatedClaim(
                report: try #require(ReportName("ledger")), subject: .plain("Norland"), predicate: "pays")
            claim.object = .plain("US$30 million")
            claim.evidence = [.init(quote: "Norland pays US$30 million", start: 12, end: 38)]
            return claim
        }
    }

    private var matters: [Matter] {
        get throws {
            let claim = Vocabulary.empty.read(try claim, evidence: [])
            return [
                .claim(ClaimTarget(claim: try self.claim, sentences: ["Norland pays US$30 million."])),
                .claim(ClaimTarget(claim: try self.claim, sentences: [], isGone: true)),
                .contradiction(ContradictionTarget(facts: [claim.fact], assertions: [Assertion(claim)])),
                .entities("Norland", "Nordland"), .source("Gulf Ledger"), .agreement,
            ]
        }
    }

    @Test func `every ruling is read back from its stored form as it was`() throws {
        var count = 0
        for matter in try matters {
            for verdict in Verdict.allCases {
                let amended = verdict == .amend ? try claim : nil
                guard let ruling = Ruling(verdict, on: matter, amended: amended) else { continue }
                let decision = Decision(
                    ruling, author: "Ana <ana@example.org>", seconds: 1_600_000_000, reason: "x\n\u{202E}")
                #expect(Decision(json: try JSONParser.parse(decision.json.canonicalBytes)) == decision)
                count += 1
            }
        }
        #expect(count == 5 + 3 + 6 + 3 + 2 + 2)
    }

    @Test func `a stored decision that was tampered with is none`() throws {
        let ruling = try #require(Ruling(.accept, on: .source("Gulf Ledger")))
        let decision = Decision(ruling, author: "Ana <ana@example.org>", seconds: 5, reason: "known")
        var members = try #require(decision.json.object)
        members["reason"] = "unknown"
        #expect(Decision(json: .object(members)) == nil)
    }

    @Test func `names make one matter in either order`() throws {
        #expect(Ruling(.same, on: .entities("b", "a")) == Ruling(.same, on: .entities("a", "b")))
    }

    @Test func `where a quotation stands does not belong to what is ruled on`() throws {
        var moved = try claim
        moved.evidence = [.init(quote: "Norland pays US$30 million", start: 99, end: 125)]
        #expect(ClaimTarget(claim: moved, sentences: ["s"]) == ClaimTarget(claim: try claim, sentences: ["s"]))
    }

    @Test func `decisions of two people unite in any order to the same in force`() throws {
        let ruling = try #require(Ruling(.accept, on: .source("Gulf Ledger")))
        let first = Decision(ruling, author: "Ana <a@example.org>", seconds: 1, reason: "")
        let reopen = try #require(Ruling(.reopen, on: .source("Gulf Ledger")))
        let second = Decision(reopen, author: "Ben <b@example.org>", seconds: 2, reason: "", replacing: [first.id])
        #expect(StandingRulings([first, second], vocabulary: nil).followed == [])
        #expect(StandingRulings([second, first], vocabulary: nil).followed == [])
        #expect(StandingRulings([first], vocabulary: nil).followed == [first])
        #expect([first, second].latest == [second])
    }
}
