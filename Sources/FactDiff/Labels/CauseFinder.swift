import Facts

/// Finds out why a claim is on one side only, or differs between the sides.
struct CauseFinder: Sendable {
    let before: Provenance
    let after: Provenance

    /// Why these claims were lost and gained.
    func cause(lost: [Claim], gained: [Claim]) -> Cause {
        if lost.count == 1, gained.count == 1, lost[0].id == gained[0].id { return cause(of: lost[0], as: gained[0]) }
        let causes =
            lost.map { cause(of: $0, own: before, other: after) }
            + gained.map { cause(of: $0, own: after, other: before) }
        return Set(causes).count == 1 ? causes[0] : .mixed
    }

    /// Why a claim that its report goes on making, word for word, is not the same.
    private func cause(of old: Claim, as new: Claim) -> Cause {
        let isUnderstoodAlike = old.with(evidence: []) == new.with(evidence: [])
        guard isUnderstoodAlike else { return old.evidence == new.evidence ? causeOfUnderstanding : .mixed }
        return before.reports[old.report]?.digest == after.reports[new.report]?.digest ? .extractor : .report
    }

    private func cause(of claim: Claim, own: Provenance, other: Provenance) -> Cause {
        guard let old = before.reports[claim.report], let new = after.reports[claim.report] else { return .report }
        if other.rulings.withholds(claim) { return .decision }
        switch (old.digest != new.digest, old.extractor != new.extractor) {
        case (false, false) where claim.amendment != nil: return .decision
        case (false, _): return .extractor
        case (true, false): return .report
        case (true, true): return isSentenceKept(claim, own: own, other: other) ? .extractor : .mixed
        }
    }

    /// Why a claim is understood otherwise: another text of the vocabulary, or what people ruled about names.
    private var causeOfUnderstanding: Cause {
        let (old, new) = (before.vocabulary, after.vocabulary)
        guard old.rulings != new.rulings else { return .vocabulary }
        return old.isRecordedAs(new) ? .decision : .mixed
    }

    /// Whether the sentences around every quotation of the claim stand unchanged in the other side's text.
    private func isSentenceKept(_ claim: Claim, own: Provenance, other: Provenance) -> Bool {
        guard let text = own.words(of: claim.report), let otherText = other.words(of: claim.report) else {
            return false
        }
        let ranges = claim.evidence.compactMap(\.range)
        return !ranges.isEmpty && ranges.allSatisfy { SentenceContext(of: $0, in: text).stands(in: otherText) }
    }
}
