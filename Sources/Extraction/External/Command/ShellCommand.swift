import Subprocess
import SystemPackage

/// A command line as a person writes it in the settings; the shell reads it.
struct ShellCommand: Hashable, Sendable {
    /// The line, such as `python3 extract.py --model large`.
    let line: String
    /// Where it runs; `nil` for where this program runs.
    let folder: String?

    /// How to start it with further arguments.
    ///
    /// It leads a session of its own, so that it can be ended with all that it started.
    func configuration(_ arguments: [String] = []) -> Configuration {
        var options = PlatformOptions()
        options.createSession = true
        options.teardownSequence = [Self.kill]
        return Configuration(
            executable: .path("/bin/sh"), arguments: Arguments(["-c", "\(line) \"$@\"", line] + arguments),
            workingDirectory: folder.map { FilePath($0) }, platformOptions: options)
    }

    /// Ends it at once.
    static let kill = TeardownStep.send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)

    /// Ends it kindly: its input has ended, and it has two seconds to see that.
    ///
    /// The first signal does nothing to a program that runs; it stands for the wait.
    static let ending: [TeardownStep] = [
        .send(signal: .resume, allowedDurationToNextStep: .seconds(2)),
        .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .seconds(1)),
    ]
}

extension TerminationStatus {
    /// How it ended, in words.
    var words: String {
        switch self {
        case .exited(let code): "exit status \(code)"
        case .signaled(let signal): "signal \(signal)"
        }
    }
}
