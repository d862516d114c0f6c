import ArgumentParser
import FactRepository
import FoundationEssentials
import Git
import Rendering

/// Copies a story.
struct Clone: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clone", _superCommandName: Annals.name,
        abstract: "Copy a story with all its revisions, to work on it apart and merge later.",
        discussion: """
            URL is a story's folder, or an https, ssh or file address that git knows. The copy is verified before it is there, \
            and knows the other as the remote origin.

              annals clone ../story anas-copy
            """)

    @Argument(help: "The story to copy.") var url: String
    @Argument(help: "The folder for the copy. Default: named after the story.") var folder: String?

    func run() throws {
        let location = try Story.location(of: url)
        let folder = folder ?? Self.name(of: location)
        let path = "\(folder)/\(FactRepository.folderName)"
        guard !FileManager.default.fileExists(atPath: path) else {
            throw Failure(
                message: "there is a story in \(visible(folder)) already", hint: "name another folder")
        }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw Failure.folder(folder)
        }
        let repository = try FactRepository.clone(location, to: path, by: .user(at: Terminal.now))
        let story = Story(folder: folder, repository: repository)
        if try story.editedVocabulary() == nil { try story.writeVocabulary() }
        try repository.agreeOnVocabulary()
        let count = try repository.log(from: story.tip()).count
        try Output.write("Copied \(count) revisions of \(visible(url)) into \(visible(folder))\n")
        Output.note("next: cd \(folder); annals log")
    }

    /// The name of the folder that a story lies in.
    private static func name(of location: String) -> String {
        let parts = location.split { $0 == "/" || $0 == ":" }.map(String.init)
        let names = parts.last == FactRepository.folderName ? parts.dropLast() : parts[...]
        let name = names.last ?? "story"
        return name.hasSuffix(".git") ? String(name.dropLast(4)) : name
    }
}
