import FactTestSupport
import Facts

/// Two claims, certain and in the reporters' own voice, of two sources.
struct ClaimPair: CustomStringConvertible {
    let first: Draft
    let second: Draft

    /// The second is said by another source.
    init(_ first: Draft, _ second: Draft) { (self.first, self.second) = (first.in("gazette"), second.in("wire")) }

    /// The same the other way round in time: what was said second is said first.
    var reversed: ClaimPair { ClaimPair(second, first) }

    var description: String { "\(Self.words(first)) | \(Self.words(second))" }

    private static func words(_ draft: Draft) -> String {
        let parts = [draft.subject, draft.predicate, draft.object, draft.time].compactMap { $0 }
        let rest = draft.arguments.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" } + draft.quotes
        return (draft.polarity == .denied ? "not: " : "") + (parts + rest).joined(separator: ", ")
    }
}

extension ClaimPair {
    /// The suites of pairs that can both hold or say the same, each pair both ways round.
    static var compatibleSuites: [(name: String, pairs: [ClaimPair])] {
        [
            ("granularity", granularity), ("alias", alias), ("succession", succession), ("role-swap", roleSwap),
            ("format", format),
        ].map { name, pairs in (name, pairs + pairs.map(\.reversed)) }
    }
}
