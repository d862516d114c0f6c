/// Looks for words in the sentences of reports, whatever their case and diacritics.
package struct SentenceSearch: Sendable {
    /// A sentence that has the words.
    package struct Found: Hashable, Sendable {
        /// The sentence, with single spaces between its words.
        package let sentence: String
        /// The line in which it starts among the report's words, from 1.
        package let line: Int
        /// Where it stands among the report's words, in UTF-8 bytes.
        package let place: Range<Int>
    }

    /// Words that stand side by side, in the form of ``Report/searchedSentences``; the last of them may go on.
    package let phrases: [[String]]

    /// Words to look for, all of them in one sentence; a text of several words asks for them side by side, and each text's last word
    /// may go on.
    ///
    /// - Returns: `nil` when there is no letter or digit to look for.
    package init?(_ texts: [String]) {
        phrases = texts.map(SearchedWords.words).filter { !$0.isEmpty }
        if phrases.isEmpty { return nil }
    }

    /// The sentences of a report that have the words, in their order.
    ///
    /// - Parameter places: places of the report's stored bytes; sentences that touch one of them are left out.
    package func sentences(in report: Report, besides places: [TextRange] = []) -> [Found] {
        let words = ReportWords(report)
        let text = words.bytes
        let body = report.bodyStart(of: text)
        let folded = Array(SearchedWords.folded(String(decoding: text[body...], as: UTF8.self)).utf8)
        guard phrases.joined().allSatisfy({ !folded.occurrences(of: Array($0.utf8)).isEmpty }) else { return [] }
        let known = places.map { words.range(of: $0.start..<$0.end) }
        return SentenceContext.sentences(of: text, from: body).compactMap { place in
            guard !known.contains(where: { $0.overlaps(place) }) else { return nil }
            let sentence = String(decoding: text[place], as: UTF8.self)
            let said = SearchedWords.words(of: sentence)
            guard phrases.allSatisfy({ Self.stands($0, in: said) }) else { return nil }
            return Found(
                sentence: sentence.split(whereSeparator: \.isWhitespace).joined(separator: " "),
                line: text[..<place.lowerBound].count { $0 == 0x0A } + 1, place: place)
        }
    }

    private static func stands(_ phrase: [String], in words: [String]) -> Bool {
        guard phrase.count <= words.count, let last = phrase.last else { return false }
        return (0...(words.count - phrase.count)).contains { start in
            words[start + phrase.count - 1].hasPrefix(last) && zip(phrase.dropLast(), words[start...]).allSatisfy(==)
        }
    }
}
