import ArgumentParser
import FactRepository
import FoundationEssentials

/// Where the story is.
struct StoryOptions: ParsableArguments {
    @Option(
        name: [.customShort("C"), .customLong("story")],
        help: "The story's folder. Default: this one or the nearest above that has .annals.",
        completion: .directory)
    var folder: String?

    /// The folder that holds `.annals`, found by walking up.
    func locate() throws -> String {
        let start = folder ?? FileManager.default.currentDirectoryPath
        var current = start.hasPrefix("/") ? start : FileManager.default.currentDirectoryPath + "/" + start
        while !current.isEmpty {
            if FileManager.default.fileExists(atPath: "\(current)/\(FactRepository.folderName)") { return current }
            if folder != nil { break }
            current = current.split(separator: "/").dropLast().map { "/\($0)" }.joined()
        }
        throw Failure(
            message: "there is no story in \(visible(start))\(folder == nil ? " or above" : "")",
            hint: "annals init starts one")
    }

    /// Opens the story.
    func open() throws -> Story {
        let folder = try locate()
        let path = "\(folder)/\(FactRepository.folderName)"
        let repository = try FactRepository.open(at: path) { BackgroundPacking(of: folder).start() }
        // Left open: the end of the process closes it in less time than it takes to give back pack by pack.
        _ = Unmanaged.passRetained(repository)
        return Story(folder: folder, repository: repository)
    }
}
