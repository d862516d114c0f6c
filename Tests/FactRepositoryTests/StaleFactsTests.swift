import FactDiff
import FactRepository
import Facts
import StoryTestSupport
import Testing

/// What rests on a fact that changed.
@Suite struct StaleFactsTests {
    private static let vocabulary = """
        format: vocabulary/1
        entities: []
        predicates:
          - {id: heads, label: is headed by, kind: state, single-valued: true, roles: {object: {type: entity}}}
          - {id: lives-in, label: lives in, kind: state, derives-from: [{predicate: heads, through: object}]}
          - {id: votes-in, label: votes in, kind: state, derives-from: [lives-in]}
          - {id: likes, label: likes, kind: state}
        """
    private let headed = News.Sentence("Norland", "is headed by", "Ana Ruiz")
    private let resting: [News.Sentence] = [
        .init("Ana Ruiz", "lives in", "Port Vale"), .init("Ana Ruiz", "votes in", "Port Vale"),
        .init("Ana Ruiz", "likes", "Port Vale"), .init("Ben Okoro", "lives in", "Port Vale"),
    ]

    private func stale(_ build: (FactRepository) throws -> Void) throws -> [String] {
        var found: [String] = []
        try withStory(Self.vocabulary) { story in
            try story.record { recording in
                try recording.add(News("gazette", [headed]))
                try recording.add(News("register", resting))
            }
            let before = try story.latest
            try build(story)
            let changes = try story.changes(from: before, to: story.latest)
            let stale = try story.staleFacts(after: changes, in: story.latest)
            #expect(stale.count <= 1)
            found = stale.values.joined().flatMap(\.claims).map { "\($0.subject.text) \($0.predicate)" }.sorted()
        }
        return found
    }

    @Test func `is told at any remove, through the object`() throws {
        let found = try stale { story in
            try story.record(day: 1) { try $0.add(News("gazette", [.init("Norland", "is headed by", "Cara Lind")])) }
        }
        #expect(found == ["Ana Ruiz lives-in", "Ana Ruiz votes-in"])
    }

    @Test func `is told when the fact is gone`() throws {
        let found = try stale { story in
            try story.record(day: 1) { $0.withdrawn = [try News("gazette", []).reportName] }
        }
        #expect(found == ["Ana Ruiz lives-in", "Ana Ruiz votes-in"])
    }

    @Test func `is not told of what changed as well`() throws {
        let found = try stale { story in
            try story.record(day: 1) { recording in
                try recording.add(News("gazette", [.init("Norland", "is headed by", "Cara Lind")]))
                try recording.add(News("register", [.init("Ana Ruiz", "lives in", "Altania")] + resting.dropFirst()))
            }
        }
        #expect(!found.contains("Ana Ruiz lives-in"))
    }

    @Test func `is not told where another source says the same`() throws {
        let found = try stale { story in
            try story.record(day: 1) { try $0.add(News("herald", [headed])) }
        }
        #expect(found.isEmpty)
    }
}
