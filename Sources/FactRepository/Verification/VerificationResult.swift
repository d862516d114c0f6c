/// What was checked in a repository, how much of it, and what is wrong.
package struct VerificationResult: Hashable, Sendable {
    /// One thing that is wrong.
    package struct Problem: Hashable, Sendable {
        /// The revision and file or claim.
        package let place: String
        /// What is wrong with it.
        package let what: String
    }

    /// Revisions read.
    package internal(set) var revisions = 0
    /// Objects whose bytes were hashed again.
    package internal(set) var objects = 0
    /// Files whose canonical form and place were checked.
    package internal(set) var files = 0
    /// Claims whose ids were computed again.
    package internal(set) var claims = 0
    /// Quotations that were compared with their text byte for byte.
    package internal(set) var quotes = 0
    /// What is wrong, in the order of the revisions.
    package internal(set) var problems: [Problem] = []

    mutating func report(_ place: String, _ what: String) { problems.append(.init(place: place, what: what)) }
}
