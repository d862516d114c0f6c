import Extraction
import Facts

@testable import annals

/// How the reader does on one report, held against the claims that people made of it.
struct ReaderScore {
    /// The day on which that version of the report came in.
    let day: String
    let report: ReportName
    /// What people claimed, in the order of the file.
    let gold: [Claim]
    /// Those of them that the reader found, each with the reader's claim that is most like it.
    let found: [(gold: Claim, read: Claim)]
    /// The reader's claims with a predicate that people used anywhere in the story.
    let judged: [Claim]
    /// Those of them that nobody made.
    let spurious: [Claim]

    /// Holds the reader's claims against the gold.
    init(
        _ day: String, _ report: ReportName, gold: [Claim], read: [Claim], predicates: Set<String>,
        _ vocabulary: Vocabulary
    ) {
        let likeness = ClaimLikeness(vocabulary: vocabulary)
        self.day = day
        self.report = report
        self.gold = gold
        found = gold.compactMap { claim in
            let matches = read.filter { likeness.areAlike(claim, $0) }
            let best = matches.max { likeness.agreements(claim, $0) < likeness.agreements(claim, $1) }
            return best.map { (claim, $0) }
        }
        judged = read.filter { predicates.contains($0.predicate) }
        spurious = judged.filter { claim in !gold.contains { likeness.areAlike($0, claim) } }
    }

    /// Gold claims that the reader did not find.
    var missed: [Claim] { gold.filter { claim in !found.contains { $0.gold == claim } } }
}

/// When the reader's claim is the one that a person made.
struct ClaimLikeness {
    let vocabulary: Vocabulary

    /// Whether two claims say the same thing: subject, predicate, polarity, and objects that can both be right.
    func areAlike(_ a: Claim, _ b: Claim) -> Bool {
        a.predicate == b.predicate && a.polarity == b.polarity && a.subject.identity == b.subject.identity
            && objectsAreAlike(a, b)
    }

    private func objectsAreAlike(_ a: Claim, _ b: Claim) -> Bool {
        guard let first = a.object, let second = b.object else { return a.object == nil && b.object == nil }
        let role = vocabulary.predicate(id: a.predicate).roles["object"]
        return first.relation(to: second, in: role, vocabulary: vocabulary) != .disjoint
    }

    /// Whether both say when, alike.
    func timesAgree(_ a: Claim, _ b: Claim) -> Bool {
        guard let first = a.time, let second = b.time else { return a.time == nil && b.time == nil }
        return first.relation(to: second) == .same
    }

    /// Whether both are on the same word.
    func attributionsAgree(_ a: Claim, _ b: Claim) -> Bool {
        a.attribution.map(vocabulary.entity(named:)) == b.attribution.map(vocabulary.entity(named:))
    }

    /// In how many ways two claims agree beyond what they say.
    func agreements(_ a: Claim, _ b: Claim) -> Int {
        let isSameObject = a.object?.identity == b.object?.identity
        return [isSameObject, timesAgree(a, b), attributionsAgree(a, b)].count { $0 }
    }
}
