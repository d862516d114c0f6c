package import FactDiff
import Facts

extension BrokenInvariant {
    /// What is wrong, in a sentence that names every claim.
    package func sentence(_ naming: Naming) -> String {
        let said = claims.map { Line([Span($0.spoken(role))]) }.commaSeparated
        return (title(naming) + [Span(":")]).then(said).text
    }

    /// What it is about and which rule it breaks: `the quake › death toll can only rise`.
    func title(_ naming: Naming) -> Line {
        guard let claim = claims.first else { return [] }
        return naming.head(of: claim).then([Span(phrase(naming), .strong)])
    }

    private func phrase(_ naming: Naming) -> String {
        let labels = allowed.split(separator: " + ").map {
            naming.vocabulary.predicates[String($0)]?.label ?? String($0)
        }
        return switch rule {
        case .neverFalls: "can only rise"
        case .neverRises: "can only fall"
        case .range: role == "object" ? "lies in \(allowed)" : "has its \(role) in \(allowed)"
        case .sum: "is the sum of \(labels.joined(separator: " and "))"
        case .order: "is not after \(labels.joined())"
        }
    }

    /// The rule and the claims as `check/1` writes them.
    func json(_ naming: Naming, source: (Claim) -> String?) -> JSONValue {
        var members: [String: JSONValue] = [
            "kind": "rule", "rule": .string(rule.rawValue), "predicate": .string(predicate), "role": .string(role),
            "allowed": .string(allowed),
            "claims": .array(
                claims.map { claim in
                    var side = claim.sideJSON(source: source(claim)).object ?? [:]
                    side["fact"] = .string(claim.fact.letters)
                    side["predicate"] = .string(naming.predicate(of: claim))
                    return .object(side)
                }),
        ]
        members["subject"] = claims.first.map { .string(naming.name(of: $0.subject)) }
        return .object(members)
    }
}

extension Claim {
    /// Its value, when, and where it stands: `35 (2020-02-03, wire:4)`.
    fileprivate func spoken(_ role: String) -> String {
        let place = report.description + (evidence.first?.range.map { ":\($0.line)" } ?? "")
        return
            "\(value(of: role)?.phrase ?? "") (\(((time.map { [$0.edtf] } ?? []) + [place]).joined(separator: ", ")))"
    }
}
