import ArgumentParser
import Facts
import FoundationEssentials
import Rendering

/// Writes the manual, made of what the commands say of themselves.
struct Manual: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual", _superCommandName: Annals.name,
        abstract: "Write the manual pages, made of what the commands say of themselves.",
        discussion: """
              annals manual diff > annals-diff.1             and: man ./annals-diff.1
              annals manual --output pages/man1              every page: annals.1, annals-diff.1, …
            """)

    @Argument(help: "The command. Default: the page of annals itself.", completion: .list(Annals.commandNames))
    var command: String?
    @Option(
        help: ArgumentHelp("Write every page into this folder instead.", valueName: "folder"), completion: .directory)
    var output: String?

    func validate() throws {
        if command != nil, output != nil {
            throw ValidationError("--output writes every page; name a command or a folder, not both")
        }
    }

    func run() throws {
        let pages = try CommandDescription.all
        if let output {
            do {
                try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
            } catch {
                throw Failure.folder(output)
            }
            for page in pages { try Output.write(ManualPage(page).roff, to: "\(output)/\(page.pageName).1") }
            return
        }
        let wanted = (["annals"] + (command.map { [$0] } ?? [])).joined(separator: "-")
        guard let page = pages.first(where: { $0.pageName == wanted }) else {
            throw Failure.noCommand(command ?? "", among: Annals.commandNames)
        }
        try Output.write(ManualPage(page).roff)
    }
}

/// A command as it describes itself: what the parser tells for tools that write documentation.
struct CommandDescription {
    /// An option, a flag or an argument.
    struct Parameter {
        /// How it is written: `--at <revision>`.
        let usage: String
        /// What it is for.
        let help: String
        /// Whether it is told by its place.
        let isPositional: Bool
    }

    /// The words that it is called by: `annals extractor list`.
    let words: [String]
    let abstract: String
    let discussion: String
    let parameters: [Parameter]
    /// The commands below it.
    let commands: [CommandDescription]

    /// `annals-extractor-list`.
    var pageName: String { words.joined(separator: "-") }

    /// Every command, the outermost first.
    static var all: [CommandDescription] {
        get throws {
            let dump = try JSONParser.parse(Annals._dumpHelp())
            guard let root = dump.object?["command"].flatMap({ CommandDescription($0, under: []) }) else { return [] }
            return root.withAllBelow
        }
    }

    private var withAllBelow: [CommandDescription] { [self] + commands.flatMap(\.withAllBelow) }

    private init?(_ json: JSONValue, under parents: [String]) {
        guard let members = json.object, let name = members["commandName"]?.string, name != "help" else { return nil }
        let words = parents + [name]
        self.words = words
        abstract = members["abstract"]?.string ?? ""
        discussion = members["discussion"]?.string ?? ""
        parameters = (members["arguments"]?.array ?? []).compactMap { Parameter($0) }
        commands = (members["subcommands"]?.array ?? []).compactMap { CommandDescription($0, under: words) }
    }
}

extension CommandDescription.Parameter {
    fileprivate init?(_ json: JSONValue) {
        guard let members = json.object, members["shouldDisplay"] != .bool(false) else { return nil }
        let names = (members["names"]?.array ?? []).compactMap { name -> String? in
            guard let name = name.object, let word = name["name"]?.string else { return nil }
            return (name["kind"]?.string == "long" ? "--" : "-") + word
        }
        let value = members["valueName"]?.string.map { "<\($0)>" } ?? ""
        isPositional = members["kind"]?.string == "positional"
        let takesValue = members["kind"]?.string == "option"
        usage = isPositional ? value : names.joined(separator: ", ") + (takesValue ? " \(value)" : "")
        let words = members["abstract"]?.string ?? ""
        let preset = members["defaultValue"]?.string.map { " (default: \($0))" } ?? ""
        help = words + preset
    }
}
