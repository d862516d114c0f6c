import Extraction
import FactDiff
import FactRepository
import Facts
import Rendering

/// Gathers what one act of recording brings in: what is good for the repository, what is refused for the person.
struct Intake {
    let story: Story
    let base: Snapshot
    /// What is good.
    var recording = Recording()
    /// One sentence for each thing refused.
    var refusals: [String] = []
    /// One sentence for each claim whose quotation has no one place.
    var orphans: [String] = []

    init(_ story: Story, base: Snapshot) {
        self.story = story
        self.base = base
    }

    /// Takes in the reports of files and folders.
    mutating func read(reports paths: [String], as name: ReportName?) {
        let collection = ReportCollection(paths, as: name)
        recording.reports += collection.reports
        refusals += collection.problems.map(\.sentence)
    }

    /// What the claims that came in break among the rules of the vocabulary, a sentence each; they are recorded all the same.
    private func brokenRules() throws -> [String] {
        let after = try story.snapshot(nil)
        let broken = try story.repository.newlyBroken(by: recording, from: base, to: after)
        let naming = broken.isEmpty ? nil : try story.naming(after)
        return naming.map { naming in broken.map { $0.sentence(naming) } } ?? []
    }

    /// Why no revision came of what was given.
    private var reasonForNothing: String {
        guard recording.reports.isEmpty, recording.readReports.isEmpty, recording.withdrawn.isEmpty else {
            return "the story has all \(refusals.isEmpty ? "of this" : "the rest") already"
        }
        return "no report (.md, .txt, .html) and no claim was given, and the vocabulary is as it was"
    }

    /// The first of the sentences, and how many more there are.
    private func tell(_ sentences: [String], as word: String) {
        for sentence in sentences.prefix(Self.told) { Output.note("\(word): \(sentence)") }
        if sentences.count > Self.told { Output.note("\(word): and \(sentences.count - Self.told) more") }
    }

    /// So many sentences of a kind are read by people.
    private static let told = 20

    /// Records what is good, tells what was done and what was refused, and leaves with the status that says it.
    func record(at seconds: Int) throws {
        let revisions = try story.repository.record(recording, by: story.author(at: seconds))
        for revision in revisions { try Output.write(revision.receipt) }
        story.followWithIndex(revisions)
        try story.noteAgreement()
        tell(refusals, as: "refused")
        tell(orphans, as: "orphaned")
        if !revisions.isEmpty { tell(try brokenRules(), as: "warning") }
        let isAllRefused = !refusals.isEmpty && recording.reports.isEmpty && recording.readReports.isEmpty
        if !revisions.isEmpty {
            Output.note("next: annals diff HEAD~1")
        } else if isAllRefused {
            throw Failure.allRefused(refusals.count)
        } else {
            try Output.write("Nothing to record: \(reasonForNothing)\n")
        }
        guard !refusals.isEmpty else { return }
        Output.note("hint: correct what was refused and record it again; the rest is recorded")
        throw ExitStatus.partial
    }
}

extension Revision {
    /// What was recorded, in a line.
    var receipt: String {
        let reports = "reports +\(counts.reportsAdded) ~\(counts.reportsEdited) -\(counts.reportsWithdrawn)"
        let facts = "facts +\(counts.factsAdded) ~\(counts.factsChanged) -\(counts.factsRemoved)"
        let title = visible(String(message.prefix { !$0.isNewline }))
        return "\(shortID)  \(day)  \(kind.rawValue)  \(title)  (\(reports), \(facts))\n"
    }
}
