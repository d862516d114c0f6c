@testable import Facts
import Testing

@Suite struct `A sentence ends` {
    private func sentences(of text: String) -> [String] {
        let bytes = Array(text.utf8)
        return SentenceContext.sentences(of: bytes, from: 0).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    @Test(arguments: [
        ["The ship left.", "It came back!", "Why?", "Nobody knows"],
        ["They met in Doha.", "“We agreed.”", "“On what?”", "They would not say."],
        ["(It was late.)", "The guests left."],
        ["Plan 9.", "7 boats."],
        ["No stop\n\nin a heading"],
    ])
    func `after an end mark and white space`(parts: [String]) {
        #expect(sentences(of: parts.joined(separator: " ")) == parts.flatMap { $0.components(of: "\n\n") })
        #expect(sentences(of: parts.joined(separator: "\n")) == parts.flatMap { $0.components(of: "\n\n") })
    }

    @Test(arguments: [
        "Maj.-Gen. Herzog and Dr. Adler met on Feb. 22 in Doha.", "J. R. Stone of the U.S. Navy left.",
        "It costs approx. five pounds, e.g. in the harbour.", "“Who is there?” asked the guard.",
        "Lines that were wrapped\nat some width\ngo on.",
    ])
    func `not where the stop belongs to its word, or the words go on`(sentence: String) {
        #expect(sentences(of: sentence) == [sentence])
    }

    @Test func `with its line where lines are paragraphs`() {
        let long = String(repeating: "many words ", count: 12) + "in a line"
        #expect(sentences(of: "\(long)\n(photo: harbour office)\n\(long)") == [long, "(photo: harbour office)", long])
        // Letters of two bytes do not make a line longer.
        let arabic = String(repeating: "سفن ", count: 16) + "سفن"
        #expect(sentences(of: "\(arabic)\n\(arabic)") == ["\(arabic)\n\(arabic)"])
    }

    @Test func `nowhere outside a text of any bytes`() {
        for text in ["", ".", ". ", " .\n", ".. ..", "\u{E9}. \u{E9}", "\n\n\n", "’ ’"] {
            let bytes = Array(text.utf8)
            let found = SentenceContext.sentences(of: bytes, from: 0)
            #expect(found.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= bytes.count && !$0.isEmpty })
        }
    }
}

extension String {
    fileprivate func components(of separator: String) -> [String] {
        split(separator: separator).map(String.init)
    }
}
