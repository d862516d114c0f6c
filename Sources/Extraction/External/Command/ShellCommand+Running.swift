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

extension Configuration {
    /// Runs a program to its end, or for so many seconds.
    func answer(to input: [UInt8], seconds: Int) async throws(CommandFault) -> CommandAnswer {
        let outcome = await withTaskGroup(of: Result<CommandAnswer, CommandFault>?.self) { group in
            group.addTask { await finish(input) }
            group.addTask {
                try? await Task.sleep(for: .seconds(seconds))
                return nil
            }
            // The other is cancelled with the group: a program that is too slow is killed.
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
        guard let outcome else { throw CommandFault(.tooSlow(seconds: seconds)) }
        return try outcome.get()
    }

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
