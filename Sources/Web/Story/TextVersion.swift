import Facts
import Rendering

/// A text that a report had for a while.
struct TextVersion: Sendable {
    /// What was known of the report last while it had the text.
    let record: ReportRecord
    /// The first revision that had it.
    let first: Revision
    /// The last revision that had it.
    let last: Revision
    /// Places of the two among the revisions, the newest of which is at 0: the last revision's comes before the first's.
    let places: ClosedRange<Int>
    /// Pages that it fills.
    let parts: Int
}

extension SiteStory {
    /// Bytes of a text that stand on one page.
    static let textPart = 32 * 1024

    /// Pages of a text that there are at most: half a million bytes are more than any article.
    static let mostTextParts = 16

    /// The place of each revision, from the newest at 0.
    var places: [String: Int] { Dictionary(revisions.enumerated().map { ($1.id, $0) }) { first, _ in first } }

    /// The texts that each report had one after the other, oldest first.
    func textVersions(_ places: [String: Int]) -> [ReportName: [TextVersion]] {
        versions.mapValues { steps in
            var texts: [TextVersion] = []
            for (index, step) in steps.enumerated() {
                guard let record = step.record, let start = places[step.revision.id] else { continue }
                let next = index + 1 < steps.count ? steps[index + 1] : nil
                // The revision before the one in which it became another, or was withdrawn.
                let end = next.flatMap { places[$0.revision.id] }.map { $0 + 1 } ?? 0
                guard end <= start else { continue }
                // Where only something else became known of it the text goes on.
                let former = texts.last.flatMap { $0.record.digest == record.digest ? $0 : nil }
                if former != nil { texts.removeLast() }
                texts.append(
                    TextVersion(
                        record: record, first: former?.first ?? step.revision, last: revisions[end],
                        places: end...(former?.places.upperBound ?? start),
                        parts: min((textSizes[record.digest] ?? 0).parts(of: Self.textPart), Self.mostTextParts)))
            }
            return texts
        }
    }
}

extension Claim {
    /// The page of its report's text on which it stands, from 1; the first for one that has no place in the text.
    var textPart: Int { (evidence.first?.range?.start ?? 0) / SiteStory.textPart + 1 }
}
