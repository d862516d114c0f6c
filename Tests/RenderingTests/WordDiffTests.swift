import Testing

@testable import Rendering

@Suite struct WordDiffTests {
    private static let words = [
        "less", "than", "24", "48", "hours", "1,500.5", "Israel's", "—", ",", ".", "(", "US$", "30", "(إسماعيل", "東京",
        "e\u{301}", "a", "b",
    ]

    private static func text(_ generator: inout SeededGenerator) -> String {
        let count = Int.random(in: 0...12, using: &generator)
        return (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }
            .joined(separator: Bool.random(using: &generator) ? " " : "")
    }

    private static func sides(_ segments: [WordDiff.Segment]) -> (before: String, after: String) {
        segments.reduce(into: ("", "")) { sides, segment in
            switch segment {
            case .kept(let text): sides = (sides.0 + text.text, sides.1 + text.text)
            case .removed(let text): sides.0 += text.text
            case .added(let text): sides.1 += text.text
            }
        }
    }

    @Test("a difference gives both texts back", arguments: 0..<500 as Range<UInt64>)
    func reconstructs(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let (a, b) = (VisibleText(Self.text(&generator)), VisibleText(Self.text(&generator)))
        let sides = Self.sides(WordDiff(from: a, to: b).segments)
        #expect(Array(sides.before.unicodeScalars) == Array(a.text.unicodeScalars), "seed \(seed)")
        #expect(Array(sides.after.unicodeScalars) == Array(b.text.unicodeScalars), "seed \(seed)")
    }

    @Test("a text does not differ from itself", arguments: 0..<50 as Range<UInt64>)
    func sameIsKept(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let text = VisibleText(Self.text(&generator))
        let difference = WordDiff(from: text, to: text)
        #expect(difference.segments == (text.text.isEmpty ? [] : [.kept(text)]), "seed \(seed)")
        #expect(difference.similarity == 1)
    }

    @Test("no two runs of one kind stand side by side", arguments: 0..<200 as Range<UInt64>)
    func runsAreWhole(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let segments = WordDiff(from: VisibleText(Self.text(&generator)), to: VisibleText(Self.text(&generator)))
            .segments
        for (a, b) in zip(segments, segments.dropFirst()) {
            switch (a, b) {
            case (.kept, .kept), (.removed, .removed), (.added, .added), (.added, .removed):
                Issue.record("seed \(seed): \(a) before \(b)")
            default: break
            }
        }
    }

    @Test("only the number is told apart") func number() {
        let difference = WordDiff(from: VisibleText("less than 24 hours"), to: VisibleText("less than 48 hours"))
        #expect(
            difference.segments == [
                .kept(.joined([VisibleText("less than"), .space])), .removed(VisibleText("24")),
                .added(VisibleText("48")),
                .kept(.joined([.space, VisibleText("hours")])),
            ])
        #expect(difference.similarity == 0.75)
    }

    @Test("neighbouring words that differ are told apart as one run") func neighbours() {
        let difference = WordDiff(from: VisibleText("cut trade ties"), to: VisibleText("cut diplomatic relations"))
        #expect(difference.segments.count == 3)
    }

    @Test("a long text is compared within bounds") func bounded() {
        let a = VisibleText(String(repeating: "a ", count: 5000), limit: .max)
        let b = VisibleText(String(repeating: "b ", count: 5000), limit: .max)
        #expect(WordDiff(from: a, to: b).segments.count == 2)
    }
}

extension VisibleText {
    fileprivate static var space: VisibleText { VisibleText("a b").tokens[1] }
}
