import ArgumentParser
import FactRepository
import Facts
import Git
import Rendering

/// Takes back operations.
struct Undo: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", _superCommandName: Annals.name,
        abstract: "Take back the last operation; nothing recorded is lost, and undo again leads back.",
        discussion: """
            The story stands again where it stood before: its reports, facts, vocabulary and decisions. With --to, it stands where \
            that operation left it. Files in your folder stay as they are.

              annals undo
              annals undo --to 2
            """)

    @OptionGroup var place: StoryOptions
    @Option(help: ArgumentHelp("Back to where this operation left the story.", valueName: "operation"))
    var to: Int?

    func run() throws {
        let story = try place.open()
        let undoing = try story.repository.undo(to: to, by: story.author(at: Terminal.now))
        for operation in undoing.undone {
            try Output.write("undone  \(operation.number)  \(visible(operation.words))\n")
        }
        let now = try story.repository.revision(undoing.after)
        let title = visible(String(now.message.prefix { !$0.isNewline }))
        try Output.write("The newest revision is \(now.shortID)  \(now.day)  \(title)\n")
        try tellOfVocabulary(story)
        Output.note("next: annals undo leads back to \(undoing.before.hex.prefix(8)); annals operations lists all")
    }

    /// The vocabulary in the folder is the person's: it stays, and the next recording would take it up again.
    private func tellOfVocabulary(_ story: Story) throws {
        try story.repository.agreeOnVocabulary()
        guard let edited = try story.editedVocabulary(), edited != (try story.snapshot(nil).vocabularyText()) else {
            return
        }
        Output.note("note: vocabulary.yaml stays as it is, and annals record will take it up again")
        Output.note("hint: git -C .annals show main:vocabulary.yaml > vocabulary.yaml takes back your edits as well")
    }
}
