import FactDiff
import Facts

extension Trace {
    /// Why the change has its label, as a sentence: the rule, both values, both times.
    var sentence: String {
        let grounds = compared.map { $0.phrase(under: rule) } + [overlap?.phrase].compactMap { $0 }
        let said = grounds.isEmpty ? "" : ": " + grounds.joined(separator: "; ")
        return "\(rule.phrase) (\(rule.rawValue))\(said)"
    }
}

extension Trace.Field {
    /// `object "12" → "14", which exclude one another`.
    fileprivate func phrase(under rule: Rule) -> String {
        let (old, new) = (before.map { "\"\($0.abridged)\"" }, after.map { "\"\($0.abridged)\"" })
        let name = name.hasPrefix("arguments.") ? String(name.dropFirst("arguments.".count)) : name
        return "\(name) \(old ?? "not said") → \(new ?? "not said"), \(verdict(under: rule))"
    }

    private func verdict(under rule: Rule) -> String {
        guard equality.isSameMeaning else { return relation.phrase }
        if name == "predicate" { return "another name for the same" }
        // The period stands in the words of the value, so these are not the same words.
        return rule == .sameValueAtAnotherTime ? "the same but for the time" : equality.phrase
    }
}

extension String {
    /// The first and the last words of a long text: what follows it in a sentence is to be read too.
    fileprivate var abridged: String {
        let words = split(separator: " ")
        let (start, end) = (10, 5)
        guard words.count > start + end + 3 else { return self }
        return (words.prefix(start) + ["…"] + words.suffix(end)).joined(separator: " ")
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
