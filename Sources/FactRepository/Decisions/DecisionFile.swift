import Facts

/// A file of decisions: JSON Lines in canonical form, sorted by time and id.
///
/// Decisions on one report's claims stand in one file, and so do those on one contradiction.
enum DecisionFile {
    /// The decisions of a file's bytes.
    static func decisions(of bytes: [UInt8], at path: String) throws(RepositoryError) -> [Decision] {
        var decisions: [Decision] = []
        for line in bytes.split(separator: 0x0A) {
            guard let json = try? JSONParser.parse(Array(line)), let decision = Decision(json: json) else {
                throw RepositoryError(.damaged("line \(decisions.count + 1) is not a decision"), path)
            }
            decisions.append(decision)
        }
        return decisions
    }

    /// The bytes of a file with some decisions, each once.
    static func bytes(of decisions: [Decision]) -> [UInt8] {
        Set(decisions).sorted().flatMap { $0.json.canonicalBytes + [0x0A] }
    }
}

extension Layout {
    /// What people ruled on.
    static let decisions = "decisions"
    /// Decisions on names, which every vocabulary follows.
    static let entityDecisions = decisions + "/entities"
    /// Standing rules.
    static let rules = decisions + "/rules"

    /// The file with the decisions on a matter.
    static func decisions(on matter: Matter) -> String {
        switch matter {
        case .entities: entityDecisions
        case .source, .agreement: rules
        case .claim(let target): decisions(onClaimsOf: target.claim.report)
        case .contradiction(let target): decisions(onContradictionsOf: target.facts)
        }
    }

    /// The file with the decisions on a report's claims.
    static func decisions(onClaimsOf report: ReportName) -> String { "\(decisions)/\(bin(of: report))" }

    /// The file with the decisions on what facts have against one another: that of the first of them.
    static func decisions(onContradictionsOf facts: [FactID]) -> String {
        "\(decisions)/\(bin(of: facts.min()?.letters ?? ""))"
    }
}
