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
///
/// A class, for every place where the word stands shares it, and copies of its six references would cost more than the rest.
final class Lexeme: Sendable {
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

    init(
        text: String, lower: String, norm: String, isSpace: Bool, features: [UInt64], phrases: [Int], rules: [Int]
    ) {
        (self.text, self.lower, self.norm, self.isSpace) = (text, lower, norm, isSpace)
        (self.features, self.phrases, self.rules) = (features, phrases, rules)
    }

    /// The number of a feature where a space follows or not.
    func feature(_ feature: WordFeature, isFollowedBySpace: Bool) -> UInt64 {
        feature == .isFollowedBySpace ? (isFollowedBySpace ? 1 : 0) : features[feature.rawValue]
    }
}
