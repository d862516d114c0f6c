import FactRepository
import Facts
import FoundationEssentials
import Git
import Rendering

/// The vocabulary in the story's folder, which is the person's, beside the recorded one.
extension Story {
    /// The vocabulary that a recording takes up; `nil` when there is none in the folder.
    ///
    /// Where somebody else recorded another, as who pushes does, and the person's had no edits, the folder gets it.
    ///
    /// - Parameter side: what stands where both changed the same; `nil` to be asked.
    func vocabularyToRecord(taking side: MergeSide?) throws -> String? {
        guard let edited = try editedVocabulary() else { return nil }
        switch try repository.workingVocabulary(edited, choice: side) {
        case .own(let text): return text
        case .followed(let text):
            try writeVocabulary()
            Output.note("note: \(Self.vocabularyName) is now as \(try tip().hex.prefix(8)) has it, from elsewhere")
            return text
        case .merged(let text):
            try write(text)
            Output.note("note: \(Self.vocabularyName) has your edits and those that \(try tip().hex.prefix(8)) brought")
            return text
        case .undecided(let undecided): throw Failure(undecided)
        }
    }

    /// Remembers that the folder's vocabulary is the recorded one, if it is.
    func noteAgreement() throws {
        if try editedVocabulary() == snapshot(nil).vocabularyText() { try repository.agreeOnVocabulary() }
    }

    /// Gives the folder the vocabulary of the newest revision.
    func writeVocabulary() throws {
        try write(snapshot(nil).vocabularyText())
        try repository.agreeOnVocabulary()
    }

    private func write(_ text: String) throws {
        let path = "\(folder)/\(Self.vocabularyName)"
        guard FileManager.default.contents(atPath: path) != Data(text.utf8) else { return }
        do {
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw Failure(message: "\(visible(path)) cannot be written", hint: "check who owns the folder")
        }
    }
}

extension Failure {
    /// That a person has to choose between two vocabularies.
    fileprivate init(_ undecided: UndecidedVocabulary) {
        let place =
            switch undecided {
            case .lines(let line, _, _): line.map { "both changed line \($0)" } ?? "both changed the same lines"
            case .unreadable(let error):
                "both together are no vocabulary"
                    + (error.problems.first.map { ": line \($0.line), \($0.reason)" } ?? "")
            }
        self.init(
            message: "\(Story.vocabularyName) was edited, and somebody recorded another meanwhile: \(place)",
            hint: "annals record --take ours, or theirs, which git -C .annals show main:vocabulary.yaml shows")
    }
}
