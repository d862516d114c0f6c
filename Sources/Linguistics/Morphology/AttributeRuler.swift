/// Rules that follow from tag, word and dependency: the part of speech, morphological features, and some lemmas.
struct AttributeRuler: Sendable {
    /// One test of one token.
    private struct Condition: Sendable {
        let attribute: String
        let isNegated: Bool
        let values: Set<String>
        /// What the value must match instead; `nil` for a list of values.
        let pattern: Pattern?

        /// Whether the values are all that it holds for.
        var isList: Bool { !isNegated && pattern == nil }

        func holds(_ value: String) -> Bool {
            guard let pattern else { return values.contains(value) != isNegated }
            return pattern.firstMatch(in: Array(value.unicodeScalars)[...]) != nil
        }
    }

    private struct Rule: Sendable {
        let tokens: [[Condition]]
        let results: [(attribute: String, value: String)]
        let index: Int
    }

    /// What the rules look at and change.
    struct Attributes: Sendable {
        var tag: String
        var label: String
        let lower: String
        let isSpace: Bool
        var partOfSpeech = ""
        var features = ""
        var lemma: String?

        fileprivate func value(_ attribute: String) -> String {
            switch attribute {
            case "TAG": tag
            case "DEP": label
            case "LOWER": lower
            case "IS_SPACE": isSpace ? "1" : "0"
            default: ""
            }
        }

        fileprivate mutating func set(_ attribute: String, _ value: String) {
            switch attribute {
            case "TAG": tag = value
            case "DEP": label = value
            case "POS": partOfSpeech = value
            case "MORPH": features = value == "_" ? "" : value
            case "LEMMA": lemma = value
            default: break
            }
        }
    }

    private let rules: [Rule]
    /// The rules whose first token must have a tag, by tag; without those found by word.
    private var byTag: [String: [Int]] = [:]
    /// The rules whose first token must be one of some words, by word.
    private var byWord: [String: [Int]] = [:]
    private var others: [Int] = []

    init(_ file: ModelFile) throws(ModelError) {
        var rules: [Rule] = []
        for text in try file.strings("ruler.patterns") {
            guard let rule = try Self.rule(text) else { throw ModelError("ruler.patterns", "\(text) is not known") }
            rules.append(rule)
        }
        self.rules = rules
        for (number, rule) in rules.enumerated() {
            let first = rule.tokens.first ?? []
            if let words = first.first(where: { $0.attribute == "LOWER" && $0.isList }) {
                for word in words.values { byWord[word, default: []].append(number) }
            } else if let tags = first.first(where: { $0.attribute == "TAG" && $0.isList }) {
                for tag in tags.values { byTag[tag, default: []].append(number) }
            } else {
                others.append(number)
            }
        }
    }

    private static func rule(_ text: String) throws(ModelError) -> Rule? {
        let parts = text.split(separator: "\u{1C}", omittingEmptySubsequences: false)
        guard parts.count == 3, let index = Int(parts[2]) else { return nil }
        var tokens: [[Condition]] = []
        for token in parts[0].split(separator: "\u{1D}") {
            var conditions: [Condition] = []
            for text in token.split(separator: "\u{1E}") {
                guard let condition = try condition(text) else { return nil }
                conditions.append(condition)
            }
            tokens.append(conditions)
        }
        let results = parts[1].split(separator: "\u{1E}").map { result in
            let sign = result.firstIndex(of: "=") ?? result.endIndex
            return (attribute: String(result[..<sign]), value: String(result[sign...].dropFirst()))
        }
        return Rule(tokens: tokens, results: results, index: index)
    }

    private static func condition(_ text: Substring) throws(ModelError) -> Condition? {
        guard let sign = text.firstIndex(where: { "=!~".contains($0) }) else { return nil }
        let rest = text[text.index(after: sign)...]
        let values = text[sign] == "~" ? [] : rest.split(separator: "\u{1F}", omittingEmptySubsequences: false)
        return Condition(
            attribute: String(text[..<sign]), isNegated: text[sign] == "!", values: Set(values.map(String.init)),
            pattern: text[sign] == "~" ? try Pattern(String(rest)) : nil)
    }

    /// Applies all rules that hold for the tokens as they come in, in the order of the rules.
    func apply(to tokens: inout [Attributes]) {
        var matches: [(rule: Int, start: Int)] = []
        for start in tokens.indices {
            let token = tokens[start]
            let candidates = others + (byTag[token.tag] ?? []) + (byWord[token.lower] ?? [])
            matches += candidates.filter { holds(rules[$0], at: start, tokens) }.map { ($0, start) }
        }
        for (number, start) in matches.sorted(by: { ($0.rule, $0.start) < ($1.rule, $1.start) }) {
            let rule = rules[number]
            for (attribute, value) in rule.results { tokens[start + rule.index].set(attribute, value) }
        }
    }

    private func holds(_ rule: Rule, at start: Int, _ tokens: [Attributes]) -> Bool {
        guard start + rule.tokens.count <= tokens.count else { return false }
        return rule.tokens.indices.allSatisfy { place in
            rule.tokens[place].allSatisfy { $0.holds(tokens[start + place].value($0.attribute)) }
        }
    }
}
