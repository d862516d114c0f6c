import Git

/// What was found in the files in which a revision differs from the one before.
struct FileFindings: Sendable {
    /// How much was checked, as ``VerificationResult`` counts it.
    struct Counts: Sendable {
        var files = 0
        var facts = 0
        var claims = 0
        var quotes = 0
        var decisions = 0
        var texts = 0
    }

    /// Something that is wrong.
    struct Finding: Hashable, Sendable {
        let place: String
        let what: String
        /// Whether an object could not be read: where that was told when the object was visited, it is not told again.
        let isOfObject: Bool
    }

    var counts = Counts()
    private(set) var findings: [Finding] = []
    private var known: Set<Finding> = []

    /// Notes what is wrong, once, however many checks come upon it.
    mutating func report(_ finding: Finding) {
        if known.insert(finding).inserted { findings.append(finding) }
    }
}
