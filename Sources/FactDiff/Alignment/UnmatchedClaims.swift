import Facts

/// A claim that one side has and the other does not.
struct UnmatchedClaim: Sendable {
    let claim: Claim
    /// The place of its fact among the facts of its side.
    let fact: Int
    /// Whether its fact is there on both sides.
    let isOfKeptFact: Bool
}

/// The claims that one side has and the other does not, in the stored order, and which of them nothing has been told of yet.
///
/// Whoever pairs claims goes by their places in this list and by ``keys``. Claims lie scattered over memory: at a million facts to
/// look at one is to wait for it, and to copy one from list to list is to look at it.
struct UnmatchedClaims: Sendable {
    private let unmatched: [UnmatchedClaim]
    /// What tells where claims meet, by place.
    let keys: [MeetingKeys]
    private var isOpen: [Bool]

    init(_ unmatched: [UnmatchedClaim]) {
        self.unmatched = unmatched
        keys = unmatched.concurrentMap { MeetingKeys($0.claim) }
        isOpen = Array(repeating: true, count: unmatched.count)
    }

    /// The claim at a place.
    subscript(place: Int) -> Claim { unmatched[place].claim }

    /// The claims at some places.
    func claims(_ places: some Sequence<Int>) -> [Claim] { places.map { unmatched[$0].claim } }

    /// The place of a claim's fact among the facts of its side.
    func fact(of place: Int) -> Int { unmatched[place].fact }

    /// Whether a claim's fact is there on both sides.
    func isOfKeptFact(_ place: Int) -> Bool { unmatched[place].isOfKeptFact }

    /// Whether nothing has been told of a claim.
    func isOpen(_ place: Int) -> Bool { isOpen[place] }

    /// Takes a claim for told.
    mutating func close(_ place: Int) { isOpen[place] = false }

    /// The claims of which nothing has been told.
    var open: [Int] { isOpen.indices.filter { isOpen[$0] } }
    /// Those whose fact is there on both sides.
    var openOfKeptFacts: [Int] { isOpen.indices.filter { isOpen[$0] && unmatched[$0].isOfKeptFact } }
    /// Those whose whole fact is on this side only.
    var openOfOtherFacts: [Int] { isOpen.indices.filter { isOpen[$0] && !unmatched[$0].isOfKeptFact } }
}

/// Hashes of what a claim may have in common with others, all within its report.
///
/// Equal where the things are. What else has equal hashes is one chance in 2⁶⁴, another in every process; only of claims without
/// quotations is nothing else asked.
struct MeetingKeys: Sendable {
    /// Whether the claim came without quotations.
    let isUnquoted: Bool
    /// Subject and predicate, and of a claim without quotations the polarity: the cell of a table.
    let place: Int
    /// Subject and object.
    let parties: Int
    /// Predicate and object; of a claim without quotations all three.
    let value: Int
    /// The quotations; `nil` when there are none.
    let quotes: Int?

    init(_ claim: Claim) {
        isUnquoted = claim.isUnquoted
        var report = Hasher()
        report.combine(claim.report)
        var subject = report
        claim.subject.hashIdentity(into: &subject)
        var place = subject
        place.combine(claim.predicate)
        if isUnquoted { place.combine(claim.polarity) }
        self.place = place.finalize()
        var parties = subject
        claim.object?.hashIdentity(into: &parties)
        self.parties = parties.finalize()
        var value = isUnquoted ? subject : report
        value.combine(claim.predicate)
        claim.object?.hashIdentity(into: &value)
        self.value = value.finalize()
        quotes = isUnquoted ? nil : Self.quotes(claim, report)
    }

    private static func quotes(_ claim: Claim, _ report: Hasher) -> Int {
        var quotes = report
        quotes.combine(claim.evidence.map(\.quote))
        return quotes.finalize()
    }
}
