extension Value {
    /// How one list of things came of another.
    package enum ListEdit: Hashable, Sendable {
        /// All that was named is named still, and more; or less is named, and nothing else.
        case lengthened, shortened
        /// One thing is named in the place of another.
        case exchanged
    }

    /// How this list came of another, in whatever order they name things; `nil` when one is none, or more differs.
    ///
    /// A list is a text of two things or more between commas or semicolons, of at most six words each: what is longer is a sentence.
    package func listEdit(from other: Value) -> ListEdit? {
        guard content == .text, other.content == .text else { return nil }
        let (items, others) = (TextForm(text).items, TextForm(other.text).items)
        guard [items, others].allSatisfy({ $0.count > 1 && $0.allSatisfy { $0.count <= 6 } }) else { return nil }
        let (come, gone) = (Set(items).subtracting(others).count, Set(others).subtracting(items).count)
        switch (gone, come) {
        case (0, 1...): return .lengthened
        case (1..., 0): return .shortened
        case (1, 1): return items.count == others.count && items.count > 2 ? .exchanged : nil
        default: return nil
        }
    }
}
