package import FactDiff
package import Facts

/// The changes between two revisions that people rule on, gravest first, with how far each is.
package struct ReviewQueue: Sendable {
    /// The revision before; `nil` for the empty story.
    package let before: Snapshot?
    /// The revision after.
    package let after: Snapshot
    /// All that changed.
    package let changes: ChangeSet
    /// What there is to rule on, gravest first; what a ruling itself changed is not among them.
    package let items: [ReviewItem]
    /// What people ruled differently on, in whichever revision, and nobody has settled.
    package let disputes: [Dispute]

    /// What waits for a person, gravest first, with what was put off at the end; what is in dispute waits among the
    /// ``disputes``.
    package var open: [ReviewItem] {
        items.filter { $0.status == .pending }
            + items.filter { if case .deferred = $0.status { true } else { false } }
    }

    /// The open items that are like one, itself among them.
    package func open(like item: ReviewItem) -> [ReviewItem] { open.filter { $0.kind == item.kind } }
}

extension FactRepository {
    /// What there is to rule on between two revisions; `nil` stands for the empty story.
    package func reviewQueue(from before: Snapshot?, to after: Snapshot) throws(RepositoryError) -> ReviewQueue {
        let changes = try changes(from: before, to: after)
        var judge = try ReviewJudge(before, after, changes)
        var items: [ReviewItem] = []
        for change in changes.changes where change.cause != .decision {
            if let item = try judge.item(change) { items.append(item) }
        }
        return ReviewQueue(
            before: before, after: after, changes: changes, items: items, disputes: try after.disputes())
    }

    /// What a ruling on a claim is about: what was ruled on before where somebody did, else the claim and its sentences.
    ///
    /// - Parameter isGone: whether the claim is one that the snapshot has and a later revision no longer.
    package func target(of claim: Claim, in snapshot: Snapshot, isGone: Bool = false) throws(RepositoryError)
        -> ClaimTarget
    {
        let words = ReportWords(try snapshot.report(claim.report))
        let rulings = try snapshot.rulings(onClaimsOf: claim.report)
        if case .claim(let target) = rulings.decision(on: claim, in: words, isGone: isGone)?.ruling.matter {
            return target
        }
        return ClaimTarget(claim, in: words, isGone: isGone)
    }

    /// What ruling so on an item rules on each of its claims; claims that allow no such verdict are left out.
    package func rulings(
        _ verdict: Verdict, on item: ReviewItem, in queue: ReviewQueue
    ) throws(RepositoryError) -> [Ruling] {
        guard let snapshot = item.isGone ? queue.before : queue.after else { return [] }
        var rulings: [Ruling] = []
        for claim in item.claims {
            let target = try target(of: claim, in: snapshot, isGone: item.isGone)
            if let ruling = Ruling(verdict, on: .claim(target)) { rulings.append(ruling) }
        }
        return rulings
    }
}

/// Finds out how far each change is.
private struct ReviewJudge {
    private let before: Snapshot?
    private let after: Snapshot
    private let rules: [Decision]
    private let trusted: [String: Decision]
    private let agreement: Decision?
    private let contradictions: [FactID: Contradiction]
    private var rulings: [Key: (rulings: ClaimRulings, words: ReportWords)] = [:]
    private var acceptedFacts: [FactID: Set<Assertion>] = [:]

    private struct Key: Hashable {
        let report: ReportName
        let isGone: Bool
    }

    init(_ before: Snapshot?, _ after: Snapshot, _ changes: ChangeSet) throws(RepositoryError) {
        (self.before, self.after) = (before, after)
        rules = try after.rules()
        trusted = Dictionary(
            rules.compactMap { rule in
                if case .source(let name) = rule.ruling.matter { (name.foldedName, rule) } else { nil }
            }
        ) { first, _ in first }
        agreement = rules.first { $0.ruling.matter == .agreement }
        let open = changes.contradictions.compactMap(\.after)
        contradictions = Dictionary(open.flatMap { one in one.facts.map { ($0, one) } }) { first, _ in first }
    }

    /// The item of a change; `nil` when no claim came or went in it, only places or the vocabulary changed.
    mutating func item(_ change: Change) throws(RepositoryError) -> ReviewItem? {
        let (old, new) = (Set(change.lost.map(\.id)), Set(change.gained.map(\.id)))
        let (lost, gained) = (
            change.lost.filter { !new.contains($0.id) }, change.gained.filter { !old.contains($0.id) }
        )
        guard !(lost.isEmpty && gained.isEmpty) else { return nil }
        let isGone = gained.isEmpty
        let claims = isGone ? lost : gained
        return ReviewItem(
            id: try id(of: change), change: change, claims: claims, isGone: isGone,
            contradiction: isGone ? nil : contradictions[change.fact], status: try status(of: claims, isGone: isGone))
    }

