import Facts

/// Holds claims of one side against claims of the other, with all that stands behind them.
struct ClaimComparer: Sendable {
    private let before: Provenance
    private let after: Provenance
    /// Finds out why claims differ.
    let finder: CauseFinder
    private let chronology: Chronology
    /// Whether one vocabulary has read both sides.
    let isOneVocabulary: Bool

    init(_ before: Provenance, _ after: Provenance) {
        (self.before, self.after) = (before, after)
        finder = CauseFinder(before: before, after: after)
        chronology = Chronology(before, after)
        isOneVocabulary = before.vocabulary == after.vocabulary
    }

    /// Both as the vocabulary after reads them, but of one claim how the two vocabularies read it.
    func compare(
        _ old: Claim, _ new: Claim, _ standing: ClaimComparison.Standing = .beside
    ) -> ClaimComparison {
        let reports = (before.record(old, or: after), after.record(new, or: before))
        let isOneClaim = old.id == new.id
        return ClaimComparison(
            isOneClaim ? old : read(old), isOneClaim ? new : read(new), standing: standing,
            reports: reports, vocabulary: after.vocabulary)
    }

    /// How alike two claims are: the same quotation, then the fewest differing parts, then the words of the quotation.
    func score(_ a: Claim, _ b: Claim) -> Pairing.Score {
        let fields = FieldComparison(read(a), b, vocabulary: after.vocabulary)
        let isSameQuote = !a.isUnquoted && a.evidence.map(\.quote) == b.evidence.map(\.quote)
        return (isSameQuote ? 1 : 0, -fields.differing.count, a.quoteSimilarity(to: b))
    }

    /// The change of a claim that another took the place of.
    func replacement(of old: Claim, by new: Claim, _ comparison: ClaimComparison) -> ToldChange {
        told(
            UnjudgedChange(
                old, new, comparison, lost: [old], gained: [new], support: Support(keeping: old, as: new),
                evidence: EvidenceShift(from: old, to: new), cause: finder.cause(lost: [old], gained: [new])))
    }

    /// The change, judged on the two time axes.
    func told(_ change: UnjudgedChange) -> ToldChange {
        ToldChange(Change(change, course: chronology.course(of: change)))
    }

    /// A claim as the vocabulary after reads it.
    private func read(_ claim: Claim) -> Claim { isOneVocabulary ? claim : after.vocabulary.reread(claim) }
}
