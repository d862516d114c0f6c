import ArgumentParser
import FactRepository
import Facts
import Rendering

/// What every ruling says beside the verdict.
struct RulingOptions: ParsableArguments {
    @OptionGroup var place: StoryOptions
    @Option(name: .shortAndLong, help: "Why.")
    var message: String?
    @Option(
        help: ArgumentHelp(
            "Look for changes since this revision. Default: since you last looked.", valueName: "revision"))
    var since: String?

    /// The reviewer that rules in the person's name.
    func reviewer() throws -> Reviewer {
        let story = try place.open()
        return try Reviewer(story, since: since, by: story.author(at: Terminal.now))
    }

    /// Records rulings and tells what became of them.
    func record(_ rulings: [Ruling], by reviewer: Reviewer) throws {
        guard let revision = try reviewer.decide(rulings, reason: message ?? "", at: Terminal.now) else {
            try Output.write("Nothing to decide: it stands so already\n")
            return
        }
        try Output.write(revision.receipt)
        reviewer.story.followWithIndex([revision])
        Output.note("next: annals diff HEAD~1; annals undo takes it back")
    }
}