    /// The id that the change has whether or not its claims were amended.
    private func id(of change: Change) throws(RepositoryError) -> ReviewItemID {
        let lost = try change.lost.map { (claim) throws(RepositoryError) in try original(of: claim) }
        let gained = try change.gained.map { (claim) throws(RepositoryError) in try original(of: claim) }
        // An amended claim may have become one of another fact.
        let facts = Set((gained.isEmpty ? lost : gained).map(\.fact))
        return ReviewItemID(
            fact: facts.count == 1 ? facts.first ?? change.fact : change.fact, lost: lost.map(\.claim),
            gained: gained.map(\.claim))
    }

    /// The extractor's own claim in the place of an amended one.
    private func original(of claim: Claim) throws(RepositoryError) -> (fact: FactID, claim: ClaimID) {
        guard let id = claim.amendment,
            let amendment = try after.decisions(onClaimsOf: claim.report).first(where: { $0.id == id }),
            case .claim(let target) = amendment.ruling.matter
        else { return (claim.fact, claim.id) }
        return (try after.vocabulary().read(target.claim, evidence: []).fact, ClaimID(target.claim))
    }

    private mutating func status(of claims: [Claim], isGone: Bool) throws(RepositoryError) -> ReviewItem.Status {
        var decisions: [Decision] = []
        var rule: Decision?
        for claim in claims {
            if let known = try rulings(on: claim, isGone: isGone),
                let dispute = known.rulings.dispute(on: claim, in: known.words, isGone: isGone)
            {
                return .disputed(dispute)
            }
            if let decision = try decision(on: claim, isGone: isGone) {
                decisions.append(decision)
            } else if !isGone, let found = try self.rule(accepting: claim) {
                rule = found
            } else {
                return .pending
            }
        }
        if let deferred = decisions.first(where: { $0.ruling.verdict == .defer }) { return .deferred(deferred) }
        if let last = decisions.max() { return .decided(last) }
        return rule.map(ReviewItem.Status.accepted) ?? .pending
    }

    private mutating func decision(on claim: Claim, isGone: Bool) throws(RepositoryError) -> Decision? {
        try rulings(on: claim, isGone: isGone).flatMap { $0.rulings.decision(on: claim, in: $0.words, isGone: isGone) }
    }

    /// What was ruled on the claims of a claim's report; `nil` when nothing was.
    private mutating func rulings(
        on claim: Claim, isGone: Bool
    ) throws(RepositoryError) -> (rulings: ClaimRulings, words: ReportWords)? {
        // The ruling that a claim is gone is made on the claim as it was, and stored since.
        let key = Key(report: claim.report, isGone: isGone)
        if let known = rulings[key] { return known }
        let decisions = try after.decisions(onClaimsOf: claim.report)
        guard !decisions.isEmpty, let snapshot = isGone ? before : after else { return nil }
        let words = ReportWords(try snapshot.report(claim.report))
        let found = (ClaimRulings(decisions, vocabulary: try after.vocabulary()), words)
        rulings[key] = found
        return found
    }

    /// The standing rule that accepts a claim: its source is trusted, or an accepted claim says the same.
    private mutating func rule(accepting claim: Claim) throws(RepositoryError) -> Decision? {
        guard !rules.isEmpty else { return nil }
        if !trusted.isEmpty, let source = try after.record(of: claim.report)?.source,
            let rule = trusted[source.foldedName]
        {
            return rule
        }
        guard let agreement, try accepted(claim.fact).contains(Assertion(claim)) else { return nil }
        return agreement
    }

    /// What accepted claims say of a fact.
    private mutating func accepted(_ fact: FactID) throws(RepositoryError) -> Set<Assertion> {
        if let known = acceptedFacts[fact] { return known }
        var accepted: Set<Assertion> = []
        for claim in try after.facts(with: [fact]).flatMap(\.claims)
        where try decision(on: claim, isGone: false)?.ruling.verdict == .accept {
            accepted.insert(Assertion(claim))
        }
        acceptedFacts[fact] = accepted
        return accepted
    }
}

extension String {
    /// A name to be compared without regard to case and spacing.
    fileprivate var foldedName: String { EntityKey(name: self).description }
}
