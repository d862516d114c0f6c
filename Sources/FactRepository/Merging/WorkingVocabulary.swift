import FoundationEssentials
import Git

/// The vocabulary that a person edits outside of the repository, held against the recorded one.
///
/// While nobody else records, what the person has is what is to be recorded. Who pushes into the repository, or moves its branch with
/// git, records a vocabulary that the person has not seen: recording the person's old one over it would take it back unasked. So the
/// repository keeps what both were when they last agreed, as version control does for any working copy.
package enum WorkingVocabulary: Hashable, Sendable {
    /// Nobody else recorded another: the person's is to be recorded, if it is not yet.
    case own(String)
    /// Another was recorded meanwhile, and the person had edited nothing: it stands.
    case followed(String)
    /// Another was recorded meanwhile, and the person had edited other lines: what both make together.
    case merged(String)
    /// Both changed the same.
    case undecided(UndecidedVocabulary)
}

extension FactRepository {
    /// How the vocabulary that a person has stands to that of the newest revision.
    ///
    /// - Parameters:
    ///   - text: the person's.
    ///   - choice: the side to take where both changed the same, the person's being ours; `nil` to be asked.
    package func workingVocabulary(
        _ text: String, choice: MergeSide?
    ) throws(RepositoryError) -> WorkingVocabulary {
        guard let tip = try tip() else { return .own(text) }
        let recorded = try snapshot(tip).vocabularyText()
        guard let base = agreedVocabulary, base != recorded, text != recorded else { return .own(text) }
        if text == base { return .followed(recorded) }
        switch try VocabularyMerge(bases: [base], ours: text, theirs: recorded, choice: choice) {
        case .text(recorded): return .followed(recorded)
        case .text(text): return .own(text)
        case .text(let merged): return .merged(merged)
        case .undecided(let undecided): return .undecided(undecided)
        }
    }

    /// Remembers that what a person does to the vocabulary from now on is done to that of the newest revision.
    ///
    /// Where it cannot be written nothing is remembered, and whatever the person has counts as edited.
    package func agreeOnVocabulary() throws(RepositoryError) {
        guard let tip = try tip() else { return }
        let text = try snapshot(tip).vocabularyText()
        guard text != agreedVocabulary else { return }
        try? Data(text.utf8).write(to: agreement, options: .atomic)
    }

    /// What the person's vocabulary and the recorded one were when they last agreed; `nil` where nobody knows.
    private var agreedVocabulary: String? {
        guard let data = try? Data(contentsOf: agreement), !data.isEmpty else { return nil }
        return String(validating: Array(data), as: UTF8.self)
    }

    private var agreement: URL { URL(filePath: "\(git.path)/vocabulary.base") }
}
