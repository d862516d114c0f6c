@testable import Facts
import TestSupport

extension StatedClaim {
    /// A claim that ``SampleVocabulary`` reads in every way: direct, inverse, symmetric, open, typed and not.
    static func random(using random: inout SeededGenerator) -> StatedClaim {
        let report = random.pick(["mee-2022-07-09", "reuters-1", "r"].compactMap { ReportName($0) })
        let predicates = [
            "visited", "was visited by", "met", "has toll", "lives in", "hosts", "severed ties with", "died",
        ]
        var claim = StatedClaim(report: report, subject: .random(using: &random), predicate: random.pick(predicates))
        claim.object = random.pick([nil, .random(using: &random), .random(using: &random)])
        for role in random.list(0...2, of: { $0.pick(["kind", "date", "cause", "place"]) }) {
            claim.arguments[role] = .random(using: &random)
        }
        claim.time = random.pick([nil, Time.random(using: &random)])
        claim.polarity = random.pick(Polarity.allCases)
        claim.certainty = random.pick(Certainty.allCases)
        let modality = Set(random.list(0...2) { $0.pick(Modality.allCases) })
        claim.modality = Modality.allCases.filter(modality.contains)
        claim.attribution = random.list(0...2) { $0.pick(["Reuters", "officials", "قطر"]) }
        claim.evidence = random.list(0...2) {
            StatedEvidence(quote: $0.pick(["severed ties", "“no”", "a\nb"]), start: $0.pick([nil, 0, 7]))
        }
        claim.key = random.pick([nil, "c-1"])
        claim.ext = Dictionary(random.list(0...2) { ($0.pick(["x", "y"]), JSONValue.random(using: &$0, depth: 1)) }) {
            first, _ in first
        }
        return claim
    }
}

extension StatedClaim.StatedValue {
    static func random(using random: inout SeededGenerator) -> StatedClaim.StatedValue {
        let text = random.pick([
            "Qatar", "State of Qatar", "Yossi Cohen", "top officials", "84", "84 people", "more than 80", "a lot",
            "2020-02", "killed", "harmed", "5 May",
        ])
        return random.pick([
            .plain(text), .plain(text), .plain(text), .entity(text), .quantity(text, unit: nil),
            .quantity(text, unit: "people"), .time(text),
            .choice(text), .text(text),
        ])
    }
}
