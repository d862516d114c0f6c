import FactRepository
import Facts
import StoryTestSupport
import TestSupport
import Testing

@Suite struct WithdrawalTests {
    private let news = News("n", [.init("Qatar", "pays", "US$30 million")])
    private let other = News("m", [.init("Israel", "met", "Hamas")])

    @Test func `a complete recording withdraws what it does not bring, claims given for it or not`() throws {
        try withStory { story in
            try story.record {
                try $0.add(news); try $0.add(other)
            }
            try story.record(day: 1) { recording in
                try recording.add(other)
                recording.claims[try news.reportName] = try news.claims(by: "desk@2")
                recording.isComplete = true
            }
            #expect(try story.latest.reportNames() == [other.reportName])
            #expect(try Set(story.latest.facts().flatMap(\.claims).map(\.report)) == [other.reportName])
            #expect(try story.problems == [])
        }
    }

    @Test func `a report that is brought and withdrawn at once is withdrawn`() throws {
        try withStory { story in
            try story.record { try $0.add(news) }
            let revisions = try story.record(day: 1) { recording in
                try recording.add(News("n", news.sentences + other.sentences))
                recording.withdrawn = [try news.reportName]
            }
            #expect(revisions.map(\.kind) == [.withdraw])
            #expect(try story.latest.facts() == [])
            #expect(try story.problems == [])
        }
    }

    @Test func `a report that nobody knows cannot be withdrawn`() throws {
        try withStory { story in
            try story.record { try $0.add(news) }
            let error = #expect(throws: RepositoryError.self) {
                try story.record { $0.withdrawn = [try other.reportName] }
            }
            #expect(try error?.code == .unknownReport(nearest: [news.reportName]))
        }
    }

    @Test func `a withdrawn report may return, with its old tree`() throws {
        try withStory { story in
            try story.record { try $0.add(news) }
            let tree = try story.latest.tree
            try story.record(day: 1) { $0.withdrawn = [try news.reportName] }
            try story.record(day: 2) { try $0.add(news) }
            #expect(try story.latest.tree == tree)
        }
    }
}
