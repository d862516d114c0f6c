extension String {
    /// Whether this is written as a name in a script with capitals: "Qatar", "Tamim bin Hamad Al Thani", "al-Udeid", "F-16".
    var isName: Bool {
        let words = split(separator: " ")
        guard let first = words.first, let last = words.last, words.count <= 7 else { return false }
        return first.hasLetter && !Self.particles.contains(String(last)) && words.contains(where: \.hasCapital)
            && words.allSatisfy { $0.hasCapital || Self.particles.contains(String($0)) || !$0.hasLetter }
    }

    /// Whether this describes somebody or something rather than names it: "top Qatari officials", "chief of the Mossad".
    ///
    /// Never in a script without capitals, where nothing tells.
    var isDescription: Bool { !isName && unicodeScalars.contains(where: \.properties.isCased) }

    /// Lower-case words that stand inside names.
    private static let particles: Set<String> = [
        "abu", "al", "ben", "bin", "bint", "da", "de", "del", "der", "el", "for", "ibn", "la", "le", "of", "the", "van",
        "von",
    ]
}

extension Substring {
    fileprivate var hasLetter: Bool { unicodeScalars.contains(where: \.properties.isAlphabetic) }
    fileprivate var hasCapital: Bool { unicodeScalars.contains(where: \.properties.isUppercase) }
}
