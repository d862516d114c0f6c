import Foundation
import PackagePlugin

/// Compiles files into the program, so that it works wherever it is copied: into the command the starter vocabulary and the shipped
/// story, into the rendering the style sheet of its pages.
///
/// Into the command also comes a digest of the sources that pages are made by, so that pages of another program are known as such.
@main struct EmbedPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let isRendering = target.name == "Rendering"
        let paths =
            isRendering ? ["Sources/Rendering/HTML/Style"] : ["Sources/annals/Vocabulary", "snapshots/gulf-diplomacy"]
        let embedding = try command("EmbeddedFiles", "Embed files into \(target.name)", [], paths, context)
        guard !isRendering else { return [embedding] }
        let digest = try command("PageSources", "Digest the sources of pages", ["--digest"], Self.pageSources, context)
        return [embedding, digest]
    }

    /// Folders of whatever has a say in what stands on a page.
    private static let pageSources =
        ["Extraction", "FactDiff", "FactIndex", "FactRepository", "Facts", "Rendering", "Web", "annals/Site"]
        .map { "Sources/" + $0 }

    private func command(
        _ name: String, _ displayName: String, _ options: [String], _ paths: [String], _ context: PluginContext
    ) throws -> Command {
        let folders = paths.map { context.package.directoryURL.appending(path: $0) }
        let output = context.pluginWorkDirectoryURL.appending(path: "\(name).swift")
        return .buildCommand(
            displayName: displayName, executable: try context.tool(named: "EmbedFiles").url,
            arguments: options + [output.path()] + folders.map { $0.path() },
            inputFiles: try folders.flatMap(files), outputFiles: [output])
    }

    private func files(in folder: URL) throws -> [URL] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path()).sorted().map { folder.appending(path: $0) }
            .filter { !$0.hasDirectoryPath && !$0.lastPathComponent.hasPrefix(".") }
    }
}
