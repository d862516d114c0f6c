import Facts

extension Support {
    /// What a claim that joins brings to the claims that say the same; `former` are those that said the same and went.
    init(joining claim: Claim, to agreeing: [Claim], former: [Claim], roots: (Claim) -> Set<EntityKey>) {
        let own = roots(claim)
        if agreeing.isEmpty {
            self = .added
        } else if agreeing.contains(where: { $0.report == claim.report }) {
            self = .kept
        } else if (agreeing + former).contains(where: { !roots($0).isDisjoint(with: own) || $0.repeats(claim) }) {
            self = .echoed
        } else {
            self = .corroborated
        }
    }

    /// What becomes of a claim that its report goes on making.
    init(keeping before: Claim, as after: Claim) {
        self = after.isOrphaned && !before.isOrphaned ? .orphaned : .kept
    }
}

extension Claim {
    /// Who the words go back to: whoever is quoted, by name; in the reporter's own voice the publisher.
    func roots(_ record: ReportRecord?, _ vocabulary: Vocabulary) -> Set<EntityKey> {
        let names = isOwnVoice ? [record?.sourceOrName ?? report.description] : attribution
        return Set(names.map(vocabulary.entity(named:)))
    }

    /// Whether the two quote the same run of at least six words: one copied the other, or both a third.
    fileprivate func repeats(_ other: Claim) -> Bool {
        let quotes = Set(evidence.map(\.quote.foldedForm).filter { $0.split(separator: " ").count >= 6 })
        return other.evidence.contains { quotes.contains($0.quote.foldedForm) }
    }
}

extension EvidenceShift {
    /// What happened to the quotations of a claim that its report goes on making.
    init(from before: Claim, to after: Claim) {
        if before.evidence == after.evidence {
            self = .identical
        } else if before.evidence.isEmpty {
            self = .added
        } else if after.evidence.isEmpty || (after.isOrphaned && !before.isOrphaned) {
            self = .lost
        } else if before.evidence.map(\.quote) == after.evidence.map(\.quote) {
            self = .moved
        } else {
            self = before.isEdited(into: after) ? .edited : .replaced
        }
    }
}

extension Claim {
    /// Shared words of the quotations as a fraction of all their words (Jaccard).
    func quoteSimilarity(to other: Claim) -> Double {
        let a = Set(evidence.flatMap { $0.quote.foldedForm.split(separator: " ") })
        let b = Set(other.evidence.flatMap { $0.quote.foldedForm.split(separator: " ") })
        let union = a.union(b).count
        return union == 0 ? 1 : Double(a.intersection(b).count) / Double(union)
    }

    /// Whether the other quotation is this one edited: half of the words stayed, or all but one in their places.
    func isEdited(into other: Claim) -> Bool { quoteSimilarity(to: other) >= 0.5 || isOneWord(from: other) }

    /// "six injured" and "nine injured".
    private func isOneWord(from other: Claim) -> Bool {
        let (a, b) = (quotedWords, other.quotedWords)
        return a.count == b.count && a.count > 1 && zip(a, b).count { $0 != $1 } == 1
    }

    private var quotedWords: [Substring] { evidence.flatMap { $0.quote.foldedForm.split(separator: " ") } }
}
