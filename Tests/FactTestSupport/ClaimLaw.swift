import FactDiff
import Facts

/// What holds for any two claims that are compared.
package enum ClaimLaw: String, Sendable, CaseIterable {
    case `the label the other way round is the mirrored label`
    case `the parts the other way round stand in mirrored relations`
    case `a claim held against itself is unchanged`
    case `the same comparison says the same`

    /// Whether the law holds for these two.
    package func holds(for meeting: ClaimMeeting) -> Bool {
        let (a, b, forth) = (meeting.before, meeting.after, meeting.comparison)
        switch self {
        case .`the label the other way round is the mirrored label`:
            return meeting.again(b, a).comparison.content == forth.content.mirrored
        case .`the parts the other way round stand in mirrored relations`:
            let back = meeting.again(b, a).comparison.trace
            return back.compared.map(\.relation) == forth.trace.compared.map(\.relation.mirrored)
                && back.compared.map(\.name) == forth.trace.compared.map(\.name)
        case .`a claim held against itself is unchanged`:
            let own = meeting.again(a, a).comparison
            return own.content == .unchanged && own.stance == .none && own.trace.compared.isEmpty
        case .`the same comparison says the same`:
            return meeting.again(a, b).comparison == forth
        }
    }
}
