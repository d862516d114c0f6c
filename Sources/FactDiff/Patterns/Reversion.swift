import Facts

/// What a fact says that it has said before, after something else in between: A, B, and A again.
package struct Reversion: Hashable, Sendable {
    /// The step that brought it back, counted from 0 for the oldest.
    package let step: Int
    /// The last step before after which the fact said the same.
    package let former: Int

    /// The reversions among the changes of one fact, step by step, the oldest first.
    ///
    /// What a fact says are its values and whether they are affirmed, by whomever; a fact that went and came back with the same
    /// values is no reversion, but one that was never gone.
    package static func all(in steps: [[Change]]) -> [Reversion] {
        var claims: Set<Claim> = []
        var states: [Set<[String]>] = []
        var found: [Reversion] = []
        for (step, changes) in steps.enumerated() {
            claims.subtract(changes.flatMap(\.lost))
            claims.formUnion(changes.flatMap(\.gained))
            let state = Set(claims.map(\.said))
            if !state.isEmpty, let last = states.last, last != state, !last.isEmpty,
                let former = states.lastIndex(of: state)
            {
                found.append(Reversion(step: step, former: former))
            }
            states.append(state)
        }
        return found
    }
}

extension Claim {
    /// What it says, apart from who says so, when, and in which words.
    fileprivate var said: [String] {
        let arguments = arguments.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.identity)" }
        return [polarity.rawValue, object?.identity ?? ""] + arguments
    }
}
