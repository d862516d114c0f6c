import Facts

extension Claim {
    /// Whether one sentence, left as it was, gives somebody's full name in one claim and the end of it in the other.
    ///
    /// The full name stands elsewhere in the text; where it is edited there, nothing has changed here.
    func isNamedInPart(by other: Claim) -> Bool {
        guard isSameSentence(as: other), predicate == other.predicate, time == other.time else { return false }
        let roles = Set(arguments.keys).union(other.arguments.keys)
        let pairs =
            [(subject, other.subject), (object, other.object)] + roles.map { (arguments[$0], other.arguments[$0]) }
        let differing = pairs.filter { $0.0 != $0.1 }
        return !differing.isEmpty
            && differing.allSatisfy { a, b in
                guard let a = a?.entity, let b = b?.entity else { return false }
                return a.isEnd(of: b) || b.isEnd(of: a)
            }
    }

    /// Whether the same people are quoted, whatever spelling their names are given in, or in one sentence how much of them.
    func hasVoice(of other: Claim, _ vocabulary: Vocabulary) -> Bool {
        if attribution == other.attribution { return true }
        let (a, b) = (
            attribution.map(vocabulary.entity(named:)), other.attribution.map(vocabulary.entity(named:))
        )
        if a == b { return true }
        return isSameSentence(as: other) && a.count == b.count
            && zip(a, b).allSatisfy { $0 == $1 || $0.isEnd(of: $1) || $1.isEnd(of: $0) }
    }

    private func isSameSentence(as other: Claim) -> Bool {
        report == other.report && !isUnquoted && evidence.map(\.quote) == other.evidence.map(\.quote)
    }
}
