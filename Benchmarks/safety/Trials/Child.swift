import Foundation

/// A program that was started.
final class Child {
    private let process = Process()
    private let output = Pipe()
    private let errors = Pipe()

    /// Starts a program in a folder, knowing nothing of the user.
    init(_ command: [String], in folder: String = "/") throws {
        process.executableURL = URL(filePath: command[0])
        process.arguments = Array(command.dropFirst())
        process.currentDirectoryURL = URL(filePath: folder)
        process.environment = [
            "HOME": folder, "USER": "writer", "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8", "COLUMNS": "100",
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin",
            "LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? "",
        ]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        try process.run()
    }

    /// What it said while somebody waited for it to say something.
    private var said = Data()

    /// Waits until it says something, or is over.
    func listen() { said += output.fileHandleForReading.availableData }

    /// Ends it outright, wherever it is.
    func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

    /// Waits for its end and returns all it said.
    func finish() -> (status: Int32, output: String, errors: String) {
        // The complaints of a trial fit a pipe: only the answers may be long.
        let text = said + output.fileHandleForReading.readDataToEndOfFile()
        let complaints = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (
            process.terminationStatus, String(decoding: text, as: UTF8.self),
            String(decoding: complaints, as: UTF8.self)
        )
    }
}
