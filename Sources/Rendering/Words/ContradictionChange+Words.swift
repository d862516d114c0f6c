import FactDiff
import Facts

extension ContradictionChange {
    /// What became of it: `no longer disputed: umxqoyvt  Liberman › was aware of › the order`.
    func line(_ naming: Naming) -> Line {
        guard let contradiction = after ?? before, let claim = contradiction.sides.first?.first else { return [] }
        let word = contradiction.content.rawValue
        let label = after == nil ? "no longer \(word)" : "now \(word)"
        return Line([Span(label, .strong), Span(":")]).then(naming.id(contradiction.fact))
            .then(naming.title(of: claim), gap: 2)
    }

    var json: JSONValue {
        var members: [String: JSONValue] = ["fact": .string(fact?.letters ?? "")]
        members["before"] = before.map { .string($0.content.rawValue) }
        members["after"] = after.map { .string($0.content.rawValue) }
        return .object(members)
    }
}
