import ArgumentParser
import Extraction
import FactRepository
import Facts
import FoundationEssentials
import Rendering

/// Plays the shipped story.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", _superCommandName: Annals.name,
        abstract: "Play the shipped story, revision by revision, and walk through what can be asked of it.",
        discussion: """
            The story is kept in DIR, or in a temporary folder, for you to go on with.

              annals demo
              annals demo ~/gulf-story
            """)

    @Argument(help: "Where to keep the story; made when it is not there.")
    var folder: String?
    @Option(help: "auto, always or never.")
    var color = ColourChoice.auto

    func run() async throws {
        let folder =
            folder ?? FileManager.default.temporaryDirectory.path()
            + "annals-demo-\(ProcessInfo.processInfo.processIdentifier)"
        let shipped = try ShippedStory()
        let story = try Story.begin(in: folder, by: shipped.beginning)
        try Output.write(
            "Playing \(shipped.revisions.count) days of a story into \(visible(folder)) …\n"
                + "The built-in English reader reads every report; a desk read two by hand.\n\n")
        let reader = try await Optional(story).extractor(nil, story.workingVocabulary())
        for revision in shipped.revisions { try await ShippedStory.record(revision, in: story, by: reader) }
        try DemoWalk(story: story, color: color).run()
    }
}

/// The questions that a newcomer is walked through.
private struct DemoWalk {
    let story: Story
    let color: ColourChoice

    func run() throws {
        try step("annals log --limit 5", "The newest revisions.") { try Log.page(in: story, limit: 5) }
        try step("annals diff 2020-02-23..2020-02-24", "What the second day added, refined and disputed.") {
            try diff("2020-02-23..2020-02-24")
        }
        try step("annals diff 2020-02-25..2020-02-28", "An article was edited without a word.") {
            try diff("2020-02-25..2020-02-28")
        }
        try step("annals diff 2021-03-01..2021-06-02 --subject Mossad", "An office changes hands.") {
            try diff("2021-03-01..2021-06-02", subject: "Mossad")
        }
        try step("annals diff 2022-06-01..2022-07-11 --subject Qatar", "Two sources tell 2009 differently.") {
            try diff("2022-06-01..2022-07-11", subject: "Qatar")
        }
        try step("annals diff 2024-03-08..2024-03-13", "A source corrects itself, and says so.") {
            try diff("2024-03-08..2024-03-13")
        }
        try step(
            "annals diff 2025-06-01..2025-06-20",
            "The desk read two old reports by hand: no world changed, only the reading."
        ) {
            try diff("2025-06-01..2025-06-20")
        }
        try step("annals history \"Qatar severed ties\"", "One fact through time.") {
            try History.page("Qatar severed ties", in: story)
        }
        try step("annals contradictions", "What cannot all be true.") { try Contradictions.page(in: story) }
        try Output.write(
            "Go on by yourself:\n  cd \(visible(story.folder))\n  annals facts qatar\n  annals show HEAD\n")
    }

    private func diff(_ range: String, subject: String? = nil) throws -> DiffPage {
        var filter = try ChangeFilter.parse([])
        filter.subject = subject
        return try Diff.page(RevisionRange([range]), in: story, filter: filter).0
    }

    private func step(_ command: String, _ why: String, _ page: () throws -> some Page) throws {
        var output = try OutputOptions.parse([])
        output.color = color
        output.isUnpaged = true
        try Output.write("# \(why)\n$ \(command)\n")
        try output.show(try page(), in: story)
        try Output.write("\n")
    }
}
