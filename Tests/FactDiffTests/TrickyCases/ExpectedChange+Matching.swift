import FactDiff

extension ExpectedChange {
    /// The names by which a case may ask for a label.
    static let axes: Set = ["content", "support", "stance", "evidence", "cause", "kind", "rule", "headline", "fields"]

    /// Whether a change has all the labels.
    func matches(_ change: Change) -> Bool { labels.allSatisfy { axis, label in change.label(of: axis) == label } }

    /// Whether these are the changes, each for one.
    static func match(_ expected: [ExpectedChange], _ changes: [Change]) -> Bool {
        guard expected.count == changes.count else { return false }
        guard let first = expected.first else { return true }
        return changes.indices.contains { index in
            guard first.matches(changes[index]) else { return false }
            var rest = changes
            rest.remove(at: index)
            return match(Array(expected.dropFirst()), rest)
        }
    }

    /// The axes in the order in which they are read.
    static func inOrder(_ names: some Sequence<String>) -> [String] {
        let order = ["content", "kind", "headline", "support", "stance", "evidence", "cause", "fields", "rule"]
        return names.sorted { (order.firstIndex(of: $0) ?? 0) < (order.firstIndex(of: $1) ?? 0) }
    }
}

extension Change {
    /// The label on an axis, or what else a case may ask for.
    func label(of axis: String) -> String? {
        switch axis {
        case "content": content.rawValue
        case "support": support.rawValue
        case "stance": stance.rawValue
        case "evidence": evidence.rawValue
        case "cause": cause.rawValue
        case "kind": kind.rawValue
        case "headline": headline.rawValue
        case "rule": trace.rule.rawValue
        case "fields": fields.joined(separator: " ")
        default: nil
        }
    }
}
