import Facts
import Linguistics

/// Reads a passage sentence by sentence; the passages before it are read for what they speak of only.
struct PassageReader {
    let namer: PredicateNamer
    let sentences: SentenceCache

    /// The claims of a passage.
    func read(_ passage: Passage) -> PassageReading {
        var discourse = Discourse()
        for text in passage.before {
            for sentence in readers(of: text, passage) { sentence.note(in: &discourse) }
        }
        var reading = PassageReading()
        for sentence in readers(of: passage.text, passage) { sentence.read(into: &reading, &discourse) }
        return reading
    }

    /// A reader for each sentence of a passage, in order.
    private func readers(of text: String, _ passage: Passage) -> [SentenceReader] {
        let quotations = QuotationMap(text)
        let times = TimeReader(published: passage.published)
        let found = Self.sentences(of: text)
        return zip(found, sentences.parsed(found.map(\.text))).map { sentence, parsed in
            let range = sentence.range
            return SentenceReader(
                sentence: parsed, report: passage.report, offset: range.lowerBound, isQuoted: quotations.covers(range),
                quotations: quotations.parts(in: range), namer: namer, times: times)
        }
    }

    /// The sentences of a text and their UTF-8 bytes, in order.
    static func sentences(of text: String) -> [(range: Range<Int>, text: String)] {
        let utf8 = text.utf8
        return SentenceSplitter.sentences(in: text).map { range in
            let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
            return (range, String(text[start..<utf8.index(start, offsetBy: range.count)]))
        }
    }
}
