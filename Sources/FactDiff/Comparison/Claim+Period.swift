import Facts

extension Claim {
    /// When it holds in the world: at the time that it gives, or else in the period that its object refers to.
    var holdingTime: Time? { time ?? object?.period }
}

extension ClaimComparison.Standing {
    /// Whether one cell of a table took the place of the other.
    ///
    /// A report that states claims without quotations is read as a table: subject and predicate are the cell, the object is
    /// what stands in it.
    func isOfCells(_ before: Claim, _ after: Claim) -> Bool {
        self == .replaced && before.isUnquoted && after.isUnquoted
    }
}
