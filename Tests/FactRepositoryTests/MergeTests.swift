import FactDiff
import FactRepository
import Facts
import Git
import StoryTestSupport
import TestSupport
import Testing

/// Two analysts, Ana and Ben, on one story.
@Suite struct MergeTests {
    private let pays = News.Sentence("Qatar", "pays", "US$30 million")
    private let visit = News.Sentence("Cohen", "visited", "Doha")
    private let meeting = News.Sentence("Israel", "met", "Hamas")

    private func withCommonStory(_ body: (TwoLines) throws -> Void) throws {
        try withTwoLines {
            story in
            try story.record { try $0.add(News("n", [pays, visit])) }
        } _: {
            try body($0)
        }
    }

    // MARK: reports

    @Test func `what each recorded stands in the merge, and its log names both parents`() throws {
        try withCommonStory { lines in
            try lines.ana.record(day: 1) { try $0.add(News("a", [meeting])) }
            try lines.ben.record(day: 1) { try $0.add(News("b", [visit]), by: "desk@2") }
            let (own, other) = (try lines.ana.latest.id, try lines.ben.latest.id)
            let merge = try lines.anaMerges()
            #expect(merge.outcome == .joined)
            let revision = try #require(merge.result)
            #expect(revision.kind == .merge)
            #expect(revision.extractors == ["desk@2"])
            #expect(revision.counts.reportsAdded == 1)
            #expect(try lines.ana.git.commit(lines.ana.latest.id).parents == [own, other])
            #expect(try lines.ana.latest.reportNames().map(\.description) == ["a", "b", "n"])
            #expect(try lines.ana.latest.text(of: #require(ReportName("b"))) == News("b", [visit]).text)
            #expect(merge.counts.factsSame == 1)
            #expect(merge.counts.factsOfTheirs == 1)
            #expect(merge.counts.factsOfOurs == 1)
            #expect(try lines.ana.log(from: lines.ana.latest.id).map(\.kind) == [.merge, .record, .record, .begin])
        }
    }

