import Facts

/// Finds out why a claim is on one side only, or differs between the sides.
struct CauseFinder {
    let before: Provenance
    let after: Provenance

    /// Why these claims were lost and gained.
    func cause(lost: [Claim], gained: [Claim]) -> Cause {
        let reread = Set(lost.map(\.id)).intersection(gained.map(\.id))
        let causes =
            lost.map { cause(of: $0, isReread: reread.contains($0.id), own: before, other: after) }
            + gained.map { cause(of: $0, isReread: reread.contains($0.id), own: after, other: before) }
        return Set(causes).count == 1 ? causes[0] : .mixed
    }

    private func cause(of claim: Claim, isReread: Bool, own: Provenance, other: Provenance) -> Cause {
        guard let old = before.reports[claim.report], let new = after.reports[claim.report] else { return .report }
        switch (old.digest != new.digest, old.extractor != new.extractor) {
        case (false, _): return isReread ? .vocabulary : .extractor
        case (true, false): return .report
        case (true, true): return isSentenceKept(claim, own: own, other: other) ? .extractor : .mixed
        }
    }

    /// Whether the sentences around every quotation of the claim stand unchanged in the other side's text.
    private func isSentenceKept(_ claim: Claim, own: Provenance, other: Provenance) -> Bool {
        guard let text = own.texts[claim.report], let otherText = other.texts[claim.report] else { return false }
        let ranges = claim.evidence.compactMap(\.range)
        return !ranges.isEmpty && ranges.allSatisfy { SentenceContext(of: $0, in: text).stands(in: otherText) }
    }
}
