package import Facts
import Synchronization

/// An extractor that is a program of the user's: `extract/1`, a question a line, an answer a line.
///
/// The program is started once and asked passage by passage. It is ended with the extractor: its input ends, and it is killed
/// if it does not see that; if this program is killed, its input ends all the same. extract-1.md tells how to write one.
package final class ExternalExtractor: Extractor {
    package let fingerprint: ExtractorFingerprint
    private let name: String
    private let conversation: LineConversation
    /// What it is told of the predicates; `nil` when it did not ask for that.
    private let vocabulary: JSONValue?
    private let lastID = Mutex(0)

    /// Asks a program what it is.
    ///
    /// - Parameters:
    ///   - name: what the settings call it.
    ///   - command: what starts it; the shell reads it. It must come from the person who runs this, never from a story.
    ///   - folder: where it runs; `nil` for where this program runs.
    ///   - vocabulary: told to it with every passage if it wants that; then it decides what is read.
    ///   - limit: so long it may take for a passage, and to say what it is.
    package init(
        _ name: String, command: String, in folder: String? = nil, vocabulary: Vocabulary, limit: TimeLimit
    ) async throws(ExtractorFailure) {
        let program = ShellCommand(line: command, folder: folder)
        let description: ExtractorDescription
        do throws(CommandFault) {
            description = try await program.describe(within: limit)
        } catch {
            throw ExtractorFailure(name, error.reason, output: error.output)
        }
        guard let fingerprint = description.fingerprint(vocabulary: vocabulary.outlineDigest) else {
            throw ExtractorFailure(name, .description("name, version and configuration are too long"))
        }
        self.name = name
        self.fingerprint = fingerprint
        self.vocabulary = description.wantsVocabulary ? vocabulary.outline : nil
        conversation = LineConversation(with: program, limit: limit)
    }

    package func read(_ passage: Passage) async throws -> PassageReading {
        let id = lastID.withLock { id in
            id += 1
            return id
        }
        let question = ExtractProtocol.question(id, passage, vocabulary: vocabulary)
        switch await conversation.ask(question, judge: { ExtractProtocol.judge($0, id: id, passage: passage) }) {
        case .reading(let reading): return reading
        case .failure(let reason, let output):
            throw ExtractorFailure(name, reason, reading: passage, output: output)
        }
    }
}
