import Facts

@testable import annals

/// The scores of all reports, as a page for people.
struct ReaderScorePage {
    let scores: [ReaderScore]
    let likeness: ClaimLikeness

    /// The share of the gold that was found.
    var recall: Double { share(found.count, of: total(\.gold.count)) }
    /// The share of the reader's claims with the gold's predicates that people made too.
    var precision: Double { share(total(\.judged.count) - total(\.spurious.count), of: total(\.judged.count)) }
    /// The share of what was found that holds at the same time as the gold.
    var timeAgreement: Double { share(found.count(where: likeness.timesAgree), of: found.count) }
    /// The share of what was found that is on the same word as the gold.
    var attributionAgreement: Double { share(found.count(where: likeness.attributionsAgree), of: found.count) }

    private var found: [(gold: Claim, read: Claim)] { scores.flatMap(\.found) }

    private func total(_ count: (ReaderScore) -> Int) -> Int { scores.map(count).reduce(0, +) }

    private func share(_ part: Int, of whole: Int) -> Double { whole == 0 ? 1 : Double(part) / Double(whole) }

    /// The page: what it measures, a row for each report, what was missed and what nobody claimed.
    var markdown: String {
        """
        # How well the reader reads the shipped story

        People read every report here and wrote down its main claims (`claims.jsonl`): the gold. A claim of theirs counts as found
        when the English reader states one with the same subject, predicate and polarity, and an object that can be the same.
        Time and source are counted among those found. Spurious are the reader's claims with a predicate that the gold uses,
        which no person made of that report. What the reader says with other predicates is not judged. The reports are plain agency
        prose, written for this project and known to those who made the reader: published articles are harder.

        | revision | report | gold | found | time agrees | source agrees | spurious |
        |---|---|---:|---:|---:|---:|---:|
        \(scores.map(row).joined(separator: "\n"))
        | | all | \(total(\.gold.count)) | \(found.count) | \(found.count(where: likeness.timesAgree)) \
        | \(found.count(where: likeness.attributionsAgree)) | \(total(\.spurious.count)) |

        Found \(percent(recall)) of the gold; \(percent(precision)) of what the reader says with the gold's predicates was claimed by people.

        ## Not found

        \(lines(scores.flatMap(\.missed)))

        ## Claimed by nobody

        \(lines(scores.flatMap(\.spurious)))

        """
    }

    private func row(_ score: ReaderScore) -> String {
        let times = score.found.count(where: likeness.timesAgree)
        let sources = score.found.count(where: likeness.attributionsAgree)
        return "| \(score.day) | \(score.report) | \(score.gold.count) | \(score.found.count) | \(times) | \(sources) "
            + "| \(score.spurious.count) |"
    }

    private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

    private func lines(_ claims: [Claim]) -> String {
        claims.isEmpty ? "Nothing." : claims.map(line).joined(separator: "\n")
    }

    private func line(_ claim: Claim) -> String {
        let words = [claim.subject.text, likeness.vocabulary.predicate(id: claim.predicate).label, claim.object?.text]
        let denial = claim.polarity == .denied ? " (denied)" : ""
        return "- \(claim.report): \(words.compactMap(\.self).joined(separator: " › "))\(denial)"
    }
}
