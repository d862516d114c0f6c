import FactDiff
package import Facts
package import TestSupport

/// Claims on few subjects in few reports, so that many of them meet in one fact.
package struct ClaimPool: Sendable {
    /// The vocabulary that read the claims.
    package let vocabulary: Vocabulary
    /// The claims, in the order in which they were made.
    package let claims: [Claim]
    /// The pairs of claims that stand in one fact, each claim with itself among them, both ways round.
    package let meetings: [(Claim, Claim)]
    /// The pairs of claims of one subject whose predicates the vocabulary links: opposites, states and what ends them.
    package let oppositions: [(Claim, Claim)]
    /// For each fact, the other facts with whose claims its own are paired there, sorted by id.
    package let opponents: [FactID: [FactID]]

    /// The reports that the claims stand in, named `SOURCE-NUMBER`.
    package static let reports = ["bulletin-1", "bulletin-2", "ledger-1", "ledger-2", "northern-1", "wire-1"]

    /// As many claims as `count`, made from the seed.
    package init(seed: UInt64, count: Int, vocabulary: Vocabulary) throws {
        var random = SeededGenerator(seed: seed)
        self.vocabulary = vocabulary
        let drafts = (0..<count).map { _ in Self.draft(using: &random) }
        claims = try drafts.map { try $0.claim(vocabulary) }
        meetings = Dictionary(grouping: claims, by: \.fact).sorted { $0.key < $1.key }.flatMap { _, claims in
            claims.flatMap { a in claims.map { (a, $0) } }
        }
        oppositions = Self.oppositions(among: claims, PredicateLinks(vocabulary))
        opponents = Dictionary(grouping: oppositions) { $0.0.fact }.mapValues { Set($0.map(\.1.fact)).sorted() }
    }

    private static func oppositions(among claims: [Claim], _ links: PredicateLinks) -> [(Claim, Claim)] {
        let bySubject = Dictionary(grouping: claims) { $0.subject.identity }
        return claims.flatMap { claim in
            let linked = Set(links.opponents(of: claim.predicate).map(\.predicate)).subtracting([claim.predicate])
            return (bySubject[claim.subject.identity] ?? []).filter { linked.contains($0.predicate) }
                .map { (claim, $0) }
        }
    }

    private static func draft(using random: inout SeededGenerator) -> Draft {
        let (predicate, objects, arguments) = random.pick(sorts)
        var draft = Draft(random.pick(["Qatar", "Haniyeh"]), predicate, random.pick(objects), random.pick(times))
        if let (name, values) = arguments, random.chance(2) { draft.arguments = [name: random.pick(values)] }
        draft.polarity = random.chance(4) ? .denied : .affirmed
        draft.certainty = random.chance(4) ? .possible : .certain
        draft.modality = random.chance(6) ? [.planned] : []
        draft.attribution = random.chance(3) ? [random.pick(["Cohen", "Walla", "Cohn"])] : []
        draft.report = random.pick(reports)
        draft.quotes = random.chance(5) ? [] : [random.pick(quotes)]
        let start = 10 * random.below(3)
        draft.anchor = random.chance(8) ? .orphaned : .exact(TextRange(start: start, end: start + 5, line: 1))
        return draft
    }

    private static let sorts: [(String, [String], (String, [String])?)] = [
        ("resides in", ["Gaza", "Doha", "Qatar"], nil),
        ("is headed by", ["Hamad", "Hamad bin Khalifa", "Tamim"], nil),
        ("pays", ["Gaza"], ("amount", ["US$30 million", "US$80 million", "US$10–50 million", "13 million euros"])),
        ("hosts", ["Hamas"], ("location", ["Doha", "Gaza", "Qatar"])),
        ("depends on", ["two states", "an end of the war"], nil),
        ("severed ties with", ["Israel"], ("kind", ["trade", "diplomatic", "all"])),
        ("visited", ["Gaza"], ("purpose", ["talks", "a funeral"])),
        ("met", ["Halevi"], ("location", ["Doha", "Qatar"])),
        ("lasted", ["6 hours", "less than 24 hours", "72 hours", "360 minutes"], nil),
        ("delivered", ["43 tons", "44 tons", "more than 80 tons", "100 tons"], nil),
        ("death toll", ["12", "14", "at least 13", "12–21"], nil),
        ("reserves", ["US$9 billion", "US$4 billion", "US$4,000 million"], nil),
        ("was born in", ["Gaza", "Doha"], nil),
        ("was aware of", ["the order"], nil),
        ("has the stance", ["no", "no for now", "yes"], nil),
        ("learned of", ["a visit"], nil),
        ("supports", ["Israel", "Hamas"], nil),
        ("opposes", ["Israel", "Hamas"], nil),
        ("attacked", ["Gaza", "Doha"], nil),
        ("shelled", ["Gaza", "Doha"], nil),
        ("holds", ["Gaza"], nil),
        ("besieges", ["Gaza"], nil),
        ("seized", ["Gaza"], nil),
        ("lost", ["Gaza"], nil),
    ]
    private static let times: [String?] = [
        nil, nil, "2020", "2020-02", "2020-02-05", "2019/..", "2020-03/..", "2020-02-01/2020-02-07", "2018/2019",
        "2019/2021", "../2020-02",
    ]
    private static let quotes = [
        "The man from Gaza has been seen in Doha again", "It is now said that he lives in Doha", "no word from Doha",
        "The man from Gaza was seen in Doha once again", "he no longer lives there", "he took over in Doha",
    ]
}

extension SeededGenerator {
    /// A number from 0 and below `count`.
    package mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &self) }
    /// True once in `count` times.
    package mutating func chance(_ count: Int) -> Bool { below(count) == 0 }
}