    @Test func `an edit, a withdrawal and a new reading on one side each stand`() throws {
        try withTwoLines { story in
            try story.record { recording in
                for name in ["edited", "withdrawn", "reread"] { try recording.add(News(name, [pays, visit])) }
            }
        } _: { lines in
            try lines.ana.record(day: 1) { try $0.add(News("edited", [pays, meeting])) }
            try lines.ben.record(day: 1) { $0.withdrawn = [try News("withdrawn", []).reportName] }
            try lines.ben.record(day: 2) { try $0.add(News("reread", [pays, visit]), by: "desk@2") }
            #expect(try lines.anaMerges().outcome == .joined)
            #expect(try lines.ana.latest.reportNames().map(\.description) == ["edited", "reread"])
            let reread = try lines.ana.latest.record(of: #require(ReportName("reread")))
            #expect(reread?.extractor?.description == "desk@2")
            #expect(try lines.ana.claimSubjects == ["Cohen", "Israel", "Qatar", "Qatar"])
        }
    }

    @Test func `the same report recorded by both is no question`() throws {
        try withCommonStory { lines in
            try lines.ana.record(day: 1) { try $0.add(News("same", [meeting])) }
            try lines.ben.record(day: 2) { try $0.add(News("same", [meeting])) }
            let merge = try lines.anaMerges()
            #expect(merge.outcome == .joined)
            #expect(merge.counts.reportsOfBoth == 1)
        }
    }

    @Test func `nothing is recorded where both changed one report, and each side can be taken`() throws {
        try withCommonStory { lines in
            let name = try #require(ReportName("n"))
            try lines.ana.record(day: 1) { try $0.add(News("n", [pays, meeting])) }
            try lines.ben.record(day: 1) { try $0.add(News("n", [visit, meeting]), by: "desk@2") }
            let tip = try lines.ana.tip()
            let waiting = try lines.anaMerges()
            #expect(waiting.outcome == .undecided)
            #expect(waiting.isWaiting)
            #expect(waiting.undecided.map(\.reason) == [.texts])
            #expect(waiting.undecided.first?.theirs?.extractor?.description == "desk@2")
            #expect(try lines.ana.tip() == tip)
            var choices = MergeChoices()
            choices.reports = [name: .theirs]
            #expect(try lines.anaMerges(choices).outcome == .joined)
            #expect(try lines.ana.claimSubjects == ["Cohen", "Israel"])
            #expect(try lines.benMerges().outcome == .forwarded)
        }
    }

    @Test func `a withdrawal against an edit, and two readings of one text, are for a person`() throws {
        try withTwoLines { story in
            try story.record { recording in
                for name in ["gone", "read"] { try recording.add(News(name, [pays, visit])) }
            }
        } _: { lines in
            try lines.ana.record(day: 1) { $0.withdrawn = [try News("gone", []).reportName] }
            try lines.ben.record(day: 1) { try $0.add(News("gone", [pays, meeting])) }
            try lines.ana.record(day: 2) { try $0.add(News("read", [pays, visit]), by: "desk@2") }
            try lines.ben.record(day: 2) { try $0.add(News("read", [pays, visit]), by: "desk@3") }
            let merge = try lines.anaMerges()
            #expect(merge.undecided.map(\.reason) == [.withdrawn(by: .ours), .readings])
            var choices = MergeChoices()
            choices.all = .ours
            #expect(try lines.anaMerges(choices).outcome == .joined)
            #expect(try lines.ana.latest.reportNames().map(\.description) == ["read"])
        }
    }

    @Test func `a choice about a report that nobody disagrees on is refused`() throws {
        try withCommonStory { lines in
            try lines.ana.record(day: 1) { try $0.add(News("a", [meeting])) }
            try lines.ben.record(day: 1) { try $0.add(News("b", [meeting])) }
            var choices = MergeChoices()
            choices.reports = [try #require(ReportName("b")): .theirs]
            #expect { try lines.anaMerges(choices) } throws: { ($0 as? RepositoryError)?.code == .notUndecided }
        }
    }

    @Test func `stories that have nothing in common are not merged`() throws {
        try withStory { one in
            try withStory(Vocabularies.names) { other in
                try one.git("fetch", "--quiet", other.git.path, "+main:refs/remotes/other/main")
                #expect {
                    try one.merge(one.resolve("other/main"), by: .tester())
                } throws: {
                    ($0 as? RepositoryError)?.code == .unrelated
                }
            }
        }
    }

    // MARK: vocabulary

    @Test func `vocabularies changed in different places are merged, and every claim is read by the result`() throws {
        let base = "format: vocabulary/1\nentities:\n  - {name: Israel, type: country}\npredicates: []\n"
        try withTwoLines(base) { story in
            try story.record { try $0.add(News("n", [pays, visit])) }
        } _: { lines in
            let cohen = "entities:\n  - {name: Yossi Cohen, type: person, aliases: [Cohen]}\n"
            try lines.ana.record(day: 1) { $0.vocabulary = base.replacing("entities:\n", with: cohen) }
            let visits = "predicates:\n  - {id: visited, label: visited, kind: event}\n"
            try lines.ben.record(day: 1) { $0.vocabulary = base.replacing("predicates: []\n", with: visits) }
            let merge = try lines.anaMerges()
            #expect(merge.outcome == .joined)
            let vocabulary = try lines.ana.latest.vocabulary()
            #expect(vocabulary.entities.count == 2)
            #expect(vocabulary.predicates.count == 1)
            let ours = try lines.ana.latest.tree
            #expect(try lines.benMerges().outcome == .forwarded)
            #expect(try lines.ben.latest.tree == ours)
        }
    }

    @Test func `vocabularies changed in the same lines wait, and the place is named`() throws {
        let base = "format: vocabulary/1\nentities:\n  - {name: Israel, type: country}\npredicates: []\n"
        try withTwoLines(base) { lines in
            try lines.ana.record(day: 1) { $0.vocabulary = base.replacing("country", with: "group") }
            try lines.ben.record(day: 1) { $0.vocabulary = base.replacing("country", with: "place") }
            let merge = try lines.anaMerges()
            #expect(merge.outcome == .undecided)
            #expect(
                merge.undecidedVocabulary
                    == .lines(
                        line: 3, ours: ["  - {name: Israel, type: group}"], theirs: ["  - {name: Israel, type: place}"])
            )
            var choices = MergeChoices()
            choices.vocabulary = .theirs
            #expect(try lines.anaMerges(choices).outcome == .joined)
            #expect(try lines.ana.latest.vocabularyText().contains("place"))
        }
    }

