import Facts
import TestSupport
import Testing

/// What is followed where several people ruled.
@Suite struct DisputeTests {
    private func claim(_ object: String = "US$30 million", predicate: String = "pays") throws -> StatedClaim {
        var claim = StatedClaim(
            report: try #require(ReportName("ledger")), subject: .plain("Norland"), predicate: predicate)
        claim.object = .plain(object)
        return claim
    }

    private func decision(
        _ verdict: Verdict, by name: String, at second: Int, on stated: StatedClaim? = nil,
        amended: StatedClaim? = nil, replacing: [DecisionID] = []
    ) throws -> Decision {
        let target = ClaimTarget(claim: try stated ?? claim(), sentences: ["Norland pays."])
        let ruling = try #require(Ruling(verdict, on: .claim(target), amended: amended))
        return Decision(
            ruling, author: "\(name) <\(name)@example.org>", seconds: second, reason: "", replacing: replacing)
    }

    @Test func `rulings that differ are followed by nobody, whoever ruled later`() throws {
        for seconds in [(1, 2), (2, 1), (1, 1)] {
            let decisions = [
                try decision(.accept, by: "ana", at: seconds.0), try decision(.reject, by: "ben", at: seconds.1),
            ]
            let standing = StandingRulings(decisions, vocabulary: .empty)
            #expect(standing.followed == [])
            #expect(standing.disputes.map { Set($0.decisions) } == [Set(decisions)])
            #expect(standing == StandingRulings(decisions.reversed(), vocabulary: .empty))
            #expect(decisions.allSatisfy { standing.standings[$0.id] == .disputed })
        }
    }

    @Test func `another ruling takes the place of all, and ends the dispute`() throws {
        let sides = [try decision(.accept, by: "ana", at: 1), try decision(.reject, by: "ben", at: 2)]
        let last = try decision(.accept, by: "ben", at: 3, replacing: sides.map(\.id))
        let standing = StandingRulings(sides + [last], vocabulary: .empty)
        #expect(standing.followed == [last])
        #expect(standing.disputes == [])
        #expect(standing.standings == [last.id: .followed])
    }

    @Test func `a ruling stands against one that took the earlier ruling back`() throws {
        let first = try decision(.accept, by: "ana", at: 1)
        let back = try decision(.reopen, by: "ana", at: 2, replacing: [first.id])
        let other = try decision(.reject, by: "ben", at: 2, replacing: [first.id])
        #expect(StandingRulings([first, back, other], vocabulary: .empty).disputes.count == 1)
        #expect(StandingRulings([first, back], vocabulary: .empty).disputes == [])
    }

    @Test func `who puts a matter off contradicts nobody, and holds where nobody else ruled`() throws {
        let later = try decision(.defer, by: "ana", at: 5)
        let other = try decision(.reject, by: "ben", at: 1)
        #expect(StandingRulings([later, other], vocabulary: .empty).followed == [other])
        #expect(StandingRulings([later], vocabulary: .empty).followed == [later])
    }

    @Test func `amendments are alike when they ask for the same, and in dispute when they do not`() throws {
        func amending(_ object: String, by name: String) throws -> Decision {
            try decision(.amend, by: name, at: 1, amended: claim(object))
        }
        let same = [try amending("US$40 million", by: "ana"), try amending("US$40 million", by: "ben")]
        #expect(StandingRulings(same, vocabulary: .empty).followed.count == 2)
        let unlike = [same[0], try amending("US$50 million", by: "ben")]
        #expect(StandingRulings(unlike, vocabulary: .empty).disputes.count == 1)
    }

    @Test func `claims that a vocabulary reads alike are one matter`() throws {
        let vocabulary = try VocabularyReader.read(
            """
            format: vocabulary/1
            entities: []
            predicates:
              - {id: pays, label: pays, aliases: [hands over], kind: event}
            """)
        let decisions = [
            try decision(.accept, by: "ana", at: 1),
            try decision(.reject, by: "ben", at: 2, on: claim(predicate: "hands over")),
        ]
        #expect(StandingRulings(decisions, vocabulary: .empty).disputes == [])
        #expect(StandingRulings(decisions, vocabulary: vocabulary).disputes.count == 1)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `what is followed depends on the decisions alone, however two people's come together`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var decisions: [Decision] = []
        for second in 0..<12 {
            let matter = try claim(random.pick(["one", "two", "three"]))
            let replaced = random.pick([[], [], random.pick([decisions.map(\.id), []])])
            decisions.append(
                try decision(
                    random.pick([.accept, .reject, .defer, .reopen]), by: random.pick(["ana", "ben"]), at: second / 2,
                    on: matter, replacing: replaced))
        }
        let whole = StandingRulings(decisions, vocabulary: .empty)
        #expect(StandingRulings(decisions.shuffled(using: &random), vocabulary: .empty) == whole, "seed \(seed)")
        let split = Int.random(in: 0...12, using: &random)
        let union = Set(decisions[..<split]).union(decisions[(split / 2)...])
        #expect(StandingRulings(Array(union), vocabulary: .empty) == whole, "seed \(seed)")
        // Nobody is followed where people disagree, and nobody is dropped where they do not.
        let disputed = Set(whole.disputes.flatMap(\.decisions))
        #expect(disputed.isDisjoint(with: whole.followed), "seed \(seed)")
        #expect(whole.disputes.allSatisfy { Set($0.decisions.map(\.ruling.verdict)).count > 1 }, "seed \(seed)")
    }
}
