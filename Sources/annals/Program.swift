import FoundationEssentials
import Glibc

/// What the programs that are made of this library do.
package enum Program {
    /// Runs the command that the arguments of this process say, and ends it.
    package static func run() async { await Annals.main() }

    /// The folder of the running program, beside which the others are.
    static var folder: String {
        let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return (own ?? CommandLine.arguments[0]).split(separator: "/").dropLast().map { "/\($0)" }.joined()
    }

    /// Ends this process with a failure of any kind: with the words that every command has for it, and its exit status.
    package static func leave(with error: any Error) -> Never {
        let failure = Failure(error)
        Output.note(String(failure.text.dropLast()))
        Glibc.exit(failure.status.rawValue)
    }

    /// Ends this process, saying why and what the next step is.
    package static func leave(because message: String, hint: String, status: ExitStatus) -> Never {
        leave(with: Failure(message: message, hint: hint, status: status))
    }

    /// Says on standard error, made harmless.
    package static func note(_ text: String) { Output.note(text) }

    /// Says on standard error why something failed that others go on without.
    package static func note(fault: any Error) { Output.note(String(Failure(fault).text.dropLast())) }

    /// Writes text to standard output.
    package static func write(_ text: String) throws { try Output.write(text) }
}
