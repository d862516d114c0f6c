import FactDiff
import Facts

// The page for continuous integration.

extension CheckPage {
    package var subject: String { publication?.file ?? "vocabulary" }

    package var rules: [(id: String, meaning: String)] {
        let statuses = PublishedStatus.allCases.filter(\.isFinding).map { (id: $0.rawValue, meaning: $0.meaning) }
        let invariants = BrokenInvariant.Rule.allCases.map { (id: $0.rawValue, meaning: $0.meaning) }
        return (publication == nil ? [] : statuses) + (ruling == nil ? [] : invariants)
    }

    package var findings: [Finding] {
        (publication.map(findings) ?? []) + (ruling.map(findings) ?? [])
    }

    private func findings(_ publication: Publication) -> [Finding] {
        publication.findings.map { found in
            let claim = found.published.claim
            let level: Finding.Level = fails(found) ? .error : found.status.isFinding ? .warning : .none
            return Finding(
                rule: found.status.rawValue, level: level, title: naming.statement(of: claim).text,
                message: "\(found.status.rawValue): \(found.because)",
                place: .init(file: publication.file, line: found.published.line),
                quotations: quotations(found.supporting, found.reason == .noLongerSaid ? "said before" : "for")
                    + quotations(found.against, "against"),
                isNew: since == nil ? nil : found.isNew, fingerprint: "\(claim.id)/\(found.status.rawValue)")
        }
    }

    private func findings(_ rules: Rules) -> [Finding] {
        let kept = Finding(
            rule: "rules", level: .none, title: "\(rules.count.of("rule")) of the vocabulary",
            message: "nothing breaks a rule", place: nil, quotations: [], isNew: nil, fingerprint: "rules")
        guard !rules.broken.isEmpty else { return [kept] }
        return rules.broken.map { broken in
            Finding(
                rule: broken.rule.rawValue, level: fails(broken) ? .error : .warning,
                title: broken.title(naming).text, message: broken.sentence(naming), place: nil,
                quotations: quotations(broken.claims, "breaks the rule"), isNew: since == nil ? nil : isNew(broken),
                fingerprint: ([broken.rule.rawValue] + broken.claims.map(\.id.description)).joined(separator: "/"))
        }
    }

    private func quotations(_ claims: [Claim], _ bearing: String) -> [Finding.Quotation] {
        claims.map { claim in
            Finding.Quotation(
                report: claim.report, url: reports[claim.report]?.url, range: claim.evidence.first?.range,
                words: claim.evidence.first?.quote ?? "", bearing: bearing)
        }
    }
}

extension BrokenInvariant.Rule {
    /// What it means, as a sentence.
    fileprivate var meaning: String {
        switch self {
        case .neverFalls: "A value that can only rise fell."
        case .neverRises: "A value that can only fall rose."
        case .range: "A quantity lies outside what it can be at all."
        case .sum: "Parts do not add up to their whole."
        case .order: "Something is over before it begins."
        }
    }
}
