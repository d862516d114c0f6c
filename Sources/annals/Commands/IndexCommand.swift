import ArgumentParser
import FactIndex
import FactRepository
import Rendering

/// Builds the index.
struct IndexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index", _superCommandName: Annals.name,
        abstract: "Build the index that history, search, timeline and blame look things up in.",
        discussion: """
            It is kept up by itself and may be deleted at any time: nothing in it is not in the repository too.

              annals index
              annals index --rebuild
            """)

    @OptionGroup var place: StoryOptions
    @Flag(name: .customLong("rebuild"), help: "Delete it and build it anew.")
    var isRebuilt = false

    func run() throws {
        let story = try place.open()
        if isRebuilt { story.openedIndex.delete(of: story.repository) }
        let index = try story.index()
        let size = try index.size()
        try Output.write(
            "indexed: revisions \(size.revisions), claims \(size.claims)"
                + "\(index.isKept ? "" : "; nothing was kept, for the repository cannot be written")\n")
    }
}
