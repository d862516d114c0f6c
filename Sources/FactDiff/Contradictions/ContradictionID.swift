package import Facts

/// What tells a contradiction apart through all revisions: a digest of the facts concerned.
///
/// Written as the letter `c` and 32 letters of those in which facts are written, so that it is never taken for the id of a fact,
/// nor for that of a revision.
package struct ContradictionID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The 33 letters.
    package let letters: String

    /// The id of what some facts have against one another, whatever their order.
    package init(of facts: [FactID]) {
        let key = facts.sorted().map { (role: "fact", value: $0.letters) }
        letters = "c" + FactID(subject: key.map(\.value).joined(), predicate: "contradiction", key: key).letters
    }

    /// Whether the text could be the start of an id that tells something: `c` and four letters or more.
    package static func isPrefix(_ text: String) -> Bool {
        text.utf8.count >= 5 && text.hasPrefix("c") && FactID.isPrefix(text.dropFirst())
    }

    /// The shortest start of the id, of `length` letters or more, with which none of the others starts.
    package func start(telling others: some Sequence<ContradictionID>, atLeast length: Int = 8) -> String {
        let shared = others.lazy.filter { $0 != self }.map {
            zip($0.letters.utf8, letters.utf8).prefix { $0 == $1 }.count
        }
        return String(letters.prefix(Swift.max(length, (shared.max() ?? 0) + 1)))
    }

    package static func < (a: ContradictionID, b: ContradictionID) -> Bool { a.letters < b.letters }
    package var description: String { letters }
}
