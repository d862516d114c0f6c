import ArgumentParser

/// A manual page in the macros of man(7), of what a command says of itself.
struct ManualPage {
    private let command: CommandDescription

    init(_ command: CommandDescription) { self.command = command }

    /// The source of the page, ending in a line feed.
    var roff: String {
        let lines =
            [".TH \(command.pageName.uppercased()) 1 \"\" \"annals \(Annals.configuration.version)\" \"Annals\""]
            + section("NAME", ["\(Self.escaped(command.pageName)) \\- \(Self.escaped(command.abstract))"])
            + section("SYNOPSIS", synopsis) + section("DESCRIPTION", paragraphs)
            + section("ARGUMENTS", list(command.parameters.filter(\.isPositional)))
            + section("OPTIONS", list(command.parameters.filter { !$0.isPositional }))
            + section("COMMANDS", commands) + section("EXAMPLES", examples)
            + section("EXIT STATUS", isRoot ? Self.statuses : []) + section("SEE ALSO", related)
        return lines.map { $0 + "\n" }.joined()
    }

    private var isRoot: Bool { command.words.count == 1 }

    private func section(_ name: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : [".SH \(name)"] + lines
    }

    private var synopsis: [String] {
        let words = Self.bold(command.words.joined(separator: " "))
        let options = command.parameters.contains { !$0.isPositional } ? " [options]" : ""
        let places = command.parameters.filter(\.isPositional).map { " " + Self.escaped($0.usage) }.joined()
        return [words + options + (command.commands.isEmpty ? "" : " <command>") + places]
    }

    private func list(_ parameters: [CommandDescription.Parameter]) -> [String] {
        parameters.flatMap { [".TP", Self.bold($0.usage), Self.escaped($0.help)] }
    }

    private var commands: [String] {
        command.commands.flatMap {
            [".TP", Self.bold($0.words.dropFirst().joined(separator: " ")), Self.escaped($0.abstract)]
        }
    }

    private var related: [String] {
        let all = isRoot ? command.commands.map(\.pageName) : [command.words.dropLast().joined(separator: "-")]
        return all.isEmpty ? [] : [all.map { Self.bold($0) + "(1)" }.joined(separator: ", ")]
    }

    // MARK: the discussion

    /// What stands indented is an example or a table, and keeps its lines.
    private var isExample: (Substring) -> Bool { { $0.hasPrefix("  ") } }

    private var discussion: [Substring] {
        command.discussion.split(separator: "\n", omittingEmptySubsequences: false)
    }

    private var paragraphs: [String] {
        let lines = discussion.filter { !isExample($0) }.map { $0.isEmpty ? ".PP" : Self.escaped(String($0)) }
        return Array(lines.reversed().drop { $0 == ".PP" }.reversed())
    }

    private var examples: [String] {
        let lines = discussion.filter(isExample).map { Self.escaped(String($0.dropFirst(2))) }
        return lines.isEmpty ? [] : [".nf"] + lines + [".fi"]
    }

    private static let statuses = [
        ("0", "Done, and clean."), ("1", "Done; there are findings that were asked about."),
        ("2", "It could not be done."),
        ("3", "Done in part; what was refused is named."), ("64", "Wrong usage."), ("130", "Interrupted."),
    ].flatMap { [".TP", bold($0.0), escaped($0.1)] }

    // MARK: signs

    private static func bold(_ text: String) -> String { "\\fB\(escaped(text))\\fR" }

    /// Text that roff shows as it is: backslashes, hyphens that must stay, and dots and quotes that begin no request.
    static func escaped(_ text: String) -> String {
        var output = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": output += "\\e"
            case "-": output += "\\-"
            case "'": output += "\\(aq"
            case "`": output += "\\(ga"
            case "^": output += "\\(ha"
            case "~": output += "\\(ti"
            case "\n": output += " "
            case _ where scalar.isASCII: output.unicodeScalars.append(scalar)
            default: output += "\\[u\(String(scalar.value, radix: 16, uppercase: true).paddedToFour)]"
            }
        }
        return output.hasPrefix(".") ? "\\&" + output : output
    }
}

extension String {
    fileprivate var paddedToFour: String { String(repeating: "0", count: Swift.max(0, 4 - count)) + self }
}
