import ArgumentParser
import FactRepository
import Facts
import Git
import Rendering

/// Brings what somebody else has.
struct Fetch: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch", _superCommandName: Annals.name,
        abstract: "Bring what another copy of the story has; nothing of it is merged yet.",
        discussion: """
            What comes is verified before it gets a name, NAME/main, by which every command takes it. Without NAME it is the \
            only remote, or origin.

              annals fetch ben
              annals diff HEAD..ben/main
              annals merge ben/main
            """)

    @OptionGroup var place: StoryOptions
    @Argument(help: "The remote's name.", completion: .remotes) var name: String?

    func run() throws {
        let story = try place.open()
        let transfer = try story.repository.fetch(story.remote(name), by: story.author(at: Terminal.now))
        try story.tell(transfer, known: story.tip())
        if transfer.isNews {
            Output.note("next: annals diff HEAD..\(transfer.remote)/main; annals merge \(transfer.remote)/main")
        }
    }
}

/// Gives somebody else what this story has.
struct Push: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "push", _superCommandName: Annals.name,
        abstract: "Give another copy of the story what this one has.",
        discussion: """
            Only where the other copy has nothing that this one lacks; otherwise annals pull first. Who works in that copy finds \
            what came at the next annals record; a copy that git init --bare makes belongs to nobody.

              annals push hub
            """)

    @OptionGroup var place: StoryOptions
    @Argument(help: "The remote's name.", completion: .remotes) var name: String?

    func run() throws {
        let story = try place.open()
        let remote = try story.remote(name)
        do {
            try story.tell(story.repository.push(remote, by: story.author(at: Terminal.now)))
        } catch let error as RepositoryError {
            guard case .git(let cause) = error.code, cause.code == .modified else { throw error }
            throw Failure(
                message: "\(visible(remote)) has revisions that this story lacks",
                hint: "annals pull \(visible(remote)) merges them; then push again")
        }
    }
}

/// Brings what somebody else has, and merges it.
struct Pull: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pull", _superCommandName: Annals.name,
        abstract: "Bring what another copy of the story has, and merge it.",
        discussion: """
            As annals fetch and annals merge, one after the other.

              annals pull ben
            """)

    @OptionGroup var place: StoryOptions
    @Argument(help: "The remote's name.", completion: .remotes) var name: String?
    @OptionGroup var options: MergeOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let story = try place.open()
        let transfer = try story.repository.fetch(story.remote(name), by: story.author(at: Terminal.now))
        try story.merge(
            "\(transfer.remote)/main", MergeChoices(options.take), message: options.message, isPreview: false, output)
    }
}
