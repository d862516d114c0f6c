import Linguistics
import TestSupport
import Testing

@Suite struct `Sentences are found in prose` {
    /// Each text is written with "|" where one sentence ends and the next begins.
    @Test(arguments: [
        "The talks ended.| Both sides went home.", "One sentence only", "It rained! It did.|",
        "Who came?| Nobody did.| The room was empty.", "Maj.-Gen. Amit Levi flew home.| He was tired.",
        "Dr. Noor Haddad met Lt. Col. J. R. Stone.| They spoke.", "The U.S. Navy sent two ships.| The U.K. sent one.",
        "It happened in the U.S.| The sailors were freed.", "He lives in Washington, D.C.| She does not.",
        "The meeting began at 5 p.m. Monday.| It ended late.", "It began at 5 p.m.| Israeli envoys came at six.",
        "It began at 9 a.m. Eastern time.| All came.", "Acme Inc. bought Bolt Ltd. for $3.5 million.| It paid cash.",
        "He paid Acme Inc.| The sum was 3.14 million.", "They bought bread, salt, etc.| Nobody paid.",
        "Bread, salt, etc. were sold.", "On Sept. 3 he left.| By Jan. 2020 she was back.",
        "It closed in Sept.| He reopened it.",
        "Room No. 5 was empty.| No.| Not that one.", "See Fig. 3 and pp. 4-7.| Then rest.",
        "George W. Bush spoke.| So did J. Doe.",
        "Prices rose 2.5 percent.| Wages fell 0.3.", "\"We came.| We saw.\"| He left.",
        "\"Why?\" he asked.| She did not say.",
        "\"Why now?\" Dana Levi asked.| Nobody answered.", "\"Stop!\" the guard shouted.",
        "\"Why now?\"| The guard was silent.",
        "He said there was \"a solution.\"|Israeli envoys agreed.", "There was a solution.|Israeli envoys agreed.",
        "There was a solution.|\"We agree,\" she said.", "Read www.example.Com or mail a.Person@example.org today.",
        "Go to https://example.org/Path.Html now.", "Wait... there is more.", "He waited...| Then he left.",
        "The plan ... Cohen said ... was old.", "The plan [...] Israel made was old.", "He paused…| The room waited.",
        "It ended.[1]| Another began.[2][3]| The last did not.", "It ended.[4]|Another began.",
        "He agreed; she did not; they left.", "(He left early.)| She stayed.", "They came (he did not!) and went.",
        "He met Cohen vs. Levi fans.| It was loud.", "It has bread, i.e. Flour, and water.",
        "Yahoo! News wrote it.| Yahoo! denied it.",
        "They fled.| al-Tanf was empty.", "They sold.| iPhone sales rose.", "1. Bread is sold.| 2. Salt is bought.",
        "It fell in 2014.| It rose in 2015.", "He ran 5.| 6 came.", "The end.| 12 people were hurt.",
        "He said it.| \"we shall see\" was the reply.", "Café prices rose.| Élodie paid.", "שלום עולם.| שלום.",
        "“We came.”| “We saw.”| Both left.", "“Why?” asked she.", "He said: ‘No.’| She left.", "Plan B. It is.|",
        "Rep. Dan Cole and Sen. Ann Hart spoke.", "St. Mary's was full.| Mt. Hope was not.",
        "He has a Ph.D. in physics.",
        "It opened. . .| The doors shut.", "At 8 p.m. GMT it ended.", "Is it?!| Yes.", "Is it?| yes it is",
        "He paid $5.| $6 was due.", "First one • second one • third one",
    ])
    func `each ends where a reader would end it`(marked: String) {
        let expected = expectation(marked)
        let text = marked.filter { $0 != "|" }
        #expect(sentences(text) == expected, "\(marked)")
    }

    private func expectation(_ marked: String) -> [String] {
        switch marked {
        case "Is it?| yes it is": ["Is it? yes it is"]
        case "First one • second one • third one": ["First one", "second one", "third one"]
        case "It rained! It did.|": ["It rained!", "It did."]
        case "Plan B. It is.|": ["Plan B.", "It is."]
        default: marked.split(separator: "|").map { String($0).trimmed }
        }
    }

    @Test func `blank lines and bullets end sentences, single line ends do not`() {
        #expect(
            sentences("A heading\n\nThe first line\nand the second.\n- one\n- two\n") == [
                "A heading", "The first line\nand the second.", "one", "two",
            ])
        #expect(sentences("") == [])
        #expect(sentences(" \n \t ") == [])
    }

    @Test func `an edit in one sentence leaves the others alone`() {
        let all = [
            "The envoy came on Monday.", "He met Dr. Haddad.", "\"It went well,\" he said.", "Nobody replied.",
            "They left.",
        ]
        for index in all.indices {
            for edit in ["", "Gone", "He said \"no.", "Now (see Fig. 3", "\"Why?\" she asked.", "etc.", "..."] {
                var edited = all
                edited[index] = edit
                let found = sentences(edited.joined(separator: " "))
                for other in all.indices where abs(other - index) > 1 { #expect(found.contains(all[other]), "\(edit)") }
            }
        }
    }

    @Test func `a sentence without end is cut at clauses, words or scalars`() {
        let limit = SentenceSplitter.maximumByteCount
        for part in [
            "of words, and ", "of words and ", "é", "x", "; no", ". a", "\"", "...", "[1]", ".\"", "! ", "\u{A0}",
        ] {
            let text = String(repeating: part, count: 20_000)
            let found = SentenceSplitter.sentences(in: text)
            #expect(found.allSatisfy { $0.count <= limit && !$0.isEmpty })
            #expect(found.allSatisfy { String(bytes: Array(text.utf8)[$0]) != nil })
        }
        let clauses = SentenceSplitter.sentences(in: String(repeating: "they came, and then ", count: 200))
        #expect(clauses.dropLast().allSatisfy { $0.count > limit / 2 })
        #expect(sentences(String(repeating: "they came, and then ", count: 200)).first?.hasSuffix("came,") == true)
    }

    @Test(arguments: UInt64(0)..<60)
    func `any text is covered once, in order, at scalar boundaries`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "word", "Word", "5", ".", "?", "!", "\"", "'", "”", "“", "(", ")", "[1]", "…", " ", " ", " ", "\n", "•",
            "- ",
            "U.S.", "Dr.", "p.m.", "é", "א", "\u{A0}", ",", ";", "said", "\u{FEFF}", "👍🏽", "\u{0301}", "\0",
        ]
        let text = (0..<Int.random(in: 0...120, using: &random)).map { _ in random.pick(pieces) }.joined()
        let bytes = Array(text.utf8)
        var end = 0
        for range in SentenceSplitter.sentences(in: text) {
            #expect(range.lowerBound >= end && range.upperBound <= bytes.count && !range.isEmpty, "seed \(seed)")
            #expect(String(bytes: bytes[range]) != nil, "seed \(seed)")
            end = range.upperBound
        }
        #expect(SentenceSplitter.sentences(in: text) == SentenceSplitter.sentences(in: text), "seed \(seed)")
    }

    private func sentences(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return SentenceSplitter.sentences(in: text).map { String(decoding: bytes[$0], as: UTF8.self) }
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    fileprivate init?(bytes: some Collection<UInt8>) {
        self.init(validating: bytes, as: UTF8.self)
    }
}
