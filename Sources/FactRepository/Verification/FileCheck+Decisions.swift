import Facts
import Git

/// What people ruled, and that it is followed.
extension FileCheck {
    /// What people ruled is stored in canonical form, and what stands of the claims is what the rulings leave.
    mutating func checkDecisions() {
        var ruled: Set<ReportName> = []
        for row in rows where row.path.hasPrefix(Layout.decisions + "/") {
            let decisions = attempt { (check) throws(RepositoryError) in try check.after.decisions(at: row.path) }
            guard let decisions else { continue }
            result.counts.decisions += decisions.count
            if ObjectID.of(.blob, DecisionFile.bytes(of: decisions)) != row.after {
                report(row.path, "it is not in canonical form and order")
            }
            if let wrong = decisions.first(where: { Layout.decisions(on: $0.ruling.matter) != row.path }) {
                report(row.path, "decision \(wrong.id) belongs into another file")
            }
            ruled.formUnion(decisions.compactMap(\.ruling.report))
        }
        for name in ruled.union(reports).sorted() { checkRulings(on: name) }
    }

    private mutating func checkRulings(on name: ReportName) {
        _ = attempt { (check) throws(RepositoryError) in
            let withheld = try check.after.withheldClaims(of: name)
            let rulings = try check.after.rulings(onClaimsOf: name)
            guard !withheld.isEmpty || !rulings.isEmpty, try check.after.record(of: name) != nil else { return }
            let ruled = rulings.followed(
                by: try check.after.statedClaims(of: name), of: try check.after.report(name))
            if Set(ruled.standing) != Set(try check.after.claims(of: name)) || Set(ruled.withheld) != Set(withheld) {
                check.report(Layout.withheld(of: name), "the report's claims are not those that the decisions leave")
            }
        }
    }
}
