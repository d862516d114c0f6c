import FactDiff
import Facts

extension Trace {
    /// Why the change has its label, as a sentence: the rule, both values, both times.
    var sentence: String {
        let grounds = compared.map(\.phrase) + [overlap?.phrase].compactMap { $0 }
        let said = grounds.isEmpty ? "" : ": " + grounds.joined(separator: "; ")
        return "\(rule.phrase) (\(rule.rawValue))\(said)"
    }
}

extension Trace.Field {
    /// `object "12" → "14", which exclude one another`.
    fileprivate var phrase: String {
        let (old, new) = (before.map { "\"\($0)\"" } ?? "not said", after.map { "\"\($0)\"" } ?? "not said")
        let name = name.hasPrefix("arguments.") ? String(name.dropFirst("arguments.".count)) : name
        return "\(name) \(old) → \(new), \(equality.isSameMeaning ? equality.phrase : relation.phrase)"
    }
}

extension Equality {
    fileprivate var phrase: String {
        switch self {
        case .identical: "the same"
        case .form: "the same in another form"
        case .precision: "the same up to the written precision"
        case .scale: "the same number in another scale or unit"
        case .different: "different"
        }
    }
}

extension Relation {
    fileprivate var phrase: String {
        switch self {
        case .same: "the same"
        case .narrower: "which allows less"
        case .wider: "which allows more"
        case .overlapping: "which overlap"
        case .disjoint: "which exclude one another"
        case .incomparable: "which nothing compares"
        }
    }
}

extension TimeOverlap {
    fileprivate var phrase: String {
        switch self {
        case .always: "both hold at one time"
        case .maybe: "both may hold at one time"
        case .neverEarlier: "what was said before ended before what is said now began"
        case .neverLater: "what is said now ended before what was said before began"
        case .unknown: "not both say when"
        }
    }
}
