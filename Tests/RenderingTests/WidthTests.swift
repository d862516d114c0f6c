import Testing

@testable import Rendering

@Suite struct WidthTests {
    private static let styles = [
        TextStyle(width: TextStyle.narrowest), TextStyle(width: 40, colours: .basic), TextStyle(width: 80),
        TextStyle(width: 200),
    ]

    @Test("no line is wider than the terminal", arguments: HostileText.all, styles)
    func hostile(text: String, style: TextStyle) throws {
        try Samples.each(saying: text) { page in Self.expectWithin(style, page) }
    }

    @Test("no line of the story is wider than the terminal", arguments: styles)
    func story(style: TextStyle) throws {
        let states = try Story.shipped()
        for (a, b) in zip(states, states.dropFirst()) {
            try Samples.each(a.side, b.side) { page in Self.expectWithin(style, page) }
        }
    }

    @Test("no line of the smallest terminal is wider, however small the one asked for") func narrowest() {
        #expect(TextStyle(width: 3).width == TextStyle.narrowest)
    }

    private static func expectWithin(_ style: TextStyle, _ page: any Page) {
        let output = render(page, as: .text, style: style)
        for line in output.split(separator: "\n").map({ style.isColoured ? String($0).withoutSequences : String($0) }) {
            #expect(DisplayWidth.columns(of: line) <= style.width, "\(page.schema): \(line)")
            #expect(line.utf8.last != 0x20, "\(page.schema): \(line)")
        }
    }
}

extension String {
    /// The text without what sets colours.
    var withoutSequences: String {
        var isInside = false
        let kept = unicodeScalars.filter { scalar in
            if scalar == "\u{1B}" { isInside = true }
            defer { if scalar == "m" { isInside = false } }
            return !isInside
        }
        return String(String.UnicodeScalarView(kept))
    }
}
