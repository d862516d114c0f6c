import FactRepository
import Rendering

extension Invocation {
    /// The command that this process is running, as it may be typed again.
    static var ofThisProcess: Invocation {
        let words = ["annals"] + CommandLine.arguments.dropFirst().map(\.shellQuoted)
        let line = words.joined(separator: " ")
        // A shell may have made thousands of paths of one pattern.
        let isLong = line.unicodeScalars.count > limit
        let shown = isLong ? String(String.UnicodeScalarView(line.unicodeScalars.prefix(limit))) + " …" : line
        return Invocation(command: shown, seconds: Terminal.now)
    }

    /// Unicode scalars of a command that are worth keeping.
    private static let limit = 500
}
