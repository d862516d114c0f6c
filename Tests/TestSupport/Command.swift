import Foundation

/// What a finished command left.
public struct CommandResult: Sendable {
    /// Exit status; the signal's number if one ended it.
    public let status: Int32
    /// Everything written to standard output.
    public let output: [UInt8]
    /// Everything written to standard error, as text.
    public let errors: String

    /// Standard output as text, without the white space around it.
    public var text: String {
        String(decoding: output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// The lines of standard output.
    public var lines: [String] { text.split(separator: "\n").map(String.init) }
}

/// Runs a command to its end, with the user's git settings out of reach.
///
/// - Parameter directory: where it runs; `nil` for where the tests run.
public func run(
    _ command: [String], input: [UInt8] = [], in directory: String? = nil,
    environment: [String: String] = hermeticEnvironment
) throws -> CommandResult {
    try withTemporaryFolder { folder in
        let root = URL(filePath: folder)
        // Files instead of pipes: nothing can fill up and block.
        let files = ["input", "output", "errors"].map { root.appending(path: $0) }
        try Data(input).write(to: files[0])
        for file in files[1...] { try Data().write(to: file) }
        let process = try SpawnedProcess(
            command,
            files: [
                FileHandle(forReadingFrom: files[0]), FileHandle(forWritingTo: files[1]),
                FileHandle(forWritingTo: files[2]),
            ], in: directory, environment: environment)
        let status = process.wait()
        return CommandResult(
            status: status, output: Array(try Data(contentsOf: files[1])),
            errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
    }
}

/// The environment of this process, but without anything that changes what git does.
public var hermeticEnvironment: [String: String] {
    var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GIT_") }
    environment["GIT_CONFIG_GLOBAL"] = "/dev/null"
    environment["GIT_CONFIG_NOSYSTEM"] = "1"
    environment["LC_ALL"] = "C"
    return environment
}
