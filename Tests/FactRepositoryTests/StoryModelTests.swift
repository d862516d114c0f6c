import FactDiff
import FactRepository
import Facts
import Git
import StoryTestSupport
import TestSupport
import Testing

@Suite struct StoryModelTests {
    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `a story reads as a plain dictionary would, at every revision and for ever`(seed: UInt64) throws {
        try withStory { story in
            var random = SeededGenerator(seed: seed)
            var states = [(snapshot: try story.latest, model: StoryModel(vocabularyText: Vocabularies.plain))]
            for day in 1...12 {
                var model = states[states.count - 1].model
                let recording = try Recording.random(after: model, using: &random)
                try model.apply(recording)
                _ = try story.record(recording, by: .tester(day: day))
                states.append((try story.latest, model))
                try expect(try story.latest, reads: model, "seed \(seed), day \(day)")
                #expect(try story.problems == [], "seed \(seed), day \(day)")
                try expectChanges(in: story, between: random.pick(states), and: random.pick(states), "seed \(seed)")
            }
            for state in states { try expect(state.snapshot, reads: state.model, "seed \(seed), at the end") }
        }
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `recording the same again makes no revision`(seed: UInt64) throws {
        try withStory { story in
            var random = SeededGenerator(seed: seed)
            for day in 1...8 {
                let recording = try Recording.random(
                    after: StoryModel(vocabularyText: Vocabularies.plain), using: &random)
                _ = try story.record(recording, by: .tester(day: day))
                #expect(try story.record(recording, by: .tester(day: day)) == [], "seed \(seed), day \(day)")
            }
        }
    }

    private func expect(_ snapshot: Snapshot, reads model: StoryModel, _ place: Comment) throws {
        #expect(try snapshot.facts() == model.facts, place)
        #expect(try snapshot.vocabularyText() == model.vocabularyText, place)
        #expect(try snapshot.reportNames() == model.reports.keys.sorted(), place)
        for (name, entry) in model.reports {
            #expect(try snapshot.record(of: name) == entry.record, place)
            #expect(try snapshot.report(name).text == entry.text, place)
            #expect(try Set(snapshot.claims(of: name)) == entry.claims, place)
        }
    }

    private func expectChanges(
        in story: FactRepository, between before: (snapshot: Snapshot, model: StoryModel),
        and after: (snapshot: Snapshot, model: StoryModel), _ place: Comment
    ) throws {
        let changes = try story.changes(from: before.snapshot, to: after.snapshot)
        #expect(try changes.patch.apply(to: before.model.facts) == after.model.facts, place)
        #expect(try changes.patch.inverted.apply(to: after.model.facts) == before.model.facts, place)
        let all = try story.changes(from: nil, to: after.snapshot)
        #expect(try all.patch.apply(to: []) == after.model.facts, place)
    }
}
