/// Finds base forms by part of speech: exceptions, endings that are replaced, and an index of the words there are.
///
/// Source: Princeton WordNet, "morphy", https://wordnet.princeton.edu/documentation/morphy7wn.
struct Lemmatizer: Sendable {
    private struct Tables: Sendable {
        let endings: [(old: String, new: String)]
        let exceptions: WordTable
        let index: WordTable
    }

    private var tables: [PartOfSpeech: Tables] = [:]
    /// Whether features tell base forms, as they do in English pipelines.
    private let knowsBaseForms: Bool

    init(_ file: ModelFile) throws(ModelError) {
        var reader = try file.section("lemmas")
        knowsBaseForms = try reader.number() != 0
        for _ in 0..<(try reader.count()) {
            let name = try reader.string()
            var endings: [(old: String, new: String)] = []
            for _ in 0..<(try reader.count()) { endings.append((try reader.string(), try reader.string())) }
            let exceptions = try WordTable(file.bytes, try reader.blob(), section: "lemmas")
            let index = try WordTable(file.bytes, try reader.blob(), section: "lemmas")
            guard let part = PartOfSpeech(rawValue: name.uppercased()) else {
                throw reader.failure("\(name) is no part of speech")
            }
            tables[part] = Tables(endings: endings, exceptions: exceptions, index: index)
        }
    }

    /// The base form of a word; `nil` for the part of speech is a word that no rule gave one.
    func lemma(of word: Lexeme, _ part: PartOfSpeech?, _ features: FormFeatures) -> String {
        guard let part, part != .space, !isBaseForm(part, features) else { return word.lower }
        guard let tables = tables[part] else { return part == .properNoun ? word.text : word.lower }
        var (known, unknown): ([Spelling], String?) = ([], nil)
        let letters = word.lower.utf8
        for (old, new) in tables.endings
        where letters.count >= old.utf8.count && letters.suffix(old.utf8.count).elementsEqual(old.utf8) {
            let form = String(decoding: letters.dropLast(old.utf8.count), as: UTF8.self) + new
            if form.isEmpty { continue }
            if !form.isAlphabetic || tables.index.contains(form) {
                known.append(Spelling(form))
            } else if unknown == nil {
                unknown = form
            }
        }
        // Exceptions are put before the forms one by one, so the last that is new comes first.
        let exception = tables.exceptions.values(of: word.lower).last { !known.contains(Spelling($0)) }
        return exception ?? known.first?.text ?? unknown ?? word.text
    }

    private func isBaseForm(_ part: PartOfSpeech, _ features: FormFeatures) -> Bool {
        guard knowsBaseForms else { return false }
        switch part {
        case .noun where features.contains(.isSingular): return true
        case .verb where features.contains([.isFinite, .isPresent]) && !features.contains(.hasNumber): return true
        default: return !features.isDisjoint(with: [.isInfinitive, .isNoVerbForm, .isPositive])
        }
    }
}

extension PartOfSpeech {
    /// Its place among all.
    var number: Int { Self.numbers[self] ?? 0 }

    private static let numbers = Dictionary(uniqueKeysWithValues: zip(allCases, 0...))
}
