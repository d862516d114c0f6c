import Extraction
import FactRepository
import Facts
import FoundationEssentials
import Rendering

extension Story {
    /// The vocabulary as it will be once the folder's own copy is recorded.
    func workingVocabulary() throws -> Vocabulary {
        guard let text = try editedVocabulary() else { return try snapshot(nil).vocabulary() }
        do {
            return try VocabularyReader.read(text)
        } catch {
            throw Failure(error, in: "\(folder)/\(Self.vocabularyName)")
        }
    }

    /// Has reports read, several at once, telling people at a terminal how far it is.
    ///
    /// What was read is kept beside the repository, so that whoever interrupts this can go on later.
    ///
    /// - Parameter interruption: says what was kept; `nil` where the program may simply end.
    func read(
        _ reports: [Report], by extractor: any Extractor, _ interruption: Interruption?
    ) async throws -> [ReportReading] {
        let due = reports.filter { !$0.text.isEmpty }
        let progress = Progress("reading", total: due.count)
        interruption?.tell {
            progress.end()
            return "\(progress.done) of \(due.count) reports are read and kept; run it again to go on"
        }
        defer {
            progress.end()
            interruption?.tell(nil)
        }
        let reader = CorpusReader(extractor, width: ProcessInfo.processInfo.activeProcessorCount)
        return try await reader.read(due) { _ in progress.advance() }
    }
}
