/// How many letters must be put in, taken out or replaced to make one word of another (Levenshtein 1965).
package enum EditDistance {
    /// The distance of two short words; quadratic time.
    package static func between(_ a: String, _ b: String) -> Int {
        let (a, b) = (Array(a), Array(b))
        var row = Array(0...b.count)
        for (i, letter) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in b.enumerated() {
                let replaced = diagonal + (letter == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
            }
        }
        return row[b.count]
    }

    /// The nearest of some words, when it is near enough to be what was meant.
    package static func nearest(to word: String, in words: some Sequence<String>) -> String? {
        let ranked = words.map { ($0, between($0.lowercased(), word.lowercased())) }.min { ($0.1, $0.0) < ($1.1, $1.0) }
        return ranked.flatMap { $0.1 <= max(1, word.count / 3) ? $0.0 : nil }
    }
}
