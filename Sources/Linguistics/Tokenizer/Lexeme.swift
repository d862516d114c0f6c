/// What the model looks at in a token.
enum WordFeature: Int, Sendable, CaseIterable {
    case norm, prefix, suffix, shape, isFollowedBySpace, isSpace

    /// A feature by the model's name for it.
    init?(name: String) {
        let names = ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"]
        guard let number = names.firstIndex(of: name) else { return nil }
        self.init(rawValue: number)
    }
}

/// A word as the model knows it, apart from where it stands.
struct Lexeme: Sendable {
    let text: String
    let lower: String
    let norm: String
    let isSpace: Bool
    /// The number of each ``WordFeature``, as if no space followed.
    let features: [UInt64]
    /// The cases of the tokenizer that may have it as their first token.
    let phrases: [Int]
    /// The rules of the attribute ruler that ask for its letters.
    let rules: [Int]

    /// The number of a feature where a space follows or not.
    func feature(_ feature: WordFeature, isFollowedBySpace: Bool) -> UInt64 {
        feature == .isFollowedBySpace ? (isFollowedBySpace ? 1 : 0) : features[feature.rawValue]
    }
}
