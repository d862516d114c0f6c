package import Facts

/// What it takes to get from the facts of one side to those of another: claims that go and claims that come.
///
/// Patches make a groupoid: each has an inverse, and two that follow one another compose into one. A patch knows nothing of labels;
/// those are told of the two sides that it leads between.
package struct Patch: Hashable, Sendable {
    /// The claims that go, in the stored order.
    package let lost: [Claim]
    /// The claims that come, in the stored order.
    package let gained: [Claim]

    /// A patch; a claim that both goes and comes does neither.
    package init(lost: some Sequence<Claim>, gained: some Sequence<Claim>) {
        let (old, new) = (Set(lost), Set(gained))
        self.lost = old.subtracting(new).sorted(by: Claim.precedes)
        self.gained = new.subtracting(old).sorted(by: Claim.precedes)
    }

    /// The way back.
    package var inverted: Patch { Patch(lost: gained, gained: lost) }

    /// This patch and then another, as one.
    ///
    /// - Throws: ``ApplyError`` when the other takes away what this one has taken already, or brings what this one brings.
    package func then(_ next: Patch) throws(ApplyError) -> Patch {
        let (gone, come) = (Set(lost), Set(gained))
        for claim in next.lost where gone.contains(claim) { throw .init(claim, .missing) }
        for claim in next.gained where come.contains(claim) { throw .init(claim, .alreadyThere) }
        return Patch(
            lost: gone.subtracting(next.gained).union(Set(next.lost).subtracting(come)),
            gained: come.subtracting(next.lost).union(Set(next.gained).subtracting(gone)))
    }

    /// The facts after, from the facts before, sorted by id.
    ///
    /// - Throws: ``ApplyError`` when a claim that should go is not there, or one that should come already is.
    package func apply(to facts: [Fact]) throws(ApplyError) -> [Fact] {
        let touched = Set((lost + gained).map(\.fact))
        var claims = Set(facts.lazy.filter { touched.contains($0.id) }.flatMap(\.claims))
        for claim in lost where claims.remove(claim) == nil { throw .init(claim, .missing) }
        for claim in gained where !claims.insert(claim).inserted { throw .init(claim, .alreadyThere) }
        let changed = Dictionary(grouping: claims, by: \.fact).compactMap { Fact(id: $0.key, claims: $0.value) }
        return (facts.filter { !touched.contains($0.id) } + changed).sorted { $0.id < $1.id }
    }
}

/// Why a patch does not fit the facts that it was applied to.
package struct ApplyError: Error, Hashable, Sendable {
    /// What is wrong with the claim.
    package enum Reason: String, Hashable, Sendable {
        /// It should go and is not there.
        case missing
        /// It should come and is there already.
        case alreadyThere
    }

    /// The fact that is not as the patch expects it.
    package let fact: FactID
    /// The claim that is missing, or already there.
    package let claim: ClaimID
    /// What is wrong with it.
    package let reason: Reason

    init(_ claim: Claim, _ reason: Reason) { (fact, self.claim, self.reason) = (claim.fact, claim.id, reason) }
}

extension ChangeSet {
    /// What leads from the facts before to the facts after.
    package var patch: Patch { Patch(lost: changes.flatMap(\.lost), gained: changes.flatMap(\.gained)) }
}
