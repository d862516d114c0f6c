import Foundation

/// A process that holds on to something until it is killed.
public final class HoldingProcess {
    private let process: Process
    private let input = Pipe()

    /// Starts a command and returns once it has printed something, which it does when it holds what it should.
    public init(_ command: [String]) throws {
        process = TestSupport.process(command, environment: hermeticEnvironment)
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        _ = output.fileHandleForReading.availableData
    }

    /// Kills the process outright and waits until it is gone.
    public func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    deinit { if process.isRunning { kill() } }
}
