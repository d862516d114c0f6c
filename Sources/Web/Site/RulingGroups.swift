import FactDiff
import Facts
import Rendering

/// What people ruled, by what it is about; each list newest first.
struct RulingGroups: Sendable {
    /// By the fact that the claim is of.
    let byFact: [FactID: [Decision]]
    /// By the report that makes the claim.
    let byReport: [ReportName: [Decision]]
    let byContradiction: [ContradictionID: [Decision]]
    /// How each decision stands; what is not here is over.
    let standings: [DecisionID: StandingRulings.Standing]

    init(_ decisions: [Decision], _ vocabulary: Vocabulary) {
        var (facts, reports): ([FactID: [Decision]], [ReportName: [Decision]]) = ([:], [:])
        var contradictions: [ContradictionID: [Decision]] = [:]
        for decision in decisions.sorted(by: >) {
            switch decision.ruling.matter {
            case .claim(let target):
                facts[vocabulary.read(target.claim, evidence: []).fact, default: []].append(decision)
                reports[target.claim.report, default: []].append(decision)
            case .contradiction(let target):
                contradictions[ContradictionID(of: target.facts), default: []].append(decision)
                for fact in target.facts { facts[fact, default: []].append(decision) }
            case .entities, .source, .agreement: break
            }
        }
        (byFact, byReport, byContradiction) = (facts, reports, contradictions)
        standings = StandingRulings(decisions, vocabulary: vocabulary).standings
    }
}
