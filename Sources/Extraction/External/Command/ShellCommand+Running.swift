import Subprocess

/// What went wrong with a program, and the last lines of its standard error.
struct CommandFault: Error {
    let reason: ExtractorFailure.Reason
    let output: [String]

    init(_ reason: ExtractorFailure.Reason, output: [String] = []) {
        (self.reason, self.output) = (reason, output)
    }
}

/// What a program left when it had ended.
struct CommandAnswer: Sendable {
    let status: TerminationStatus
    let output: [UInt8]
    let errors: [String]
}

/// A number of seconds, and what waits for them to pass.
package struct TimeLimit: Sendable {
    /// So long.
    package let seconds: Int
    private let wait: @Sendable (Duration) async throws -> Void

    /// A limit; `wait` returns when it is reached, and throws when it was cancelled before.
    package init(
        seconds: Int, wait: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        (self.seconds, self.wait) = (seconds, wait)
    }

    /// Waits; `false` when that was cancelled before the limit was reached.
    func isReached() async -> Bool { (try? await wait(.seconds(seconds))) != nil }
}

extension Configuration {
    /// Runs a program to its end, or as long as it may take.
    func answer(within limit: TimeLimit) async throws(CommandFault) -> CommandAnswer {
        let outcome = await withTaskGroup(of: Result<CommandAnswer, CommandFault>?.self) { group in
            group.addTask { await finish([]) }
            group.addTask {
                _ = await limit.isReached()
                return nil
            }
            // The other is cancelled with the group: a program that is too slow is killed.
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
        guard let outcome else { throw CommandFault(.tooSlow(seconds: limit.seconds)) }
        return try outcome.get()
    }

    /// Runs a program to its end.
    func answer(to input: [UInt8]) async throws(CommandFault) -> CommandAnswer { try await finish(input).get() }

    private func finish(_ input: [UInt8]) async -> Result<CommandAnswer, CommandFault> {
        do {
            let result = try await run(
                self, input: .array(input), output: .bytes(limit: LineReader.maximumLength),
                error: .string(limit: LineReader.maximumLength))
            return .success(
                CommandAnswer(
                    status: result.terminationStatus, output: result.standardOutput,
                    errors: OutputTail.lines(of: result.standardError)))
        } catch {
            return .failure(CommandFault(.notStarted("\(error)")))
        }
    }
}
