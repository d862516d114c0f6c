import Facts

/// One case of `snapshots/changes`: what is said before and after, and what a comparison should tell.
struct TrickyCase: Sendable {
    let topic: String
    let name: String
    /// One sentence on why it is tricky.
    let why: String
    let before: Revision
    let after: Revision
    /// Whether all that is said before is said after too, and only the rest is listed.
    let isJoining: Bool
    /// The changes that should be told, in any order.
    let expected: [ExpectedChange]
    /// The kinds of the schema events that should be told, sorted.
    let schema: [String]
    /// The labels of the contradictions that should open, sorted; `nil` when the case does not ask.
    let opened: [String]?
    /// Why we get it wrong; `nil` when we should get it right.
    let knownFault: String?

    /// One side of a case.
    struct Revision: Sendable {
        let claims: [StatedClaim]
        /// What is said of reports, by name: members of `report.json`, and the text.
        let reports: [String: [String: String]]
        /// Reports that are there without claims.
        let silentReports: Set<String>
        let vocabulary: Vocabulary
    }
}

/// The labels that one change should have, by axis; an axis that is not named may have any.
struct ExpectedChange: Sendable {
    let labels: [String: String]
}
