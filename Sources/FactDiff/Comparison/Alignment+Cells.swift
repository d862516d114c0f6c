import Facts

extension Alignment {
    /// Pairs what one report says in one cell before and after: claims without quotations of one subject and predicate, where
    /// one value went and one came.
    ///
    /// Assumed of such a report is that it is a table, whose cell holds one figure or text: then the second took the place of
    /// the first, though an open predicate, whose object belongs to the fact, makes two facts of them. Two entities are not
    /// paired: they may be members of a list.
    mutating func pairCells() {
        let old = Dictionary(grouping: lost.filter(\.isCell), by: Cell.init)
        let new = Dictionary(grouping: gained.filter(\.isCell), by: Cell.init)
        let pairs = lost.compactMap { claim -> (before: Claim, after: Claim)? in
            let cell = Cell(claim)
            guard claim.isCell, old[cell]?.count == 1, let others = new[cell], others.count == 1 else { return nil }
            return claim.object?.entity != nil && others[0].object?.entity != nil ? nil : (claim, others[0])
        }
        take(pairs)
    }

    /// One cell: the report that is the table, its row and its column.
    private struct Cell: Hashable {
        let report: ReportName
        let subject: String
        let predicate: String

        init(_ claim: Claim) {
            report = claim.report
            subject = claim.subject.identity
            predicate = claim.predicate
        }
    }
}

extension Claim {
    /// Whether it can be what one cell of a table says: a value without a quotation and without further roles.
    fileprivate var isCell: Bool { isUnquoted && arguments.isEmpty && object != nil }
}
