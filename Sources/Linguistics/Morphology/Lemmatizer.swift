/// Finds base forms by exceptions, suffix rules and an index of words, for each part of speech.
///
/// Source: WordNet's morphy, https://wordnet.princeton.edu/documentation/morphy7wn.
struct Lemmatizer: Sendable {
    private struct Tables: Sendable {
        var rules: [(old: String, new: String)] = []
        var exceptions: WordList?
        var index: WordList?
    }

    private var tables: [String: Tables] = [:]
    /// Whether English tells base forms by their features.
    private let knowsBaseForms: Bool

    init(_ file: ModelFile, language: String) throws(ModelError) {
        knowsBaseForms = language == "en"
        for part in PartOfSpeech.allCases {
            let name = part.rawValue.lowercased()
            var entry = Tables()
            if file.has("lemmas.\(name).rules") {
                for text in try file.strings("lemmas.\(name).rules") {
                    let halves = text.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
                    guard halves.count == 2 else { throw ModelError("lemmas.\(name).rules", "\(text) is not a rule") }
                    entry.rules.append((halves[0], halves[1]))
                }
            }
            if file.has("lemmas.\(name).exceptions") {
                entry.exceptions = try WordList(file, "lemmas.\(name).exceptions")
            }
            if file.has("lemmas.\(name).index") { entry.index = try WordList(file, "lemmas.\(name).index") }
            if !entry.rules.isEmpty || entry.exceptions != nil || entry.index != nil { tables[part.rawValue] = entry }
        }
    }

    /// The base form of a word.
    ///
    /// - Parameters:
    ///   - part: its universal part of speech; empty when it has none.
    ///   - features: its morphological features, `Number=Sing|Tense=Past`.
    func lemma(of word: String, part: String, features: String) -> String {
        let lower = word.lowercased()
        if part.isEmpty || part == "SPACE" || isBaseForm(part, features) { return lower }
        guard let tables = tables[part] else { return part == "PROPN" ? word : lower }
        var known: [String] = []
        var unknown: [String] = []
        for (old, new) in tables.rules where lower.hasScalarSuffix(old) {
            let form = String(String.UnicodeScalarView(lower.unicodeScalars.dropLast(old.unicodeScalars.count))) + new
            guard !form.isEmpty else { continue }
            if !form.isAlphabetic || tables.index?.entry(form) != nil {
                known.append(form)
            } else {
                unknown.append(form)
            }
        }
        let exceptions = tables.exceptions?.entry(lower) ?? []
        // Exceptions come first, the last of them foremost.
        if let first = exceptions.last(where: { !known.contains($0) }) { return first }
        return known.first ?? unknown.first ?? word
    }

    private func isBaseForm(_ part: String, _ features: String) -> Bool {
        guard knowsBaseForms else { return false }
        let pairs = features.split(separator: "|").map { $0.split(separator: "=") }
        func value(_ name: String) -> Substring? { pairs.first { $0.count == 2 && $0[0] == name }?[1] }
        if part == "NOUN", value("Number") == "Sing" { return true }
        if part == "VERB", value("VerbForm") == "Fin", value("Tense") == "Pres", value("Number") == nil { return true }
        return value("VerbForm") == "Inf" || value("VerbForm") == "None" || value("Degree") == "Pos"
    }
}

/// Sorted words of a model, some with words of their own, front-coded in groups; looked up where they are stored.
struct WordList: Sendable {
    private let file: ModelFile
    private let groups: [Range<Int>]

    init(_ file: ModelFile, _ name: String) throws(ModelError) {
        self.file = file
        groups = try file.byteStrings(name)
    }

    /// What follows a word in the list: an empty list when nothing does, `nil` when the word is not in it.
    func entry(_ word: String) -> [String]? {
        let wanted = Array(word.utf8)
        var (low, high) = (0, groups.count)
        while low < high {
            let middle = (low + high) / 2
            if first(of: groups[middle]).lexicographicallyPrecedes(wanted) || first(of: groups[middle]) == wanted {
                low = middle + 1
            } else {
                high = middle
            }
        }
        // An entry with words of its own sorts after the bare word, so it may be the first of the next group.
        for group in [low - 1, low] where groups.indices.contains(group) {
            if let found = find(wanted, in: groups[group]) { return found }
        }
        return nil
    }

    private func first(of group: Range<Int>) -> [UInt8] {
        var result: [UInt8] = []
        _ = walk(group) { entry in
            result = Array(entry.prefix { $0 != 0x1F })
            return true
        }
        return result
    }

    private func find(_ wanted: [UInt8], in group: Range<Int>) -> [String]? {
        var found: [String]?
        _ = walk(group) { entry in
            guard entry.starts(with: wanted), entry.count == wanted.count || entry[wanted.count] == 0x1F else {
                return false
            }
            found = entry.dropFirst(wanted.count + 1).split(separator: 0x1F).map { String(decoding: $0, as: UTF8.self) }
            return true
        }
        return found
    }

    /// Goes through the entries of a group until one is accepted.
    private func walk(_ group: Range<Int>, _ accept: ([UInt8]) -> Bool) -> Bool {
        let bytes = file.bytes(group)
        var entry: [UInt8] = []
        var position = 0
        while position < bytes.count {
            let shared = Int(bytes[position] >> 4)
            var rest = Int(bytes[position] & 15)
            position += 1
            if rest == 15, position < bytes.count {
                rest += Int(bytes[position])
                position += 1
            }
            let end = min(bytes.count, position + rest)
            entry.removeLast(max(0, entry.count - shared))
            entry += bytes[position..<end]
            position = end
            if accept(entry) { return true }
        }
        return false
    }
}

extension String {
    fileprivate func hasScalarSuffix(_ suffix: String) -> Bool {
        unicodeScalars.reversed().starts(with: suffix.unicodeScalars.reversed())
    }

    /// Whether it is letters alone.
    fileprivate var isAlphabetic: Bool {
        unicodeScalars.allSatisfy {
            [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter].contains(
                $0.properties.generalCategory)
        }
    }
}
