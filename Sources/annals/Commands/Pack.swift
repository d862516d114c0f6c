import ArgumentParser
import FactRepository
import Git

/// Puts the repository's packs together.
struct Pack: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack",
        abstract:
            "Make the repository as small as it gets: one pack, later versions of a file as changes of earlier ones.",
        discussion: """
            Nothing that was recorded changes. Recording puts packs together by itself when there are many; this is for before \
            a repository is copied or kept.

              annals pack
            """)

    @OptionGroup var place: StoryOptions

    func run() throws {
        let story = try place.open()
        let before = try story.repository.packSizes()
        _ = try story.repository.pack()
        let after = try story.repository.packSizes()
        try Output.write("\(words(before)) -> \(words(after))\n")
    }

    private func words(_ sizes: [Int]) -> String {
        "\(sizes.count) \(sizes.count == 1 ? "pack" : "packs"), \(sizes.reduce(0, +)) bytes"
    }
}
