import Foundation

/// A process that holds on to something until it is killed.
public final class HoldingProcess {
    private let process: SpawnedProcess
    /// Its standard input, which never ends.
    private let input: Pipe
    private var isRunning = true

    /// Starts a command and returns once it has printed something, which it does when it holds what it should.
    public init(_ command: [String]) throws {
        let output = Pipe()
        input = Pipe()
        process = try SpawnedProcess(
            command, files: [input.fileHandleForReading, output.fileHandleForWriting, .standardError])
        try output.fileHandleForWriting.close()
        _ = output.fileHandleForReading.availableData
    }

    /// Kills the process outright and waits until it is gone.
    public func kill() {
        isRunning = false
        Foundation.kill(process.identifier, SIGKILL)
        _ = process.wait()
    }

    deinit { if isRunning { kill() } }
}
