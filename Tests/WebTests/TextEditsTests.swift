import Facts
import Rendering
import Testing

@testable import Web

@Suite struct TextEditsTests {
    private static func text(_ paragraphs: String...) -> ReportText { text(paragraphs) }

    private static func text(_ paragraphs: [String]) -> ReportText {
        ReportText(
            paragraphs.map { text in
                let words = Array(text.utf8)
                return .init(.words, words: words, map: SourceMap(identityOf: 0..<words.count), line: 1)
            })
    }

    private static let told = (
        removed: #"<bdi class="unseen">removed: </bdi>"#, added: #"<bdi class="unseen">added: </bdi>"#
    )

    @Test func `what a paragraph says otherwise is told word by word, between the neighbours that stayed`() {
        let edits = TextEdits(
            from: Self.text("One.", "Two.", "The harbour was closed on Monday morning.", "Four.", "Five."),
            to: Self.text("One.", "Two.", "The harbour was closed on Tuesday morning.", "Four.", "Five."))
        let html = edits.html.source
        #expect(
            html.contains(
                "The harbour was closed on <del>\(Self.told.removed)Monday</del><ins>\(Self.told.added)Tuesday</ins> morning."
            ))
        #expect(
            html.contains(">Two.</p>") && html.contains(">Four.</p>") && !html.contains("One.")
                && !html.contains("Five."))
        #expect(html.matches(of: #/1 paragraph as before/#).count == 2)
        #expect(edits.summary == "1 paragraph edited.")
    }

    @Test func `a paragraph that came and one that went are told whole`() {
        let edits = TextEdits(
            from: Self.text("Stays.", "Ships waited in the roads all night."),
            to: Self.text("Nobody from the company could be reached.", "Stays."))
        let html = edits.html.source
        #expect(html.contains("<ins>\(Self.told.added)Nobody from the company could be reached.</ins>"))
        #expect(html.contains("<del>\(Self.told.removed)Ships waited in the roads all night.</del>"))
        #expect(edits.summary == "1 paragraph added, 1 paragraph removed.")
    }

    @Test func `words from right to left keep their paragraph's direction`() {
        let edits = TextEdits(
            from: Self.text("زار الوفد الدوحة يوم الاثنين"), to: Self.text("زار الوفد الدوحة يوم الثلاثاء"))
        let html = edits.html.source
        #expect(html.contains(#"<p class="passage shifted" dir="auto">زار الوفد الدوحة يوم <del>"#))
        // Nothing of ours stands outside of an isolate, where it would say in which direction the paragraph runs.
        let outside = html.replacing(#/<bdi[^>]*>[^<]*<\/bdi>|<[^>]*>/#, with: "")
        #expect(!outside.contains("removed") && !outside.contains("added"))
    }

    @Test func `markup in a text is told, not obeyed`() {
        let html = TextEdits(from: Self.text("a <b>c</b>"), to: Self.text("a <script>c</script> \u{202E}d")).html.source
        #expect(!html.contains("<script>") && !html.contains("<b>") && !html.contains("\u{202E}"))
    }

    @Test func `two long texts that share nothing are told up to a limit, and the rest counted`() {
        let edits = TextEdits(
            from: Self.text((0..<3000).map { "Old paragraph number \($0) of a long book." }),
            to: Self.text((0..<3000).map { "Quite another text, page \($0), with words of its own." }))
        #expect(edits.html.source.utf8.count < 200_000)
        #expect(edits.html.source.contains("more changed paragraphs"))
    }

    @Test(arguments: 0..<40)
    func `every paragraph of both texts is told once, in order`(seed: Int) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        func text() -> [String] { (0..<next(12)).map { _ in "word\(next(4)) and word\(next(3)) went on" } }
        let (before, after) = (text(), text())
        let pairs = ParagraphPairs(before, after).all
        let old = pairs.compactMap { pair -> String? in
            switch pair {
            case .kept(let index): after[index]
            case .edited(let index, _), .removed(let index): before[index]
            case .added: nil
            }
        }
        let new = pairs.compactMap { pair -> String? in
            switch pair {
            case .kept(let index), .edited(_, let index), .added(let index): after[index]
            case .removed: nil
            }
        }
        #expect(old == before && new == after, "seed \(seed)")
    }

    @Test func `nothing changed is said to be so`() {
        let text = Self.text("One.")
        #expect(TextEdits(from: text, to: text).summary.hasPrefix("The words are the same"))
    }
}
