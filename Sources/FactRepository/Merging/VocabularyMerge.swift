import Facts
import Git

/// The vocabularies of both sides, merged as texts: a person wrote them, with comments and in an order of their own.
enum VocabularyMerge {
    /// The text from now on.
    case text(String)
    /// A person has to choose.
    case undecided(UndecidedVocabulary)

    /// Merges the texts of two sides.
    ///
    /// - Parameters:
    ///   - bases: the texts where the two lines part, at least one.
    ///   - choice: the side to take where they cannot be merged; `nil` to be asked.
    init(bases: [String], ours: String, theirs: String, choice: MergeSide?) throws(RepositoryError) {
        if let side = MergeSide.goingOn(from: bases, ours: ours, theirs: theirs) {
            self = .text(side == .ours ? ours : theirs)
            return
        }
        let merged = try Self.merged(base: bases[0], ours: ours, theirs: theirs)
        guard case .undecided = merged, let choice else {
            self = merged
            return
        }
        self = .text(choice == .ours ? ours : theirs)
    }

    private static func merged(base: String, ours: String, theirs: String) throws(RepositoryError) -> Self {
        let merge = try RepositoryError.wrapping(Layout.vocabulary) { () throws(GitError) in
            try TextMerge(base: base, ours: ours, theirs: theirs)
        }
        switch merge {
        case .conflict(let own, let other):
            return .undecided(.lines(line: line(of: own, in: ours), ours: own, theirs: other))
        case .merged(let text):
            do {
                _ = try VocabularyReader.read(text)
                return .text(text)
            } catch {
                return .undecided(.unreadable(error))
            }
        }
    }

    /// Where some lines stand in a text, from 1.
    private static func line(of lines: [String], in text: String) -> Int? {
        let all = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard !lines.isEmpty, all.count >= lines.count else { return nil }
        return (0...all.count - lines.count).first { start in
            all[start..<start + lines.count].elementsEqual(lines) { $0 == $1 }
        }.map { $0 + 1 }
    }
}
