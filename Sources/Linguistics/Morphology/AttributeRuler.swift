/// Rules that follow from tag, word and dependency: the part of speech, features of the form, and some base forms.
struct AttributeRuler: Sendable {
    /// What a rule sets.
    struct Settings: Sendable {
        var partOfSpeech: PartOfSpeech?
        var tag: String?
        var lemma: String?
        var features: FormFeatures?
        var label: String?
    }

    private struct Rule: Sendable {
        let tokens: [TokenTest]
        /// The token that is changed, counted from the first.
        let target: Int
        let settings: Settings
    }

    private var rules: [Rule] = []
    /// For each tag, the rules that ask for no letters of their first token.
    private var rulesOfTag: [[Int]] = []
    /// The rules that ask for one of some words in lower case first, by the word.
    private var rulesOfWord: [Spelling: [Int]] = [:]
    /// The rules that ask otherwise for letters of their first token.
    private var rulesOfLetters: [Int] = []

    init(
        _ file: ModelFile, _ patterns: PatternTable, tags: [String], labels: [String]
    ) throws(ModelError) {
        var reader = try file.section("ruler")
        for _ in 0..<(try reader.count()) {
            let target = try reader.number()
            let settings = try Self.settings(&reader)
            for _ in 0..<(try reader.count()) {
                var tokens: [TokenTest] = []
                for _ in 0..<(try reader.count()) { tokens.append(try TokenTest(&reader, patterns, tags, labels)) }
                guard !tokens.isEmpty, target < tokens.count else {
                    throw reader.failure("a rule changes no token of its own")
                }
                rules.append(Rule(tokens: tokens, target: target, settings: settings))
            }
        }
        for (number, rule) in rules.enumerated() where rule.tokens[0].asksForLetters {
            if let words = rule.tokens[0].words {
                for word in words { rulesOfWord[word, default: []].append(number) }
            } else {
                rulesOfLetters.append(number)
            }
        }
        rulesOfTag = tags.indices.map { tag in
            rules.indices.filter { !rules[$0].tokens[0].asksForLetters && rules[$0].tokens[0].allows(tag: tag) }
        }
    }

    private static func settings(_ reader: inout ByteReader) throws(ModelError) -> Settings {
        var settings = Settings()
        for _ in 0..<(try reader.count()) {
            let (attribute, value) = (try reader.number(), try reader.string())
            switch attribute {
            case 0: settings.partOfSpeech = PartOfSpeech(rawValue: value)
            case 1: settings.tag = value
            case 2: settings.lemma = value
            case 3: settings.features = FormFeatures(value)
            case 4: settings.label = value
            default: throw reader.failure("an attribute is unknown")
            }
        }
        return settings
    }

    /// The rules that ask for letters of their first token and find them in a word.
    func rules(_ text: Spelling, _ lower: String, _ isSpace: Bool) -> [Int] {
        let candidates = (rulesOfWord[Spelling(lower)] ?? []) + rulesOfLetters
        return candidates.filter { rules[$0].tokens[0].allows(text, lower: lower, isSpace: isSpace) }
    }

    /// What the rules set for each token; where several set the same, the last rule counts.
    func apply(to tokens: [Lexeme], tags: [Int], labels: [Int]) -> [Settings] {
        var settings = [Settings](repeating: Settings(), count: tokens.count)
        // A rule may change a token after the one where it begins, so its number is kept and compared.
        var ranks = [Int](repeating: -1, count: 5 * tokens.count)
        for start in tokens.indices {
            for number in rulesOfTag[tags[start]] { consider(number, start, tokens, tags, labels, &settings, &ranks) }
            for number in tokens[start].rules { consider(number, start, tokens, tags, labels, &settings, &ranks) }
        }
        return settings
    }

    private func consider(
        _ number: Int, _ start: Int, _ tokens: [Lexeme], _ tags: [Int], _ labels: [Int], _ settings: inout [Settings],
        _ ranks: inout [Int]
    ) {
        let rule = rules[number]
        guard start + rule.tokens.count <= tokens.count else { return }
        for (offset, test) in rule.tokens.enumerated() {
            let place = start + offset
            guard test.allows(tag: tags[place]), test.allows(label: labels[place]) else { return }
            let word = tokens[place]
            // The letters of the first are known to be right.
            if offset > 0, !test.allows(Spelling(word.text), lower: word.lower, isSpace: word.isSpace) { return }
        }
        let place = start + rule.target
        func mayset(_ attribute: Int) -> Bool {
            defer { ranks[5 * place + attribute] = max(ranks[5 * place + attribute], number) }
            return number > ranks[5 * place + attribute]
        }
        if let part = rule.settings.partOfSpeech, mayset(0) { settings[place].partOfSpeech = part }
        if let tag = rule.settings.tag, mayset(1) { settings[place].tag = tag }
        if let lemma = rule.settings.lemma, mayset(2) { settings[place].lemma = lemma }
        if let features = rule.settings.features, mayset(3) { settings[place].features = features }
        if let label = rule.settings.label, mayset(4) { settings[place].label = label }
    }
}

/// The features of a word's form that its base form depends on.
struct FormFeatures: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }

    static let hasNumber = Self(rawValue: 1)
    static let isSingular = Self(rawValue: 2)
    static let isInfinitive = Self(rawValue: 4)
    static let isFinite = Self(rawValue: 8)
    static let isPresent = Self(rawValue: 16)
    static let isPositive = Self(rawValue: 32)
    /// `VerbForm=None`, which some tag sets have.
    static let isNoVerbForm = Self(rawValue: 64)

    /// From the form in which they are written, `Number=Sing|Person=3`.
    init(_ text: String) {
        let names: [String: Self] = [
            "Number=Sing": .isSingular, "VerbForm=Inf": .isInfinitive, "VerbForm=Fin": .isFinite,
            "Tense=Pres": .isPresent,
            "Degree=Pos": .isPositive, "VerbForm=None": .isNoVerbForm,
        ]
        self = []
        for feature in text.split(separator: "|") {
            if feature.hasPrefix("Number=") { insert(.hasNumber) }
            if let known = names[String(feature)] { insert(known) }
        }
    }
}
