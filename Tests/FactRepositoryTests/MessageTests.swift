@testable import FactRepository
import Facts
import Git
import StoryTestSupport
import TestSupport
import Testing

@Suite struct MessageTests {
    @Test(arguments: [
        "one line", "subject\n\nbody\nof two lines", "subject\n\nAnnals-Kind: withdraw",
        "subject\n\nAnnals-Digest: sha256:0000\nAnnals-Facts: +9 ~9 -9", "Annals-Kind: begin", "a\r\n\r\nb", "Kind: x",
        "\u{301}starts with a mark", "tabs\tand “quotes”", "a\n\n\n\nb", "x\u{85}y", "قطر",
    ])
    func `what a person says survives the trailers`(text: String) throws {
        try withStory { story in
            let revisions = try story.record { recording in
                try recording.add(News("n", [.init("Qatar", "pays", "Gaza")]))
                recording.message = text
            }
            let revision = try #require(revisions.first)
            #expect(Array(revision.message.utf8) == Array(text.utf8))
            #expect(revision.kind == .record)
            #expect(revision.counts.factsAdded == 1)
            #expect(revision.counts.reportsAdded == 1)
            #expect(revision.extractors == ["desk@1"])
            #expect(try story.problems == [])
        }
    }

    @Test(arguments: ["", "  \n ", "\n"])
    func `a message of white space is none`(text: String) throws {
        try withStory { story in
            let revisions = try story.record { recording in
                try recording.add(News("n", [.init("Qatar", "pays", "Gaza")]))
                recording.message = text
            }
            #expect(revisions.map(\.message) == ["Add 1 report"])
        }
    }

    @Test func `without a message the counts speak`() throws {
        try withStory { story in
            let news = News("n", [.init("Qatar", "pays", "Gaza")])
            let first = try story.record {
                try $0.add(news); try $0.add(News("m", []))
            }
            let second = try story.record(day: 1) { recording in
                try recording.add(News("m", news.sentences))
                recording.withdrawn = [try news.reportName]
            }
            #expect((first + second).map(\.message) == ["Add 2 reports", "Update 1 report, withdraw 1 report"])
        }
    }

    @Test func `the person's words stand on the last revision, and beside what came before`() throws {
        try withStory { story in
            try story.record { try $0.add(News("n", [.init("Qatar", "pays", "Gaza")])) }
            let revisions = try story.record(day: 1) { recording in
                try recording.add(News("n", [.init("Qatar", "met", "Israel")]), by: "desk@2")
                recording.vocabulary = Vocabularies.turns
                recording.message = "A new desk"
            }
            #expect(
                revisions.map(\.message) == [
                    "Change the vocabulary: A new desk", "Read again by desk@2: A new desk", "A new desk",
                ])
            let plain = try story.record { $0.vocabulary = Vocabularies.plain }
            #expect(plain.map(\.message) == ["Change the vocabulary"])
        }
    }

    @Test func `stock git reads the trailers`() throws {
        try withStory { story in
            try story.record { try $0.add(News("n", [.init("Qatar", "pays", "Gaza")])) }
            let trailers = try story.git("log", "-1", "--format=%(trailers)").lines
            #expect(
                trailers.prefix(5) == [
                    "Annals-Kind: record", "Annals-Extractor: desk@1", "Annals-Reports: +1 ~0 -0", "Annals-Claims: 1",
                    "Annals-Facts: +1 ~0 -0",
                ])
            #expect(trailers.last?.hasPrefix("Annals-Digest: sha256:") == true)
        }
    }

    @Test(arguments: [
        "", "Revert \"x\"\n\nThis reverts commit 12.\n", "x\n\nAnnals-Reports: many\nAnnals-Facts: + ~ -\n",
        "x\n\nAnnals-Kind", "Annals-Kind: bridge\nSigned-off-by: Somebody <s@example.org>\n",
    ])
    func `messages of other programs are read as they are`(message: String) throws {
        let who = Author.tester().signature
        let commit = Commit(tree: .of(.tree, []), parents: [], author: who, committer: who, message: message)
        let revision = Revision(.of(.commit, commit.bytes), commit)
        #expect(revision.kind == .record)
        #expect(revision.counts == Revision.Counts())
    }
}
