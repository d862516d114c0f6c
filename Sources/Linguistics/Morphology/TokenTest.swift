/// What a rule of the attribute ruler asks of one token.
struct TokenTest: Sendable {
    private enum Test: Sendable {
        case oneOf(Set<Spelling>)
        case noneOf(Set<Spelling>)
        case pattern(TextPattern, [CharacterClass])

        func holds(_ text: Spelling) -> Bool {
            switch self {
            case .oneOf(let words): return words.contains(text)
            case .noneOf(let words): return !words.contains(text)
            case .pattern(let pattern, let classes):
                let letters = text.text.unicodeScalars.map(\.value)
                return pattern.match(in: letters, 0..<letters.count, from: 0, classes) != nil
            }
        }
    }

    private var text: Test?
    private var lower: Test?
    private var space: Test?
    /// For each tag and label, whether it is allowed.
    private var tags: [Bool]
    private var labels: [Bool]

    init(
        _ reader: inout ByteReader, _ patterns: PatternTable, _ tags: [String], _ labels: [String]
    ) throws(ModelError) {
        self.tags = tags.map { _ in true }
        self.labels = labels.map { _ in true }
        for _ in 0..<(try reader.count()) {
            let attribute = try reader.number()
            let test = try Self.test(&reader, patterns)
            switch attribute {
            case 0: text = test
            case 1: lower = test
            case 2: self.tags = tags.map { test.holds(Spelling($0)) }
            case 3: self.labels = labels.map { test.holds(Spelling($0)) }
            case 4: space = test
            default: throw reader.failure("an attribute is unknown")
            }
        }
    }

    private static func test(_ reader: inout ByteReader, _ patterns: PatternTable) throws(ModelError) -> Test {
        switch try reader.number() {
        case 0: return .oneOf(Set(try reader.strings().map(Spelling.init)))
        case 1: return .noneOf(Set(try reader.strings().map(Spelling.init)))
        case 2: return .pattern(try patterns.pattern(try reader.number()), patterns.classes)
        default: throw reader.failure("a test is unknown")
        }
    }

    /// Whether it asks for more than tag and label.
    var asksForLetters: Bool { text != nil || lower != nil || space != nil }

    /// The words in lower case of which it asks for one, if it does.
    var words: Set<Spelling>? {
        guard case .oneOf(let words) = lower else { return nil }
        return words
    }

    func allows(tag: Int) -> Bool { tags[tag] }

    func allows(label: Int) -> Bool { labels[label] }

    func allows(_ text: Spelling, lower: String, isSpace: Bool) -> Bool {
        // The model's file writes what a condition on white space wants as Python does.
        self.text?.holds(text) != false && self.lower?.holds(Spelling(lower)) != false
            && space?.holds(Spelling(isSpace ? "True" : "False")) != false
    }
}