    @Test func `vocabularies that merge line by line into nonsense wait`() throws {
        let base = "format: vocabulary/1\nentities:\n  - {name: Israel, type: country}\n#\n#\n#\npredicates: []\n"
        try withTwoLines(base) { lines in
            let first = "entities:\n  - {name: Doha, type: place}\n"
            try lines.ana.record(day: 1) { $0.vocabulary = base.replacing("entities:\n", with: first) }
            let last = "#\n  - {name: Doha, type: place, within: [Israel]}\npredicates: []\n"
            try lines.ben.record(day: 1) { $0.vocabulary = base.replacing("#\npredicates: []\n", with: last) }
            let merge = try lines.anaMerges()
            guard case .unreadable(let error)? = merge.undecidedVocabulary else {
                Issue.record("\(String(describing: merge.undecidedVocabulary))")
                return
            }
            #expect(!error.problems.isEmpty)
        }
    }

    // MARK: rulings

    @Test func `rulings on different matters are all kept, with their authors`() throws {
        try withCommonStory { lines in
            try lines.ana.ruling(.reject, by: "Ana", on: visit, of: "n")
            try lines.ben.ruling(.accept, by: "Ben", on: pays, of: "n")
            let merge = try lines.anaMerges()
            #expect(!merge.isWaiting)
            #expect(try lines.ana.claimSubjects == ["Qatar"])
            #expect(try lines.ana.latest.decisions().map(\.author).map { $0.prefix(3) } == ["Ana", "Ben"])
        }
    }

    @Test func `what both ruled differently on is merged, waits, and nobody's ruling is followed`() throws {
        try withCommonStory { lines in
            try lines.ana.ruling(.accept, by: "Ana", on: visit, of: "n", day: 5)
            try lines.ben.ruling(.reject, by: "Ben", on: visit, of: "n", day: 4)
            #expect(try lines.ben.claimSubjects == ["Qatar"])
            let merge = try lines.benMerges()
            #expect(merge.outcome == .joined)
            #expect(merge.isWaiting)
            #expect(merge.disputes.map { $0.decisions.map(\.ruling.verdict) } == [[.reject, .accept]])
            #expect(try lines.ben.claimSubjects == ["Cohen", "Qatar"])
            #expect(try lines.ben.latest.disputes() == merge.disputes)
            let queue = try lines.ben.reviewQueue(from: nil, to: lines.ben.latest)
            #expect(queue.disputes == merge.disputes)
            #expect(queue.open.map { $0.claims.map(\.subject.text) } == [["Qatar"]])
            // Either ruling again settles it.
            try lines.ben.ruling(.reject, by: "Ben", on: visit, of: "n", day: 10)
            #expect(try lines.ben.latest.disputes() == [])
            #expect(try lines.ben.claimSubjects == ["Qatar"])
            #expect(try lines.ben.latest.decisions().count == 3)
            #expect(try lines.anaMerges().disputes == [])
            #expect(try lines.ana.claimSubjects == ["Qatar"])
        }
    }

    @Test func `like rulings of two persons, and a ruling that somebody put off, are no dispute`() throws {
        try withCommonStory { lines in
            for (story, name) in [(lines.ana, "Ana"), (lines.ben, "Ben")] {
                try story.ruling(.reject, by: name, on: visit, of: "n")
            }
            try lines.ana.ruling(.defer, by: "Ana", on: pays, of: "n")
            try lines.ben.ruling(.reject, by: "Ben", on: pays, of: "n")
            let merge = try lines.anaMerges()
            #expect(!merge.isWaiting)
            #expect(try lines.ana.claimSubjects == [])
        }
    }

