/// Why a command could not do what it was asked: one sentence, what lies behind it, and the next step.
struct Failure: Error, Hashable {
    /// What failed, and why.
    let message: String
    /// What lies behind it, nearest first.
    var causes: [String] = []
    /// The next step.
    var hint: String?
    /// The exit status.
    var status = ExitStatus.failed

    /// The lines for standard error.
    var text: String {
        var lines = ["error: \(message)"] + causes.map { "  \($0)" }
        if let hint { lines.append("hint: \(hint)") }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// What the command's exit status says.
package enum ExitStatus: Int32, Error {
    /// Done, and clean.
    case clean = 0
    /// Done; there are findings that were asked about.
    case findings = 1
    /// Could not do it.
    case failed = 2
    /// Done in part; what was refused is named.
    case partial = 3
    /// Something waits for a person's decision, after a merge.
    case waiting = 4
    /// Wrong usage.
    case usage = 64
    /// Interrupted.
    case interrupted = 130
}
