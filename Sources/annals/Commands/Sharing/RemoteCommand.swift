import ArgumentParser
import FactRepository
import Git
import Rendering

/// Names other people's repositories.
struct RemoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remote",
        abstract: "List, add and remove other people's copies of the story.",
        discussion: """
            A copy is made with annals clone. Git's own settings keep the names, so git -C .annals remote shows them too. Only \
            clone, fetch, push and pull look beyond this story.

              annals remote
              annals remote add desk ../desk
              annals remote remove desk
            """,
        subcommands: [ListRemotes.self, AddRemote.self, RemoveRemote.self], defaultSubcommand: ListRemotes.self)
}

/// Lists them.
struct ListRemotes: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List other people's copies, and how they stand to this story.")

    @OptionGroup var place: StoryOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let story = try place.open()
        try output.show(RemotesPage(try story.repository.git.remotes().map(story.row)), in: story)
    }
}

/// Adds one.
struct AddRemote: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Name somebody's copy: a folder, or an address that git knows.",
        discussion: """
              annals remote add desk ../desk
            """)

    @OptionGroup var place: StoryOptions
    @Argument(help: "What to call it here.") var name: String
    @Argument(help: "Where it is: a story's folder, or an https, ssh or file address.") var url: String

    func run() throws {
        let story = try place.open()
        let git = story.repository.git
        guard try !git.remotes().contains(where: { $0.name == name }) else {
            throw Failure(
                message: "there is a remote \(visible(name)) already",
                hint: "annals remote remove \(visible(name)) forgets it")
        }
        let location = try Story.location(of: url)
        do throws(GitError) {
            try git.addRemote(name, at: location)
        } catch {
            // Whoever reads this asks what is wrong with the name, not with the repository.
            guard error.code == .invalid else { throw error }
            throw Failure(
                message: "\(visible(name)) cannot be the name of a remote",
                hint: "take letters, digits and hyphens", status: .usage)
        }
        Output.note("next: annals fetch \(name)")
    }
}

/// Removes one.
struct RemoveRemote: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Forget somebody's copy, and what was fetched from it and not merged.",
        discussion: """
              annals remote remove desk
            """)

    @OptionGroup var place: StoryOptions
    @Argument(help: "Its name here.", completion: .remotes) var name: String

    func run() throws {
        let story = try place.open()
        try story.repository.git.removeRemote(story.remote(name))
    }
}
