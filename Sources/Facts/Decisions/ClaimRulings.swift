/// The decisions in force on the claims of one report, as a vocabulary reads them.
package struct ClaimRulings: Sendable {
    private struct Entry: Sendable {
        let decision: Decision
        let verdict: Verdict
        let target: ClaimTarget
        /// What the claim said that was ruled on.
        let assertion: Assertion
        let fact: FactID
        /// What the report says in truth.
        let amended: Claim?

        /// Whether it asks for the same in the same place.
        func isSameAmendment(as other: Entry) -> Bool {
            guard let amended, let wanted = other.amended, !target.isGone else { return false }
            return target.sentences == other.target.sentences && Assertion(amended) == Assertion(wanted)
        }
    }

    private let entries: [Entry]
    private let disputes: [(dispute: Dispute, assertions: Set<Assertion>, target: ClaimTarget)]
    private let vocabulary: Vocabulary

    /// The rulings on claims among some decisions, which may be on other matters too.
    ///
    /// - Parameter decisions: all that were made on the report's claims, in any order.
    package init(_ decisions: some Sequence<Decision>, vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        let standing = StandingRulings(decisions, vocabulary: vocabulary)
        entries = standing.followed.compactMap { decision in
            guard case .claim(let target) = decision.ruling.matter else { return nil }
            let claim = vocabulary.read(target.claim, evidence: [])
            let amended = decision.ruling.amended.map { vocabulary.read($0, evidence: []) }
            return Entry(
                decision: decision, verdict: decision.ruling.verdict, target: target, assertion: Assertion(claim),
                fact: claim.fact, amended: amended)
        }
        disputes = standing.disputes.compactMap { dispute in
            guard case .claim(let target) = dispute.matter else { return nil }
            let amended = dispute.decisions.compactMap(\.ruling.amended)
            let stated = ([target.claim] + amended).map { Assertion(vocabulary.read($0, evidence: [])) }
            return (dispute, Set(stated), target)
        }
    }

    /// Whether nothing is ruled that is followed.
    package var isEmpty: Bool { entries.isEmpty }

    /// The dispute about a claim; `nil` when people agree on it or nobody ruled.
    ///
    /// - Parameters: as of ``decision(on:in:isGone:)``.
    package func dispute(on claim: Claim, in words: ReportWords?, isGone: Bool = false) -> Dispute? {
        guard !disputes.isEmpty else { return nil }
        let (assertion, sentences) = (Assertion(claim), claim.sentences(in: words))
        return disputes.first { one in
            one.target.isGone == isGone && one.target.sentences == sentences && one.assertions.contains(assertion)
        }?.dispute
    }

    /// The decision on a claim that its report makes, the newest first to count; `nil` when nobody ruled on it.
    ///
    /// An amendment is also the decision on the claim that it asks for, whoever states it.
    /// - Parameters:
    ///   - words: the report's words; `nil` when it has none.
    ///   - isGone: whether the claim is one that the report no longer makes.
    package func decision(on claim: Claim, in words: ReportWords?, isGone: Bool = false) -> Decision? {
        if let amendment = claim.amendment, let entry = entries.last(where: { $0.decision.id == amendment }), !isGone {
            return entry.decision
        }
        let (assertion, sentences) = (Assertion(claim), claim.sentences(in: words))
        return entries.last { entry in
            guard entry.target.isGone == isGone, entry.target.sentences == sentences else { return false }
            return entry.assertion == assertion || entry.amended.map(Assertion.init) == assertion
        }?.decision
    }

    /// What stands of a report's claims, and what is withheld, when these decisions are followed.
    ///
    /// A rejected claim is withheld while the sentences it rests on stay. An amended one is withheld likewise, with what else is said
    /// of its fact there, and the amendment stands in its place; unless the extractor says so itself by now.
    package func followed(by claims: [Claim], of report: Report) -> (standing: [Claim], withheld: [Claim]) {
        guard !entries.isEmpty else { return (claims, []) }
        let words = ReportWords(report)
        let stated = claims.map { (claim: $0, assertion: Assertion($0), sentences: $0.sentences(in: words)) }
        var withheld: Set<Int> = []
        var amendments: [Claim] = []
        for entry in entries where !entry.target.isGone {
            let onEvidence = stated.indices.filter { stated[$0].sentences == entry.target.sentences }
            switch entry.verdict {
            case .reject: withheld.formUnion(onEvidence.filter { stated[$0].assertion == entry.assertion })
            case .amend:
                guard let amended = entry.amended else { continue }
                let wanted = Assertion(amended)
                let other = onEvidence.filter { index in
                    let (claim, assertion) = (stated[index].claim, stated[index].assertion)
                    return assertion == entry.assertion
                        || assertion != wanted && (claim.fact == entry.fact || claim.fact == amended.fact)
                }
                withheld.formUnion(other)
                // Two people may have asked for the same.
                let isStated =
                    onEvidence.contains { stated[$0].assertion == wanted }
                    || entries.contains { $0.decision < entry.decision && $0.isSameAmendment(as: entry) }
                if !isStated, let claim = amendment(entry, original(of: other.map { stated[$0].claim }), report, words)
                {
                    amendments.append(claim)
                }
            default: break
            }
        }
        let standing = stated.indices.filter { !withheld.contains($0) }.map { stated[$0].claim }
        return (standing + amendments, withheld.sorted().map { stated[$0].claim })
    }

    /// The claim of which an amendment takes the place, whatever order the claims came in.
    private func original(of claims: [Claim]) -> Claim? { claims.min(by: Claim.precedes) }

    /// The claim that an amendment puts in place; `nil` when the sentences that it rests on are gone.
    private func amendment(_ entry: Entry, _ original: Claim?, _ report: Report, _ words: ReportWords) -> Claim? {
        guard var stated = entry.decision.ruling.amended else { return nil }
        stated.evidence = entry.target.claim.evidence
        stated.ext[Claim.amendmentMember] = .string(entry.decision.id.letters)
        if let original { return vocabulary.read(AnchoredClaim(stated: stated, evidence: original.evidence)) }
        guard entry.target.sentences.allSatisfy({ !words.bytes.occurrences(of: Array($0.utf8)).isEmpty }) else {
            return nil
        }
        return AnchoredClaim(stated, in: QuoteAnchor(report)).map(vocabulary.read)
    }
}

// MARK: another reading

extension ClaimRulings {
    /// What another reading of the report makes of a decision.
    package enum Standing: String, Hashable, Sendable, CaseIterable {
        /// It says what was ruled.
        case agrees
        /// It does not: the ruling stays, or an accepted claim would go.
        case disagrees
    }

    /// What claims that were read anew make of each decision, oldest first; of what was deferred, nothing.
    package func standing(in claims: [Claim]) -> [(decision: Decision, standing: Standing)] {
        let stated = Set(claims.map { Assertion($0) })
        return entries.filter { !$0.target.isGone }.compactMap { entry in
            let agrees: Bool
            switch entry.verdict {
            case .accept: agrees = stated.contains(entry.assertion)
            case .reject: agrees = !stated.contains(entry.assertion)
            case .amend: agrees = entry.amended.map { stated.contains(Assertion($0)) } ?? false
            default: return nil
            }
            return (entry.decision, agrees ? .agrees : .disagrees)
        }
    }
}
