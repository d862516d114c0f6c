import Foundation
import PackagePlugin

/// Compiles the starter vocabulary and the shipped story into the command, so that it works wherever it is copied.
@main struct EmbedPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let root = context.package.directoryURL
        let vocabulary = root.appending(path: "Sources/annals/Vocabulary")
        let story = root.appending(path: "snapshots/gulf-diplomacy")
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
        return [
            .buildCommand(
                displayName: "Embed the starter vocabulary and the shipped story",
                executable: try context.tool(named: "EmbedFiles").url,
                arguments: [output.path(), vocabulary.path(), story.path()],
                inputFiles: try files(in: vocabulary) + files(in: story), outputFiles: [output])
        ]
    }

    private func files(in folder: URL) throws -> [URL] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path()).sorted().map { folder.appending(path: $0) }
            .filter { !$0.hasDirectoryPath && !$0.lastPathComponent.hasPrefix(".") }
    }
}
