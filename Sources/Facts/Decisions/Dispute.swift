/// A matter on which people ruled differently, none of them in the place of the other: as when two stories are merged.
///
/// Nobody's ruling is followed until somebody rules on the matter again, which takes the place of all of them.
package struct Dispute: Hashable, Sendable, Identifiable {
    /// The rulings, oldest first: two or more, not all alike.
    package let decisions: [Decision]

    /// The id of the first of them.
    package var id: DecisionID { decisions[0].id }

    /// What they are about, as the first of them has it.
    package var matter: Matter { decisions[0].ruling.matter }

    /// A dispute; `nil` when the decisions are alike under a vocabulary, or fewer than two.
    ///
    /// - Parameter decisions: what was ruled on one matter, each in nobody's place, oldest first.
    init?(_ decisions: [Decision], _ vocabulary: Vocabulary?) {
        guard let first = decisions.first,
            decisions.contains(where: { !$0.ruling.isAlike(first.ruling, vocabulary) })
        else { return nil }
        self.decisions = decisions
    }
}

/// What holds of some decisions: those that are followed, and the matters in dispute.
///
/// It depends on the decisions alone, not on their times or order: however two people's decisions come together, the same holds.
package struct StandingRulings: Hashable, Sendable {
    /// The decisions that are followed, oldest first: those in force on whose matters nobody disagrees.
    ///
    /// Two people who ruled alike both count.
    package let followed: [Decision]
    /// The matters in dispute, in the order of their first decisions.
    package let disputes: [Dispute]

    /// What holds of decisions that were made, in any order.
    ///
    /// - Parameter vocabulary: tells claims that say the same in other words; without it only the same words are one matter.
    package init(_ decisions: some Sequence<Decision>, vocabulary: Vocabulary?) {
        var (followed, disputes): ([Decision], [Dispute]) = ([], [])
        for group in Set(decisions).latest.byMatter(vocabulary) {
            // Who puts a matter off contradicts nobody.
            let rulings = group.filter { $0.ruling.verdict != .defer }
            if let dispute = Dispute(rulings, vocabulary) {
                disputes.append(dispute)
            } else {
                followed += rulings.isEmpty ? group : rulings.inForce
            }
        }
        self.followed = followed.sorted()
        self.disputes = disputes.sorted { $0.decisions[0] < $1.decisions[0] }
    }
}

extension StandingRulings {
    /// How a decision stands beside the others.
    package enum Standing: Hashable, Sendable {
        /// It is followed.
        case followed
        /// Others ruled differently on its matter, and nobody is followed.
        case disputed
        /// Another took its place, or it only took one back.
        case over
    }

    /// How each of the decisions stands that are followed or in dispute; every other is over.
    package var standings: [DecisionID: Standing] {
        let followed = followed.map { ($0.id, Standing.followed) }
        let disputed = disputes.flatMap(\.decisions).map { ($0.id, Standing.disputed) }
        return Dictionary(followed + disputed) { first, _ in first }
    }
}

extension [Decision] {
    /// The decisions of each matter, in their order.
    fileprivate func byMatter(_ vocabulary: Vocabulary?) -> [[Decision]] {
        // To read claims is dear, and few decisions share so much as a sentence.
        Dictionary(grouping: self) { $0.ruling.place }.values.flatMap { near -> [[Decision]] in
            near.reduce(into: []) { groups, decision in
                let known = groups.firstIndex { $0[0].ruling.isOnSameMatter(as: decision.ruling, vocabulary) }
                if let known { groups[known].append(decision) } else { groups.append([decision]) }
            }
        }
    }
}

extension Ruling {
    /// Whether it is about what another is about, as a vocabulary reads both.
    ///
    /// Claims are one matter when they say the same on the same sentences of one report; contradictions, when they are between the
    /// same facts.
    package func isOnSameMatter(as other: Ruling, _ vocabulary: Vocabulary?) -> Bool {
        guard place == other.place else { return false }
        guard case .claim(let own) = matter, case .claim(let target) = other.matter, own.claim != target.claim else {
            return true
        }
        return vocabulary.map { $0.assertion(of: own.claim) == $0.assertion(of: target.claim) } ?? false
    }

    /// Whether it says what another says of the same matter.
    fileprivate func isAlike(_ other: Ruling, _ vocabulary: Vocabulary?) -> Bool {
        guard verdict == other.verdict else { return false }
        guard amended != other.amended, let amended, let wanted = other.amended else { return amended == other.amended }
        return vocabulary.map { $0.assertion(of: amended) == $0.assertion(of: wanted) } ?? false
    }

    /// What rulings on one matter share whatever the vocabulary.
    fileprivate var place: Place {
        switch matter {
        case .claim(let target): .sentences(target.claim.report, target.sentences, isGone: target.isGone)
        case .contradiction(let target): .facts(target.facts)
        case .entities, .source, .agreement: .other(matter)
        }
    }

    fileprivate enum Place: Hashable {
        case sentences(ReportName, [String], isGone: Bool)
        case facts([FactID])
        case other(Matter)
    }
}

extension Vocabulary {
    /// What a stated claim says.
    fileprivate func assertion(of claim: StatedClaim) -> Assertion { Assertion(read(claim, evidence: [])) }
}
