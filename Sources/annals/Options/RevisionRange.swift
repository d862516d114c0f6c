import FactRepository
import Facts

/// The two revisions that a comparison is about: `A B`, `A..B`, `A` (to the newest), or nothing (the newest alone).
struct RevisionRange {
    /// `nil` for what was before the first revision.
    let before: String?
    let after: String

    /// From one revision to another.
    init(before: String?, after: String) {
        self.before = before
        self.after = after
    }

    /// Reads up to two words.
    init(_ words: [String]) throws {
        switch words.count {
        case 0: (before, after) = ("HEAD~1", "HEAD")
        case 1:
            let word = words[0]
            guard let dots = word.firstRange(of: "..") else {
                (before, after) = (word, "HEAD")
                return
            }
            (before, after) = (String(word[..<dots.lowerBound]), String(word[dots.upperBound...]))
        case 2: (before, after) = (words[0], words[1])
        default:
            throw Failure(
                message: "diff compares two revisions, \(words.count) were given", hint: "annals diff A..B",
                status: .usage)
        }
    }

    /// The snapshots; before is `nil` when the newest is also the first.
    func snapshots(in story: Story) throws -> (before: Snapshot?, after: Snapshot) {
        let last = try story.snapshot(after.isEmpty ? "HEAD" : after)
        guard let before else { return (nil, last) }
        if before == "HEAD~1", after == "HEAD", try story.repository.revision(last.id).parent == nil {
            return (nil, last)
        }
        return (try story.snapshot(before.isEmpty ? "HEAD" : before), last)
    }
}
