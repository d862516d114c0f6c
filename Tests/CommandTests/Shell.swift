import Foundation
import TestSupport
import Testing

/// A person at a shell: a folder of their own, and nothing of the machine around it.
struct Shell {
    /// Where the person is.
    let folder: String

    /// The command as it was built, beside the tests.
    static let command = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "annals")
        .path()

    /// What the person's commands know of the world.
    var environment: [String: String] {
        let inherited = ProcessInfo.processInfo.environment.filter { ["PATH", "LD_LIBRARY_PATH"].contains($0.key) }
        return inherited.merging([
            "HOME": folder + "/.home", "XDG_CONFIG_HOME": folder + "/.home/config", "GIT_CONFIG_NOSYSTEM": "1",
            "TZ": "UTC", "LC_ALL": "C.UTF-8", "USER": "reporter",
        ]) { _, own in own }
    }

    /// Runs `annals`, in the folder or one below it.
    func annals(
        _ arguments: [String], input: [UInt8] = [], in subfolder: String = "", with more: [String: String] = [:]
    ) throws -> CommandResult {
        try run(
            [Self.command] + arguments, input: input, in: "\(folder)/\(subfolder)",
            environment: environment.merging(more) { _, new in new })
    }

    /// Runs `annals` and expects it to succeed.
    @discardableResult
    func succeed(_ arguments: String..., with more: [String: String] = [:]) throws -> CommandResult {
        let result = try annals(arguments, with: more)
        #expect(result.status == 0, "annals \(arguments): \(result.errors)")
        return result
    }

    /// Runs a line of shell in the folder; `annals` is the command.
    func script(_ line: String, with more: [String: String] = [:]) throws -> CommandResult {
        let function = "annals() { '\(Self.command)' \"$@\"; }; "
        return try run(
            ["bash", "-c", function + line], in: folder, environment: environment.merging(more) { _, new in new })
    }

    /// Writes a file in the folder.
    func write(_ text: String, to name: String) throws { try TestSupport.write(text, to: "\(folder)/\(name)") }

    /// Writes bytes to a file in the folder.
    func write(_ bytes: [UInt8], to name: String) throws { try TestSupport.write(bytes, to: "\(folder)/\(name)") }
}

extension CommandResult {
    /// Standard output as it is.
    var all: String { String(decoding: output, as: UTF8.self) }
}

/// Gives `body` a shell in a fresh folder.
func withShell<Result>(_ body: (Shell) throws -> Result) throws -> Result {
    try withTemporaryFolder { folder in
        let folder = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        return try body(Shell(folder: folder))
    }
}

/// Gives `body` a shell in a folder with a story of two reports that contradict one another.
func withStory<Result>(_ body: (Shell) throws -> Result) throws -> Result {
    let files = try Shell.story.get()
    return try withShell { shell in
        for file in files { try shell.write(file.bytes, to: file.path) }
        return try body(shell)
    }
}

extension Shell {
    /// What the two reports say.
    static let ledger = """
        ---
        title: Trade ties
        source: Gulf Ledger
        published: 2022-07-09
        ---
        Qatar severed trade ties with Israel in 2009.

        """
    static let wire = """
        ---
        title: Diplomatic ties
        source: Strait Wire
        published: 2022-07-10
        ---
        Qatar severed diplomatic ties with Israel in 2009. Talks lasted two hours.

        """

    /// A small vocabulary: the starter is thirty times as long and read by every command.
    static let vocabulary = """
        format: vocabulary/1
        entities:
          - {name: Qatar, type: country, aliases: [State of Qatar]}
          - {name: Israel, type: country}
        predicates:
          - {id: lasted, label: lasted, kind: event, roles: {object: {type: quantity, unit: hour}}}
          - id: severed-ties
            label: severed ties with
            aliases: [severed ties]
            kind: event
            single-valued: true
            key: [object]
            roles: {object: {type: entity}, kind: {type: choice, choices: [diplomatic, trade]}}

        """

    /// The claim of a report about ties.
    static func claim(_ report: String, _ kind: String) -> String {
        #"{"report":"\#(report)","subject":"Qatar","predicate":"severed ties","object":"Israel","#
            + #""arguments":{"kind":"\#(kind)"},"time":"2009","certainty":"certain","#
            + #""evidence":[{"quote":"severed \#(kind) ties with Israel in 2009"}]}"#
    }

    static let header = #"{"annals":"claims/1","extractor":{"name":"desk","version":"1"}}"#

    /// The files of the story, recorded once for all tests.
    fileprivate static let story = Result {
        try withShell { shell in
            try shell.begin()
            return try shell.files()
        }
    }

    /// Every file below the folder.
    func files() throws -> [(path: String, bytes: [UInt8])] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).sorted().compactMap { path in
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder)
            guard !isFolder.boolValue else { return nil }
            return (path, Array(try Data(contentsOf: URL(filePath: "\(folder)/\(path)"))))
        }
    }

    /// Records the story.
    func begin() throws {
        try write(Self.vocabulary, to: "vocabulary.yaml")
        try write(Self.ledger, to: "reports/ledger.md")
        try write(Self.wire, to: "later/wire.md")
        try write("\(Self.header)\n\(Self.claim("ledger", "trade"))\n", to: "one.jsonl")
        try write("\(Self.header)\n\(Self.claim("wire", "diplomatic"))\n", to: "two.jsonl")
        try succeed("init", "--recorded", "2022-07-08")
        try succeed("record", "reports", "--claims", "one.jsonl", "--recorded", "2022-07-09", "-m", "First day")
        try succeed("record", "later", "--claims", "two.jsonl", "--recorded", "2022-07-10")
    }
}
