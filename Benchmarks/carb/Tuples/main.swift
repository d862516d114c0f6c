import Extraction
import Linguistics

// Reads sentences, one a line, and prints their tuples: the number of the line, the confidence, the relation and the
// arguments, between tabs. Words of the sentence are UTF-8 byte ranges, "4-7 9-12"; a word that is not in it follows "=".

func fields(_ words: Tuple.Words, in text: ParsedText) -> String {
    switch words {
    case .supplied(let word): "=" + word
    case .tokens(let tokens):
        tokens.map { "\(text.tokens[$0].range.lowerBound)-\(text.tokens[$0].range.upperBound)" }.joined(separator: " ")
    }
}

let pipeline = try Pipeline.english()
var number = 0
while let line = readLine() {
    number += 1
    let text = pipeline.parse(sentence: line)
    for tuple in TupleWriter.tuples(in: text) {
        let parts = [tuple.relation] + tuple.arguments
        print((["\(number)", "\(tuple.confidence)"] + parts.map { fields($0, in: text) }).joined(separator: "\t"))
    }
}
