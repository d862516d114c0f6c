import Facts

/// What somebody who mistyped a word may have meant.
enum Suggestion {
    /// The nearest of some words, when it is near; two neighbouring letters swapped are the commonest slip of all.
    static func nearest(to word: String, in words: [String]) -> String? {
        let letters = word.lowercased().sorted()
        let swapped = words.filter { other in
            other.lowercased().sorted() == letters
                && EditDistance.between(other.lowercased(), word.lowercased()) <= 2
        }
        return swapped.min() ?? EditDistance.nearest(to: word, in: words)
    }
}
