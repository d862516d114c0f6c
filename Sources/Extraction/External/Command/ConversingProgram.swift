import Subprocess

/// How the program of a conversation is run.
struct ConversingProgram: Sendable {
    let command: ShellCommand
    /// For each answer.
    let limit: TimeLimit

    typealias Questions = AsyncStream<Question>.Iterator
    private typealias Running = Execution<CustomWriteInput, SequenceOutput, SequenceOutput>

    /// A question that a program left open.
    private struct OpenQuestion: Sendable {
        let question: Question
        /// What was wrong with the program; `nil` when it has ended by itself.
        let reason: ExtractorFailure.Reason?
        /// The last lines of its standard error.
        let output: [String]
    }

    /// Answers a question, and all that follow until the program ends.
    func answer(_ first: Question, then questions: inout Questions) async {
        var next: Question? = first
        while let question = next { next = await answerOnce(question, then: &questions) }
    }

    /// The question that a new program is to be asked, if there is one.
    private func answerOnce(_ first: Question, then questions: inout Questions) async -> Question? {
        // What a program that did not even start leaves open is the first question; every other way of failing comes after it.
        var open: OpenQuestion? = OpenQuestion(question: first, reason: nil, output: [])
        let ending: ExtractorFailure.Reason
        var isStarted = false
        do {
            let run = try await run(
                command.configuration(), input: .inputWriter, output: .sequence, error: .sequence
            ) { program in
                isStarted = true
                open = await converse(program, first, &questions)
            }
            ending = .ended(run.terminationStatus.words)
        } catch {
            ending = .notStarted("\(error)")
        }
        guard let open else { return nil }
        guard isStarted, open.reason == nil, !open.question.isSecondTry else {
            open.question.reply.resume(returning: .failure(open.reason ?? ending, output: open.output))
            return nil
        }
        return open.question.again
    }

    /// Asks a running program until there are no more questions, or until it leaves one open.
    private func converse(
        _ program: Running, _ first: Question, _ questions: inout Questions
    ) async -> OpenQuestion? {
        async let output = OutputTail.lines(of: program.standardError)
        var lines = OutputLines(program.standardOutput)
        var next: Question? = first
        while let question = next {
            let (line, isTooSlow) = await exchange(question.line, with: program, &lines)
            let judgement = line.map(question.judge)
            switch judgement {
            case .reading(let reading)?: question.reply.resume(returning: .reading(reading))
            case .declined(let why)?: question.reply.resume(returning: .failure(.declined(why), output: []))
            case .malformed, nil:
                try? program.send(signal: .kill, toProcessGroup: true)
                let fault = judgement?.fault ?? lines.fault ?? (isTooSlow ? .tooSlow(seconds: limit.seconds) : nil)
                return OpenQuestion(question: question, reason: fault, output: await output)
            }
            next = await questions.next(isolation: #isolation)
        }
        try? await program.standardInputWriter.finish()
        await program.teardown(using: ShellCommand.ending)
        return nil
    }

    /// Sends a line and waits for one: `nil` when the program ended, and whether that was because it was too slow.
    private func exchange(
        _ question: [UInt8], with program: Running, _ lines: inout OutputLines
    ) async -> (line: [UInt8]?, isTooSlow: Bool) {
        let watch = Task {
            guard await limit.isReached() else { return false }
            try? program.send(signal: .kill, toProcessGroup: true)
            return true
        }
        let written = (try? await program.standardInputWriter.write(question)) ?? 0
        let line = written == question.count ? await lines.next() : nil
        watch.cancel()
        return (line, await watch.value)
    }
}

extension LineConversation.Judgement {
    /// What is wrong with the answer; `nil` when it is one.
    fileprivate var fault: ExtractorFailure.Reason? {
        if case .malformed(let what) = self { .malformed(what) } else { nil }
    }
}
