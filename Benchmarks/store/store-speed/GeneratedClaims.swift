import Facts

/// Claims in invented words, the same for the same number: thirty a report, about 600 bytes each, every one about a fact of its own.
struct GeneratedClaims {
    /// Claims a report.
    static let claimsPerReport = 30

    /// What the vocabulary says of the predicates: each fact has one value at a time.
    static let vocabulary = """
        format: vocabulary/1
        entities: []
        predicates:
          - {id: headcount, label: employs, kind: state, single-valued: true, roles: {object: {type: quantity}}}
          - {id: turnover, label: turned over, kind: state, single-valued: true, roles: {object: {type: quantity}}}
          - {id: seat, label: sits in, kind: state, single-valued: true, roles: {object: {type: entity}}}
          - {id: head, label: is headed by, kind: state, single-valued: true, roles: {object: {type: entity}}}
          - {id: founding, label: was founded in, kind: state, single-valued: true, roles: {object: {type: time}}}
          - {id: purpose, label: says it exists to, kind: state, single-valued: true, roles: {object: {type: text}}}
          - {id: grade, label: was graded, kind: state, single-valued: true, roles: {object: {type: choice, choices: [good, fair, poor]}}}
          - {id: dispute, label: is in dispute with, kind: state, single-valued: true, roles: {object: {type: entity}}}

        """

    /// The predicates, as they are stated.
    static let predicates = [
        "employs", "turned over", "sits in", "is headed by", "was founded in", "says it exists to", "was graded",
        "is in dispute with",
    ]

    private let words: InventedWords

    init() { words = InventedWords() }

    /// How many reports hold so many claims.
    static func reportCount(of claims: Int) -> Int { (claims + claimsPerReport - 1) / claimsPerReport }

    /// The name of a report.
    static func reportName(_ report: Int) -> String {
        let digits = String(report)
        return "wire-" + String(repeating: "0", count: max(0, 7 - digits.count)) + digits
    }

    /// The claims of a report of `count` claims in all; `edition` 0 is the first, and each later one has ten other values than the
    /// one before.
    func claims(ofReport report: Int, edition: Int = 0, of count: Int) -> [StatedClaim] {
        guard let name = ReportName(Self.reportName(report)) else { return [] }
        let first = report * Self.claimsPerReport
        return (first..<min(first + Self.claimsPerReport, count)).map { index in
            // Ten claims of thirty have their turn: the others are as they were left, and not as they were at first.
            let part = (index - first) / 10
            let latest = edition - (edition + 3 - part) % 3
            return claim(index, of: count, report: name, edition: max(0, latest))
        }
    }

    private func claim(_ index: Int, of count: Int, report: ReportName, edition: Int) -> StatedClaim {
        var random = Randomness(seed: UInt64(index))
        // The eight facts about a subject come from reports far apart, so that what a report says lies in as many buckets.
        let subjects = (count + 7) / 8
        let (subject, kind) = (index % subjects, index / subjects)
        var claim = StatedClaim(
            report: report, subject: .plain(words.name(subject)), predicate: Self.predicates[kind])
        claim.arguments = [
            "basis": .text(words.sentence(4, &random)), "place": .text(words.name(Int(random.next() % 3000))),
        ]
        claim.time = Time(edtf: "20\(10 + random.next() % 15)-0\(1 + random.next() % 9)-1\(random.next() % 10)")
        claim.certainty = .certain
        claim.attribution = [words.name(Int(random.next() % 20_000))]
        claim.evidence = [.init(quote: words.sentence(32, &random))]
        claim.key = "\(report)/\(index)"
        var value = Randomness(seed: UInt64(index) ^ UInt64(edition) << 40)
        claim.object = .plain(object(kind, &value))
        return claim
    }

    private func object(_ kind: Int, _ random: inout Randomness) -> String {
        switch kind {
        case 0: "\(10 + random.next() % 90_000) people"
        case 1: "US$\(1 + random.next() % 900) million"
        case 4: "\(1900 + random.next() % 120)"
        case 5: words.sentence(5, &random)
        case 6: ["good", "fair", "poor"][Int(random.next() % 3)]
        default: words.name(Int(random.next() % 60_000))
        }
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers for the same seed, everywhere.
struct Randomness {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}

/// Words of no language, the common ones far more often than the rare.
struct InventedWords {
    private let words: [String]

    init() {
        let onsets = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "dr", "st", "pl"]
        let vowels = ["a", "e", "i", "o", "u", "ai"]
        var random = Randomness(seed: 7)
        words = (0..<8000).map { index in
            let syllables = 1 + (index > 60 ? 1 : 0) + Int(random.next() % 2)
            return (0..<syllables).map { _ in
                onsets[Int(random.next() % 16)] + vowels[Int(random.next() % 6)]
            }.joined() + ["", "n", "s", "r"][Int(random.next() % 4)]
        }
    }

    /// A sentence of so many words.
    func sentence(_ count: Int, _ random: inout Randomness) -> String {
        (0..<count).map { _ in word(&random) }.joined(separator: " ")
    }

    /// The name with a number: two or three words with capitals.
    func name(_ number: Int) -> String {
        var random = Randomness(seed: UInt64(number) &+ 1 << 50)
        let parts = (0..<2).map { _ in words[Int(random.next() % 8000)] } + [String(number, radix: 36)]
        return parts.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }

    // The rank is the product of two even draws, which is near enough to Zipf's law.
    private func word(_ random: inout Randomness) -> String {
        let (a, b) = (Double(random.next() % 90), Double(random.next() % 90))
        return words[Int(a * b) % 8000]
    }
}
