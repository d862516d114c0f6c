import FactDiff
import FactRepository
import Facts
import Git
import StoryTestSupport
import TestSupport
import Testing

@Suite struct CauseTests {
    private let early: [News.Sentence] = [
        .init("Qatar", "pays", "US$30 million"), .init("Mossad", "denied", "a visit"),
        .init("Cohen", "visited", "Doha"), .init("Walla", "named", "an envoy"), .init("Israel", "met", "Hamas"),
    ]
    private var late: [News.Sentence] { [.init("Qatar", "pays", "US$80 million")] + early.dropFirst() }

    @Test func `a text that was edited in silence is the cause of the change it makes`() throws {
        try withStory { story in
            try story.record { try $0.add(News("n", early)) }
            let before = try story.latest
            let revisions = try story.record(day: 1) { try $0.add(News("n", late)) }
            #expect(revisions.map(\.kind) == [.record])
            #expect(revisions.first?.counts.reportsEdited == 1)
            let set = try story.changes(from: before, to: story.latest)
            #expect(set.reports.map(\.isSilent) == [true])
            #expect(Set(set.changes.map(\.cause)) == [.report])
            #expect(set.changes.contains { $0.before?.object?.text == "US$30 million" })
        }
    }

    @Test func `another extractor on the same text makes one bridge revision`() throws {
        try withStory { story in
            try story.record { try $0.add(News("n", early)) }
            let before = try story.latest
            let revisions = try story.record(day: 1) { try $0.add(News("n", early), by: "desk@2") }
            #expect(revisions.map(\.kind) == [.bridge])
            #expect(revisions.first?.extractors == ["desk@2"])
            #expect(revisions.first?.counts.reportsEdited == 0)
            let set = try story.changes(from: before, to: story.latest)
            #expect(set.changes.count == early.count)
            #expect(Set(set.changes.map(\.cause)) == [.extractor])
            #expect(set.reports.map(\.kind) == [.reread])
        }
    }

    @Test func `text and extractor changed at once are told apart by a bridge, and over both by sentence`() throws {
        try withStory { story in
            try story.record { try $0.add(News("n", early)) }
            let before = try story.latest
            let revisions = try story.record(day: 1) { try $0.add(News("n", late), by: "desk@2") }
            #expect(revisions.map(\.kind) == [.bridge, .record])
            let steps = try story.snapshots(revisions)
            let bridge = try story.changes(from: before, to: steps[0])
            #expect(Set(bridge.changes.map(\.cause)) == [.extractor])
            #expect(Set(try story.changes(from: steps[0], to: steps[1]).changes.map(\.cause)) == [.report])
            let both = try story.changes(from: before, to: steps[1]).changes
            #expect(Set(both.filter { $0.subject?.subject.text == "Israel" }.map(\.cause)) == [.extractor])
            #expect(Set(both.filter { $0.subject?.subject.text == "Qatar" }.map(\.cause)) == [.mixed])
            #expect(try steps[0].text(of: News("n", []).reportName) == News("n", early).text)
            #expect(try story.problems == [])
        }
    }

    @Test func `claims of an edited sentence keep their old reading in the bridge`() throws {
        try withStory { story in
            try story.record { try $0.add(News("n", early)) }
            let revisions = try story.record(day: 1) { try $0.add(News("n", late), by: "desk@2") }
            let claims = try story.snapshots(revisions)[0].claims(of: News("n", []).reportName)
            let readings = Dictionary(grouping: claims, by: \.certainty).mapValues { Set($0.map(\.subject.text)) }
            #expect(readings == [.certain: ["Qatar", "Mossad", "Cohen"], .probable: ["Walla", "Israel"]])
        }
    }

    @Test func `a bridge is exact where the new extractor read the old text too`() throws {
        try withStory { story in
            try story.record { try $0.add(News("n", early)) }
            let revisions = try story.record(day: 1) { recording in
                try recording.add(News("n", early), by: "desk@2")
                recording.readingsOfOldTexts = recording.claims
                recording.reports = []
                try recording.add(News("n", late), by: "desk@2")
            }
            #expect(revisions.map(\.kind) == [.bridge, .record])
            let claims = try story.snapshots(revisions)[0].claims(of: News("n", []).reportName)
            #expect(claims.count == early.count)
            #expect(Set(claims.map(\.certainty)) == [.probable])
        }
    }

    @Test func `a preview tells what recording would change, and records nothing`() throws {
        try withStory { story in
            try story.record { try $0.add(News("n", early)) }
            let before = try story.latest
            var recording = Recording()
            try recording.add(News("n", early), by: "desk@2")
            let preview = try story.preview(recording.claims, on: before)
            #expect(try story.tip() == before.id)
            try story.record(day: 1) { $0.claims = recording.claims }
            #expect(try story.changes(from: before, to: story.latest).changes == preview.changes)
        }
    }

    @Test func `another vocabulary makes a revision of its own`() throws {
        try withStory(Vocabularies.plain) { story in
            try story.record { try $0.add(News("n", early)) }
            let before = try story.latest
            let revisions = try story.record(day: 1) { recording in
                recording.vocabulary = Vocabularies.turns
                try recording.add(News("m", [.init("Israel", "met", "Egypt")]))
            }
            #expect(revisions.map(\.kind) == [.vocabulary, .record])
            let steps = try story.snapshots(revisions)
            let set = try story.changes(from: before, to: steps[0])
            #expect(!set.changes.isEmpty)
            #expect(Set(set.changes.map(\.cause)) == [.vocabulary])
            for change in set.changes {
                let told = try story.history(of: change.fact, from: steps[0].id).last?.changes ?? []
                #expect(told == set.changes.filter { $0.fact == change.fact || $0.formerFact == change.fact })
            }
            #expect(try steps[0].vocabularyText() == Vocabularies.turns)
            #expect(try Set(story.changes(from: steps[0], to: steps[1]).changes.map(\.cause)) == [.report])
        }
    }

    @Test func `a vocabulary that changes no claim is recorded all the same`() throws {
        try withStory(Vocabularies.plain) { story in
            let text = Vocabularies.plain + "# reviewed\n"
            let first = try story.record { $0.vocabulary = text }
            #expect(first.map(\.kind) == [.vocabulary])
            #expect(try story.latest.vocabularyText() == text)
            let second = try story.record { $0.vocabulary = text }
            #expect(second == [])
        }
    }

    @Test func `a vocabulary that does not read changes nothing`() throws {
        try withStory { story in
            let before = try story.tip()
            let error = #expect(throws: RepositoryError.self) { try story.record { $0.vocabulary = "predicates: [" } }
            #expect(error?.subject == "vocabulary.yaml")
            #expect(try story.tip() == before)
        }
    }

    @Test func `everything at once makes vocabulary, bridge and record, in this order`() throws {
        try withStory { story in
            try story.record { try $0.add(News("n", early)) }
            let revisions = try story.record(day: 1) { recording in
                try recording.add(News("n", late), by: "desk@2")
                recording.vocabulary = Vocabularies.turns
            }
            #expect(revisions.map(\.kind) == [.vocabulary, .bridge, .record])
            #expect(try story.git.packCount() == 5)
            #expect(try story.problems == [])
        }
    }
}
