/// CoNLL-U, the exchange format of parsed text: one token a line, ten fields, an empty line between sentences.
///
/// A sentence comment `# text = …` gives the words as they stood; `SpaceAfter=No` and `NER=B-PERSON` stand in the last field.
/// Heads count from 1 inside their sentence; 0 is the root.
///
/// Source: https://universaldependencies.org/format.html.
extension ParsedText {
    /// Reads tokens as they were written by ``conllu``; `nil` where a line has too few fields or a head is not in its sentence.
    ///
    /// The text is the tokens with their spaces; nothing else of white space is kept.
    package init?(conllu: String) {
        var text = ""
        var tokens: [Token] = []
        var entities: [NamedEntity] = []
        var sentences: [Range<Int>] = []
        var start = 0
        for line in (conllu + "\n\n").split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty {
                if start < tokens.count { sentences.append(start..<tokens.count) }
                start = tokens.count
            } else if !line.hasPrefix("#") {
                let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                guard fields.count == 10, let head = Int(fields[6]) else { return nil }
                let notes = fields[9].split(separator: "|").map(String.init)
                let from = text.utf8.count
                text += fields[1]
                let hasSpace = !notes.contains("SpaceAfter=No")
                var token = Token(
                    range: from..<text.utf8.count, text: fields[1], isFollowedBySpace: hasSpace,
                    norm: fields[1].lowercased())
                if hasSpace { text += " " }
                token.lemma = fields[2]
                token.partOfSpeech = PartOfSpeech(rawValue: fields[3]) ?? .other
                token.tag = fields[4]
                token.head = head == 0 ? tokens.count : start + head - 1
                token.label = DependencyLabel(rawValue: fields[7])
                for note in notes where note.hasPrefix("NER=") {
                    let label = String(note.dropFirst(6))
                    if note.hasPrefix("NER=I-"), let last = entities.last, last.tokens.upperBound == tokens.count {
                        entities[entities.count - 1] = NamedEntity(
                            tokens: last.tokens.lowerBound..<(tokens.count + 1), label: last.label)
                    } else {
                        entities.append(NamedEntity(tokens: tokens.count..<(tokens.count + 1), label: label))
                    }
                }
                tokens.append(token)
            }
        }
        guard tokens.allSatisfy({ tokens.indices.contains($0.head) }) else { return nil }
        self.init(text: text, tokens: tokens, entities: entities, sentences: sentences)
    }

    /// The tokens in CoNLL-U, sentence by sentence.
    package var conllu: String {
        sentences.map { sentence in
            let bytes = self.words(of: sentence.lowerBound...(sentence.upperBound - 1))
            let comment = "# text = " + bytes.split(whereSeparator: \.isNewline).joined(separator: " ") + "\n"
            return comment + sentence.map { line($0, in: sentence) }.joined() + "\n"
        }.joined()
    }

    private func line(_ index: Int, in sentence: Range<Int>) -> String {
        let token = tokens[index]
        var notes: [String] = token.isFollowedBySpace ? [] : ["SpaceAfter=No"]
        if let entity = entity(at: index) {
            notes.append("NER=\(entity.tokens.lowerBound == index ? "B" : "I")-\(entity.label)")
        }
        let fields = [
            "\(index - sentence.lowerBound + 1)", token.text, token.lemma, token.partOfSpeech.rawValue, token.tag, "_",
            token.head == index ? "0" : "\(token.head - sentence.lowerBound + 1)", token.label.rawValue, "_",
            notes.isEmpty ? "_" : notes.joined(separator: "|"),
        ]
        return fields.joined(separator: "\t") + "\n"
    }
}
