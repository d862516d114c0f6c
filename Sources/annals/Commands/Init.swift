import ArgumentParser
import FactRepository
import Facts
import FoundationEssentials

/// Starts a story.
struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", _superCommandName: Annals.name,
        abstract: "Start a story in this folder, or in DIR.",
        discussion: """
            Makes .annals, a bare git repository that holds the recorded revisions, and vocabulary.yaml, the starter vocabulary, \
            which you may edit: record takes up what you change in it.

              annals init
              annals init gaza-talks
            """)

    @Argument(help: "The story's folder; made when it is not there.")
    var folder: String = "."
    @Option(help: ArgumentHelp("When it is started, instead of now.", valueName: "date"))
    var recorded: String?

    func run() throws {
        let story = try Story.begin(in: folder, by: .user(at: recordingTime(recorded)))
        try Output.write("Started a story in \(visible(story.folder)) with \(try Story.vocabularySize(of: story))\n")
        Output.note("next: annals record reports/")
    }
}

extension Story {
    /// Makes the folder, its repository and its vocabulary; a vocabulary that is there already is the one used.
    static func begin(in folder: String, by author: Author) throws -> Story {
        let path = "\(folder)/\(FactRepository.folderName)"
        guard !FileManager.default.fileExists(atPath: path) else {
            throw Failure(
                message: "there is a story in \(visible(folder)) already",
                hint: "annals record PATH… adds to it; annals log lists what it has")
        }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw Failure.folder(folder)
        }
        let draft = Story.Draft(folder: folder)
        let repository = try FactRepository.create(at: path, vocabulary: draft.vocabulary(), by: author)
        try repository.agreeOnVocabulary()
        return Story(folder: folder, repository: repository)
    }

    /// How much the vocabulary knows, in words.
    static func vocabularySize(of story: Story) throws -> String {
        let vocabulary = try story.snapshot(nil).vocabulary()
        return "\(vocabulary.predicates.count) predicates and \(vocabulary.entities.count) names in vocabulary.yaml"
    }

    /// A folder that is about to hold a story.
    private struct Draft {
        let folder: String

        /// The vocabulary in the folder; the starter, written there, when there is none.
        func vocabulary() throws -> String {
            let path = "\(folder)/\(Story.vocabularyName)"
            if let data = FileManager.default.contents(atPath: path) {
                return try Story.vocabularyText(Array(data), path)
            }
            let starter = EmbeddedFiles.starterVocabulary
            guard FileManager.default.createFile(atPath: path, contents: Data(starter.utf8)) else {
                throw Failure(message: "\(visible(path)) cannot be written", hint: "check who owns the folder")
            }
            return starter
        }
    }
}

extension EmbeddedFiles {
    /// The vocabulary that a new story starts with.
    static var starterVocabulary: String {
        all.first { $0.path == "Vocabulary/starter.yaml" }?.text ?? "format: vocabulary/1\n"
    }
}
