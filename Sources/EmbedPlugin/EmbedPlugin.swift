import Foundation
import PackagePlugin

/// Compiles files into the program, so that it works wherever it is copied: into the command the starter vocabulary and the shipped
/// story, into the rendering the style sheet of its pages.
@main struct EmbedPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let root = context.package.directoryURL
        let paths =
            target.name == "Rendering"
            ? ["Sources/Rendering/HTML/Style"] : ["Sources/annals/Vocabulary", "snapshots/gulf-diplomacy"]
        let folders = paths.map { root.appending(path: $0) }
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
        return [
            .buildCommand(
                displayName: "Embed files into \(target.name)",
                executable: try context.tool(named: "EmbedFiles").url,
                arguments: [output.path()] + folders.map { $0.path() },
                inputFiles: try folders.flatMap(files), outputFiles: [output])
        ]
    }

    private func files(in folder: URL) throws -> [URL] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path()).sorted().map { folder.appending(path: $0) }
            .filter { !$0.hasDirectoryPath && !$0.lastPathComponent.hasPrefix(".") }
    }
}
