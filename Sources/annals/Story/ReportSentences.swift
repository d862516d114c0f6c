import Extraction
import Facts
import Linguistics

/// The sentences of a report, by where they stand in its bytes.
struct ReportSentences {
    /// A sentence.
    struct Sentence {
        /// Its words.
        let words: String
        /// Its bytes in the report.
        let range: Range<Int>
        /// The line of its first byte, from 1.
        let line: Int
    }

    /// All of them, in the order of the text.
    let all: [Sentence]

    init(of report: Report) {
        let places = report.blocks.filter(\.isProse).flatMap { block in
            SentenceSplitter.sentences(in: block.text).compactMap { range -> (words: String, source: Range<Int>)? in
                let words = String(decoding: Array(block.text.utf8)[range], as: UTF8.self)
                return words.allSatisfy(\.isWhitespace) ? nil : (words, block.map.source(of: range))
            }
        }
        all = places.map { place in
            let line = report.text[..<place.source.lowerBound].count { $0 == 0x0A } + 1
            return Sentence(words: place.words, range: place.source, line: line)
        }
    }

    /// The index of the sentence in which a place begins; `nil` when it begins in none.
    func index(of range: TextRange) -> Int? {
        all.lastIndex { $0.range.lowerBound <= range.start && range.start < $0.range.upperBound }
    }

    /// The words around a place: those of every sentence that it touches; `nil` when it begins in none.
    func words(around range: TextRange) -> String? {
        guard let first = index(of: range) else { return nil }
        let touched = all[first...].prefix { $0.range.lowerBound < max(range.end, range.start + 1) }
        return touched.map(\.words).joined(separator: " ")
    }
}
