import ArgumentParser
import Extraction
import FactRepository
import Facts
import FoundationEssentials

/// What reads texts, and by which vocabulary.
struct ReadingOptions: ParsableArguments {
    @Option(
        name: [.customLong("with"), .customLong("extractor")],
        help: ArgumentHelp(
            "What reads the texts: english, or a name from the settings. Default: annals.extractor, else english.",
            valueName: "name"), completion: .extractors)
    var extractor: String?
    @Option(
        help: ArgumentHelp(
            "The vocabulary to read by. Default: the story's here, else the starter's.", valueName: "file"))
    var vocabulary: String?

    /// The story that this folder is in, or `nil`.
    func story() throws -> Story? { try Self.story() }

    /// The vocabulary named, else that of a story, else the starter's.
    func readVocabulary(_ story: Story?) throws -> Vocabulary { try Self.vocabulary(vocabulary, story) }

    /// The story that this folder is in, or `nil`.
    static func story() throws -> Story? {
        var place = try StoryOptions.parse([])
        place.folder = nil
        guard (try? place.locate()) != nil else { return nil }
        return try place.open()
    }

    /// The vocabulary of a file, else that of a story, else the starter's.
    static func vocabulary(_ path: String?, _ story: Story?) throws -> Vocabulary {
        if let path { return try read(text(path), path) }
        guard let story else { return try read(EmbeddedFiles.starterVocabulary, "the starter vocabulary") }
        return try story.workingVocabulary()
    }

    private static func read(_ text: String, _ path: String) throws -> Vocabulary {
        do {
            return try VocabularyReader.read(text)
        } catch {
            throw Failure(error, in: path)
        }
    }

    private static func text(_ path: String) throws -> String {
        do {
            return try Story.vocabularyText(ReportReader.bytes(path), path)
        } catch let problem as ReportProblem {
            throw Failure(message: problem.sentence)
        }
    }
}
