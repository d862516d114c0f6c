import Glibc
import Subprocess

/// A program that is asked line by line and answers line by line: started when it is first asked, once for all questions, and
/// ended with its owner.
///
/// One question at a time; the others wait their turn. A program that ends without an answer is started again and asked once
/// more. One that is too slow, or whose answer is not one, is ended, and the next question goes to a new one.
final class LineConversation: Sendable {
    /// What is made of a line that came as an answer.
    enum Judgement: Sendable {
        case reading(PassageReading)
        case declined(String)
        case malformed(String)
    }

    /// What came of a question.
    enum Outcome: Sendable {
        case reading(PassageReading)
        /// Why there is no reading, and what the program wrote to its standard error.
        case failure(ExtractorFailure.Reason, output: [String])
    }

    private let questions: AsyncStream<Question>.Continuation

    /// A conversation with a program, which must answer each question within a limit.
    init(with command: ShellCommand, limit: TimeLimit) {
        Self.ignoreBrokenPipes()
        let (stream, continuation) = AsyncStream.makeStream(of: Question.self)
        questions = continuation
        let program = ConversingProgram(command: command, limit: limit)
        Task {
            var questions = stream.makeAsyncIterator()
            while let question = await questions.next() { await program.answer(question, then: &questions) }
        }
    }

    deinit { questions.finish() }

    /// Asks and waits for the answer, which `judge` reads.
    func ask(_ line: [UInt8], judge: @escaping @Sendable ([UInt8]) -> Judgement) async -> Outcome {
        await withCheckedContinuation { reply in
            questions.yield(Question(line: line, judge: judge, reply: reply))
        }
    }

    /// A write to a program that has ended is to fail, not to end this program.
    private static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }
}

/// A line that somebody waits for an answer to.
struct Question: Sendable {
    let line: [UInt8]
    let judge: @Sendable ([UInt8]) -> LineConversation.Judgement
    let reply: CheckedContinuation<LineConversation.Outcome, Never>
    /// Whether a program that was asked has ended without an answer.
    private(set) var isSecondTry = false

    /// The same question for another program.
    var again: Question {
        var question = self
        question.isSecondTry = true
        return question
    }
}
