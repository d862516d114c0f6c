import Facts

/// A claim to be put into a story, or to be taken out of it.
struct ClaimEdit: Sendable {
    let line: ClaimLine
    let isAddition: Bool

    init(line: ClaimLine, isAddition: Bool) {
        self.line = line
        self.isAddition = isAddition
    }

    /// Takes out a claim of one report whatever its line says, which is then none.
    init(removing claim: ClaimID, about fact: FactID) {
        self.init(line: ClaimLine(fact: fact, claim: claim, bytes: []), isAddition: false)
    }

    /// The edits that turn one list of claims into another, in no order; none for what is on both sides.
    static func edits(from before: [Claim], to after: [Claim]) -> [ClaimEdit] {
        if before.isEmpty { return after.map { ClaimEdit(line: ClaimLine($0), isAddition: true) } }
        let (old, new) = (Set(before), Set(after))
        // Not the sets are gone through but the lists, so that the order is that of the input.
        return before.filter { !new.contains($0) }.map { ClaimEdit(line: ClaimLine($0), isAddition: false) }
            + after.filter { !old.contains($0) }.map { ClaimEdit(line: ClaimLine($0), isAddition: true) }
    }

    /// The edits that turn stored lines into claims, in no order; none for what is on both sides.
    static func edits(from before: [ClaimLine], to after: [Claim]) -> [ClaimEdit] {
        let new = after.map(ClaimLine.init)
        if before.isEmpty { return new.map { ClaimEdit(line: $0, isAddition: true) } }
        let kept = Set(new)
        // What another program wrote may say the same in other bytes.
        let gone = before.filter { !kept.contains($0) }.map(\.canonical)
        let known = Set(before).union(gone)
        return gone.filter { !kept.contains($0) }.map { ClaimEdit(line: $0, isAddition: false) }
            + new.filter { !known.contains($0) }.map { ClaimEdit(line: $0, isAddition: true) }
    }

    static func precedes(_ a: ClaimEdit, _ b: ClaimEdit) -> Bool { ClaimLine.precedes(a.line, b.line) }
}

/// How many facts came, changed and went, and how many claims came.
struct FactTally: Sendable {
    private(set) var added = 0
    private(set) var changed = 0
    private(set) var removed = 0
    private(set) var claims = 0

    /// Counts what became of one fact's claims.
    mutating func count(from before: [ClaimLine], to after: [ClaimLine]) {
        if before.isEmpty, !after.isEmpty { added += 1 }
        if !before.isEmpty, after.isEmpty { removed += 1 }
        let old = Set(before)
        if !before.isEmpty, !after.isEmpty, old != Set(after) { changed += 1 }
        claims += after.count { !old.contains($0) }
    }

    static func + (a: FactTally, b: FactTally) -> FactTally {
        var sum = a
        sum.added += b.added
        sum.changed += b.changed
        sum.removed += b.removed
        sum.claims += b.claims
        return sum
    }
}

extension [ClaimLine] {
    /// Sorted lines with sorted edits applied to them, and counted.
    func applying(_ edits: ArraySlice<ClaimEdit>, _ tally: inout FactTally) -> [ClaimLine] {
        var result: [ClaimLine] = []
        result.reserveCapacity(count + edits.count)
        var (old, new) = (self[...], edits)
        while let edit = new.first {
            let fact = edit.line.fact
            let start = old.firstIndex { $0.fact >= fact } ?? old.endIndex
            result += old[..<start]
            let end = old[start...].firstIndex { $0.fact != fact } ?? old.endIndex
            let editsEnd = new.firstIndex { $0.line.fact != fact } ?? new.endIndex
            let before = old[start..<end].comparable(with: new[..<editsEnd])
            let after = before.applyingToFact(new[..<editsEnd])
            tally.count(from: before, to: after)
            result += after
            (old, new) = (old[end...], new[editsEnd...])
        }
        return result + old
    }

    /// The claims of one fact with edits applied, each once, in order.
    private func applyingToFact(_ edits: ArraySlice<ClaimEdit>) -> [ClaimLine] {
        if isEmpty, edits.count == 1, let edit = edits.first { return edit.isAddition ? [edit.line] : [] }
        let removed = Set(edits.lazy.filter { !$0.isAddition }.map(\.line))
        let removedByID = Set(removed.lazy.filter { $0.bytes.isEmpty }.map { $0.claim })
        let added = Set(edits.lazy.filter(\.isAddition).map(\.line))
        return Set(filter { !removed.contains($0) && !removedByID.contains($0.claim) }).union(added)
            .sorted(by: ClaimLine.precedes)
    }
}

extension ArraySlice<ClaimLine> {
    /// The lines of one fact; in canonical form where another program may have written the claim of an edit in other bytes.
    fileprivate func comparable(with edits: ArraySlice<ClaimEdit>) -> [ClaimLine] {
        let isToldByBytes = edits.allSatisfy { edit in
            edit.line.bytes.isEmpty || allSatisfy { $0.claim != edit.line.claim || $0 == edit.line }
        }
        return isToldByBytes ? Array(self) : map(\.canonical)
    }
}
