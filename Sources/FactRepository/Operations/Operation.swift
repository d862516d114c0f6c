package import Git

/// One move of the story's branch: what a command did, or what another program did to it.
package struct Operation: Hashable, Sendable {
    /// Its place in the log, from 1 for the first; the same for ever.
    package let number: Int
    /// The newest revision before; `nil` before the first.
    package let before: ObjectID?
    /// The newest revision after.
    package let after: ObjectID
    /// Who did it, and when; `nil` for a move that nobody logged.
    package let who: Signature?
    /// The command as it was typed; empty when it is not known.
    package let command: String
    /// What it did, in a line; empty when nobody logged it.
    package let summary: String

    /// Whether some other program moved the branch and logged nothing.
    package var isUnlogged: Bool { who == nil }
}

/// The command that moves the branch, for the log of operations.
package struct Invocation: Hashable, Sendable {
    /// The command as it was typed, on one line.
    package let command: String
    /// When it was given, in seconds from 1970-01-01T00:00:00Z.
    package let seconds: Int

    /// A command, with what would break its line in the log made into spaces.
    package init(command: String, seconds: Int) {
        var line = String.UnicodeScalarView()
        line.append(contentsOf: command.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 })
        self.command = String(line)
        self.seconds = seconds
    }
}

extension Author {
    /// The line that the log of operations has about a move: what it did, then what was typed.
    func operationLine(_ summary: some StringProtocol) -> String {
        let line = summary.prefix { !$0.isNewline }.unicodeScalars.map { $0.value < 0x20 ? " " : Character($0) }
        return Operation.mark + String(line) + (invocation.map { "\t" + $0.command } ?? "")
    }

    /// Who moves the branch, and when by the clock: a recording may be dated otherwise.
    var operationSignature: Signature {
        Signature(name: name, email: email, seconds: invocation?.seconds ?? seconds, offsetMinutes: 0)
    }
}

extension Operation {
    /// What the lines of this program start with.
    static let mark = "annals: "

    /// The operation that an entry of the branch's log tells of.
    init(_ number: Int, _ entry: Reflog.Entry, after: ObjectID) {
        let parts = entry.message.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
        let summary = parts.first ?? ""
        self.init(
            number: number, before: entry.before, after: after, who: entry.who,
            command: parts.count > 1 ? String(parts[1]) : "",
            summary: String(summary.hasPrefix(Self.mark) ? summary.dropFirst(Self.mark.count) : summary))
    }

    /// A move between two logged ones.
    init(_ number: Int, unlogged before: ObjectID?, _ after: ObjectID) {
        self.init(number: number, before: before, after: after, who: nil, command: "", summary: "")
    }
}
