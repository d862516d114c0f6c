import ArgumentParser
import FactRepository
import Rendering
import Web

/// Writes a story as a site.
struct SiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site", _superCommandName: Annals.name,
        abstract: "Write the story as pages that need no server, no script and no network.",
        discussion: """
            The pages work from a disk as from a server. One revision gives the same bytes wherever it is made; a second run writes \
            what has changed since the first. A folder that holds anything else is left alone.

              annals site --out public
              annals site --out public --since 2020-02-24 --title "The visit to Doha"
              annals site --out public --url https://example.org/doha/
            """)

    @OptionGroup var place: StoryOptions
    @Option(
        help: ArgumentHelp("The folder to write into; made when it is not there.", valueName: "dir"),
        completion: .directory)
    var out: String
    @Option(
        help: ArgumentHelp("As this revision has it. Default: the newest.", valueName: "revision"),
        completion: .revisions)
    var at: String?
    @Option(
        help: ArgumentHelp("What the front page compares with. Default: the revision before.", valueName: "revision"),
        completion: .revisions)
    var since: String?
    @Option(help: "What the story is called. Default: the name of its folder.")
    var title: String?
    @Option(
        help: ArgumentHelp(
            "Where the site will be. Feeds name whole addresses then; pages lead to one another either way.",
            valueName: "url"))
    var url: String?
    @Flag(name: .customLong("all"), help: "Make every page anew, whatever is there.")
    var isAnew = false

    func validate() throws {
        if out.isEmpty { throw ValidationError("--out is a folder") }
        if let url, WebAddress(url) == nil {
            throw ValidationError("--url is an address such as https://example.org/doha/")
        }
    }

    func run() throws {
        let story = try place.open()
        let site = try Site.reading(
            story, at: story.snapshot(at), since: since.map { try story.snapshot($0) }, title: title,
            base: url.flatMap { WebAddress($0) })
        let folder = out.count > 1 && out.hasSuffix("/") ? String(out.dropLast()) : out
        let result = try SiteFolder(folder).write(site, anew: isAnew)
        let removed = result.removed > 0 ? ", \(result.removed.grouped) removed" : ""
        try Output.write(
            "\(visible(folder)): \(result.files.of("file")), \(result.bytes.grouped) bytes; \(result.written.grouped) written\(removed)\n"
        )
        Output.note("next: open \(visible(folder))/index.html in a browser")
    }
}
