import Foundation
import TestSupport
import Testing

/// What help says is true.
@Suite struct HelpTests {
    @Test func `every example in the help of every command runs`() throws {
        try withShell { shell in
            try prepare(shell)
            for command in try commands(shell) {
                let examples = try examples(of: command, shell)
                #expect(!examples.isEmpty, "annals \(command) has no example")
                for example in examples {
                    let result = try shell.script(folder(for: command) + running(example, of: command))
                    // A merge may leave something to decide.
                    #expect(
                        [0, 1].contains(result.status) || command == "merge" && result.status == 4,
                        "\(example): \(result.errors)")
                }
            }
        }
    }

    /// Where an example runs: what reads the whole story otherwise has one of its own.
    private func folder(for command: String) -> String {
        switch command {
        case "init", "demo": "cd new && "
        case "reextract", "accept", "reject", "amend", "defer", "resolve", "same", "different", "reopen", "uphold":
            "rm -rf copy && cp -r story copy && cd copy && "
        default: "cd story && "
        }
    }

    /// The line that runs an example.
    ///
    /// A server goes on until it is told to end: here as soon as it says where it is.
    private func running(_ example: String, of command: String) -> String {
        guard command == "serve" else { return example }
        // A port and an address that every machine has.
        let line = (example + " --port 0").replacing("192.168.0.4", with: "0.0.0.0")
            .replacing(/^annals/, with: "'\(Shell.command)'")
        return "rm -f said; mkfifo said; \(line) > said & server=$!; read -r url < said; kill $server; wait $server"
    }

    /// The commands that help lists.
    private func commands(_ shell: Shell) throws -> [String] {
        let names = try shell.succeed("help").all.matches(of: /\n {2}([a-z]+) {2,}/).map { String($0.1) }
        #expect(names.count > 10)
        return names
    }

    /// The examples in the help of a command, without what is said beside them.
    private func examples(of command: String, _ shell: Shell) throws -> [String] {
        let lines = try shell.succeed("help", command).all.split(separator: "\n")
        return lines.filter { $0.hasPrefix("  annals ") }.map { line in
            line.dropFirst(2).firstRange(of: "   ").map { String(line.dropFirst(2)[..<$0.lowerBound]) }
                ?? String(line.dropFirst(2))
        }
    }

    /// Other people's copies of the story.
    private func prepareCopies(_ shell: Shell) throws {
        for name in ["ben", "desk"] { try shell.succeed("clone", "story", name) }
        try shell.write("Oman hosted talks in 2022.", to: "ben/oman.md")
        try shell.succeed("record", "-C", "ben", "ben/oman.md")
        _ = try shell.script("git init --quiet --bare -b main hub.git")
        for (name, place) in [("ben", "ben"), ("hub", "hub.git")] {
            try shell.succeed("remote", "add", name, place, "-C", "story")
        }
        try shell.succeed("fetch", "-C", "story", "ben")
    }

    /// The shipped story, with what the examples speak of beside it.
    private func prepare(_ shell: Shell) throws {
        try FileManager.default.createDirectory(atPath: shell.folder + "/new", withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: shell.folder + "/.home", withIntermediateDirectories: true)
        try shell.succeed("demo", "story")
        try prepareCopies(shell)
        try shell.write(Shell.ledger, to: "story/reports/ledger.md")
        try shell.write("Second day.", to: "story/wire/2020-02-24.md")
        try shell.write("Qatar hosts Hamas.", to: "story/article.md")
        for day in ["monday", "tuesday"] {
            try shell.write("<p>Qatar hosts Hamas on \(day).", to: "story/article-\(day).html")
            try shell.write("<p>Qatar hosts Hamas on \(day).", to: "story/news/\(day).html")
        }
        try shell.write(Shell.desk, to: "story/desk.sh")
        let program = "sh \(shell.folder)/story/desk.sh"
        try shell.succeed("config", "-C", "story", "annals.extractor.desk.command", program)
        for name in ["published", "claims", "rules-1", "rules-2", "monday", "elsewhere"] {
            try shell.write(Shell.claim("ledger", "trade"), to: "story/\(name).jsonl")
        }
        try shell.write(Shell.claim("ledger", "diplomatic"), to: "story/tuesday.jsonl")
    }
}
