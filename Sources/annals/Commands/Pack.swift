import ArgumentParser
import FactRepository
import Git
import Glibc

/// Puts the repository's packs together.
struct Pack: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack", _superCommandName: Annals.name,
        abstract:
            "Make the repository as small as it gets: one pack, later versions of a file as changes of earlier ones.",
        discussion: """
            Nothing that was recorded changes. Recording puts small packs together by itself; when the others come to more than a \
            third of the largest, and that is more than a moment's work, it starts annals pack --auto in the background, which \
            holds nobody up and may be killed at any time. annals config annals.autoPack false leaves all packs alone until \
            somebody runs annals pack: before a repository is copied or kept, or at night.

              annals pack
            """)

    @OptionGroup var place: StoryOptions
    @Flag(help: "Do only what is due, giving way to other programs; nothing when another process is at it.")
    var auto = false

    func run() throws {
        let story = try place.open()
        let before = try story.repository.packSizes()
        if auto {
            guard try packWhatIsDue(story) else { return }
        } else {
            _ = try story.repository.pack()
        }
        let after = try story.repository.packSizes()
        try Output.write("\(words(before)) -> \(words(after))\n")
    }

    private func packWhatIsDue(_ story: Story) throws -> Bool {
        // Whoever records meanwhile goes first.
        _ = nice(10)
        do throws(RepositoryError) {
            return try story.repository.pack(all: false, patience: .zero)
        } catch {
            if case .git(let fault) = error.code, fault.code == .locked { return false }
            throw error
        }
    }

    private func words(_ sizes: [Int]) -> String {
        "\(sizes.count) \(sizes.count == 1 ? "pack" : "packs"), \(sizes.reduce(0, +)) bytes"
    }
}
