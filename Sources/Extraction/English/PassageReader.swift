import Facts
import Linguistics

/// Reads a passage sentence by sentence; the passages before it are read for what they speak of only.
struct PassageReader {
    let namer: PredicateNamer
    let parse: (String) -> ParsedText

    /// The claims of a passage.
    func read(_ passage: Passage) -> PassageReading {
        var discourse = Discourse()
        var context = PassageReading()
        for text in passage.before { read(text, passage, into: &context, &discourse) }
        var reading = PassageReading()
        read(passage.text, passage, into: &reading, &discourse)
        return reading
    }

    private func read(
        _ text: String, _ passage: Passage, into reading: inout PassageReading, _ discourse: inout Discourse
    ) {
        let quotations = QuotationMap(text)
        let utf8 = text.utf8
        for range in SentenceSplitter.sentences(in: text) {
            let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
            let sentence = String(text[start..<utf8.index(start, offsetBy: range.count)])
            let reader = SentenceReader(
                text: TreeRepair.repaired(parse(sentence)), report: passage.report, offset: range.lowerBound,
                isQuoted: quotations.covers(range), quotations: quotations.parts(in: range), namer: namer,
                times: TimeReader(published: passage.published))
            reader.read(into: &reading, &discourse)
        }
    }
}
