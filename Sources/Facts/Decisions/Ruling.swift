/// What a person rules.
package enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// A claim is what its report says; of a source or of agreement: whatever comes so is.
    case accept
    /// A claim is not what its report says: it counts no more while its evidence stays.
    case reject
    /// The report says something else than the extractor read.
    case amend
    /// Not now.
    case `defer`
    /// An earlier ruling no longer holds.
    case reopen
    /// Two names are of one entity.
    case same
    /// Two names are of different entities.
    case different
    /// What contradicts one another is of different times.
    case worldChanged = "world-changed"
    /// A report is wrong.
    case reportWrong = "report-wrong"
    /// What seems to contradict one another can both hold.
    case bothPossible = "both-possible"
    /// What seems to contradict one another is about different things.
    case notTheSameThing = "not-the-same-thing"

    /// The ways to resolve a contradiction.
    package static let resolutions: [Verdict] = [.worldChanged, .reportWrong, .bothPossible, .notTheSameThing]
}

/// What a decision is about.
package enum Matter: Hashable, Sendable {
    /// A claim on its evidence.
    case claim(ClaimTarget)
    /// Facts whose claims contradict one another.
    case contradiction(ContradictionTarget)
    /// Two names, in the order of their bytes.
    case entities(String, String)
    /// Everything that a source publishes: a standing rule.
    case source(String)
    /// Everything that says the same as an accepted claim: a standing rule.
    case agreement
}

/// A verdict on a matter that allows it.
package struct Ruling: Hashable, Sendable {
    /// What was ruled.
    package let verdict: Verdict
    /// On what.
    package let matter: Matter
    /// What the report says in truth, where the verdict is `amend`.
    package let amended: StatedClaim?

    /// A ruling; `nil` when the matter does not allow the verdict.
    package init?(_ verdict: Verdict, on matter: Matter, amended: StatedClaim? = nil) {
        guard Self.verdicts(on: matter).contains(verdict), (verdict == .amend) == (amended != nil) else { return nil }
        self.verdict = verdict
        self.matter = Self.ordered(matter)
        self.amended = amended
    }

    /// The verdicts that a matter allows.
    private static func verdicts(on matter: Matter) -> [Verdict] {
        switch matter {
        case .claim(let target):
            target.isGone ? [.accept, .defer, .reopen] : [.accept, .reject, .amend, .defer, .reopen]
        case .contradiction: Verdict.resolutions + [.defer, .reopen]
        case .entities: [.same, .different, .reopen]
        case .source, .agreement: [.accept, .reopen]
        }
    }

    private static func ordered(_ matter: Matter) -> Matter {
        if case .entities(let a, let b) = matter, b.utf8.lexicographicallyPrecedes(a.utf8) { return .entities(b, a) }
        return matter
    }
}

/// A claim as it was when somebody ruled on it, with the sentences that it rested on.
///
/// So the ruling holds however the claim is stated anew, until what it rests on changes.
package struct ClaimTarget: Hashable, Sendable {
    /// What is stated, with its quotations.
    package let claim: StatedClaim
    /// The sentences around the quotations, sorted, each once; a quotation itself where its place is not known.
    package let sentences: [String]
    /// Whether the matter is that the claim is no longer made.
    package let isGone: Bool

    /// A claim and the sentences it rests on.
    package init(claim: StatedClaim, sentences: [String], isGone: Bool = false) {
        var claim = claim
        // Where a quotation stands may change while the ruling holds.
        claim.evidence = claim.evidence.map { .init(quote: $0.quote) }
        self.claim = claim
        self.sentences = Set(sentences).sorted()
        self.isGone = isGone
    }

    /// A claim of a report whose words are at hand.
    package init(_ claim: Claim, in words: ReportWords?, isGone: Bool = false) {
        self.init(claim: claim.stated, sentences: claim.sentences(in: words), isGone: isGone)
    }
}

/// A contradiction as it was when somebody ruled on it: the facts, and what was said of them.
package struct ContradictionTarget: Hashable, Sendable {
    /// One or two facts, sorted.
    package let facts: [FactID]
    /// What the claims of all sides said, sorted, each once.
    package let assertions: [Assertion]

    /// Facts and what was said of them.
    package init(facts: [FactID], assertions: [Assertion]) {
        self.facts = Set(facts).sorted()
        self.assertions = Set(assertions).sorted()
    }

    /// Whether a ruling on this holds for what is said now: nothing was added that was not ruled on.
    package func covers(_ assertions: some Sequence<Assertion>) -> Bool {
        Set(self.assertions).isSuperset(of: assertions)
    }
}

extension Ruling {
    /// What two rulings share that are about the same: the report, the facts, the kind of rule.
    package var subject: String {
        switch matter {
        case .claim(let target): target.claim.report.description
        case .contradiction(let target): target.facts.map(\.letters).joined(separator: " ")
        case .entities: "entities"
        case .source, .agreement: "rules"
        }
    }
}