    @Test func `the same amendment by both makes one claim`() throws {
        try withCommonStory { lines in
            let name = try #require(ReportName("n"))
            var amended = StatedClaim(report: name, subject: .plain("Cohen"), predicate: "visited")
            amended.object = .plain("Muscat")
            try lines.ana.ruling(.amend, by: "Ana", on: visit, of: "n", amended: amended)
            try lines.ben.ruling(.amend, by: "Ben", on: visit, of: "n", amended: amended)
            #expect(try !lines.anaMerges().isWaiting)
            #expect(
                try lines.ana.latest.claims(of: name).compactMap(\.object?.text).sorted() == [
                    "Muscat", "US$30 million",
                ])
        }
    }

    @Test func `names that one holds for one and the other for two are in dispute`() throws {
        try withCommonStory { lines in
            for (story, verdict) in [(lines.ana, Verdict.same), (lines.ben, .different)] {
                let ruling = try #require(Ruling(verdict, on: .entities("Cohen", "Yossi Cohen")))
                _ = try story.decide([ruling], reason: "", by: .person(verdict.rawValue, day: verdict == .same ? 4 : 3))
            }
            let merge = try lines.anaMerges()
            #expect(merge.disputes.map { $0.decisions.map(\.ruling.verdict) } == [[.different, .same]])
            #expect(try lines.ana.latest.vocabulary().rulings.isEmpty)
        }
    }

    // MARK: cost

    @Test func `what comes is checked at the cost of what is new, however large the story is`() throws {
        var reads: [Int] = []
        for count in [100, 1000] {
            try withTwoLines { story in
                try story.record { try Ledger("ledger", (0..<count).map { "party \($0)" }).add(to: &$0) }
            } _: { lines in
                try lines.ben.record(day: 1) { try $0.add(News("b", [meeting])) }
                try lines.ana.git.addRemote("ben", at: lines.ben.git.path)
                let before = lines.ana.git.objectReads
                #expect(try lines.ana.fetch("ben", by: .person("Ana")).isNews)
                reads.append(lines.ana.git.objectReads - before)
            }
        }
        #expect(reads[1] < reads[0] + 60, "\(reads)")
    }

    // MARK: afterwards

    @Test func `changes that a merge brings have their own causes`() throws {
        try withTwoLines { story in
            try story.record { recording in
                for name in ["edited", "ruled", "reread"] {
                    try recording.add(News(name, [.init(name, "pays", "US$30 million")]))
                }
            }
        } _: { lines in
            try lines.ana.record(day: 1) { try $0.add(News("other", [meeting])) }
            try lines.ben.record(day: 1) { try $0.add(News("edited", [.init("edited", "pays", "US$80 million")])) }
            try lines.ben.ruling(.reject, by: "Ben", on: .init("ruled", "pays", "US$30 million"), of: "ruled")
            try lines.ben.record(day: 4) {
                try $0.add(News("reread", [.init("reread", "pays", "US$30 million")]), by: "desk@2")
            }
            let before = try lines.ana.latest
            try lines.anaMerges()
            let changes = try lines.ana.changes(from: before, to: lines.ana.latest).changes
            let causes = Set(changes.map { "\(($0.before ?? $0.after)?.subject.text ?? "") \($0.cause)" })
            #expect(causes == ["edited report", "ruled decision", "reread extractor"])
            let fact = try #require(changes.first { $0.cause == .decision }?.fact)
            let history = try lines.ana.history(of: fact, from: lines.ana.latest.id)
            #expect(history.map(\.revision.kind) == [.record, .merge])
        }
    }

    @Test func `undo takes a merge back, and undo again brings it again`() throws {
        try withCommonStory { lines in
            try lines.ana.record(day: 1) { try $0.add(News("a", [meeting])) }
            try lines.ben.record(day: 1) { try $0.add(News("b", [meeting])) }
            let before = try lines.ana.tip()
            try lines.anaMerges()
            let after = try lines.ana.tip()
            _ = try lines.ana.undo(by: .tester(day: 10))
            #expect(try lines.ana.tip() == before)
            _ = try lines.ana.undo(by: .tester(day: 11))
            #expect(try lines.ana.tip() == after)
            #expect(try lines.ana.pack())
            #expect(lines.ana.verify().problems == [])
        }
    }

    @Test func `a merge whose other parent was tampered with does not verify`() throws {
        try withCommonStory { lines in
            try lines.ana.record(day: 1) { try $0.add(News("a", [meeting])) }
            try lines.ben.record(day: 1) { try $0.add(News("b", [meeting])) }
            try lines.anaMerges()
            let story = lines.ana
            let merge = try story.git.commit(story.latest.id)
            let forged = Commit(
                tree: merge.tree, parents: [merge.parents[0]], author: merge.author, committer: merge.committer,
                message: merge.message)
            let bytes = forged.bytes
            let id = try run(
                ["git", "-C", story.git.path, "hash-object", "-t", "commit", "-w", "--stdin"], input: bytes)
            let wrong = story.verify(from: try #require(ObjectID(hex: id.text))).problems
            #expect(wrong.map(\.what) == ["the content digest in its message is not that of its content"])
        }
    }
}
