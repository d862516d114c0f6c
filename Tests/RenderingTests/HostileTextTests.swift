import Facts
import Foundation
import FoundationXML
import Testing

@testable import Rendering

@Suite struct HostileTextTests {
    @Test("no text gets a control, a direction or a hidden scalar into a page", arguments: HostileText.all)
    func nothingHidden(text: String) throws {
        try Samples.each(saying: text) { page in
            for format in OutputFormat.allCases {
                let output = render(page, as: format)
                #expect(HostileText.hidden(in: output).isEmpty, "\(page.schema) as \(format)")
                #expect(output.hasSuffix("\n") && !output.contains("\r"))
            }
        }
    }

    @Test("what services of continuous integration read is well-formed, whatever is in it", arguments: HostileText.all)
    func wellFormed(text: String) throws {
        try Samples.each(saying: text) { page in
            guard let page = page as? CheckPage else { return }
            let (junit, sarif) = (render(page, as: .junit), render(page, as: .sarif))
            #expect(HostileText.hidden(in: junit).isEmpty && HostileText.hidden(in: sarif).isEmpty)
            #expect(XMLParser(data: Data(junit.utf8)).parse())
            let results = try JSONParser.parse(sarif).object?["runs"]?.array?.first?.object?["results"]?.array
            #expect(results?.isEmpty == false)
        }
    }

    @Test(
        "in colour there are no sequences but our own", arguments: HostileText.all,
        [TextStyle.Colours.basic, .extended])
    func ownSequencesOnly(text: String, colours: TextStyle.Colours) throws {
        let style = TextStyle(colours: colours)
        let own = ["[0m"] + Span.Role.allCases.map { "[\(style.attributes(of: $0))m" }
        try Samples.each(saying: text) { page in
            let output = render(page, as: .text, style: style)
            for part in output.unicodeScalars.split(separator: "\u{1B}").dropFirst(output.hasPrefix("\u{1B}") ? 0 : 1) {
                #expect(own.contains { String(part).hasPrefix($0) }, "\(page.schema)")
            }
            #expect(HostileText.hidden(in: output).allSatisfy { $0 == "\u{1B}" }, "\(page.schema)")
        }
    }

    @Test("a page is the same with and without colours, but for signs around changed words") func sameText() throws {
        try Samples.each(saying: "some words") { page in
            let plain = render(page, as: .text).filter { !"[]{}+-".contains($0) }
            let coloured = render(page, as: .text, style: TextStyle(colours: .basic))
                .replacing(/\u{1B}\[[0-9;]*m/, with: "").filter { !"[]{}+-".contains($0) }
            let words = { (text: String) in text.split(whereSeparator: \.isWhitespace) }
            #expect(words(plain) == words(coloured))
        }
    }

    @Test("in Markdown every sign that opens markup is escaped", arguments: HostileText.all)
    func noMarkup(text: String) throws {
        // What stands between the marks is the hostile text and nothing of ours.
        try Samples.each(saying: "Q7Z\(text)Z7Q") { page in
            var output = render(page, as: .markdown)
            // Changed words stand between marks of ours, which the text of such a page shows too.
            let plain = render(page, as: .text)
            if plain.contains("[-") || plain.contains("{+") {
                output = output.replacing("~~", with: "").replacing("**", with: "")
            }
            for hostile in output.matches(of: /Q7Z(.*?)Z7Q/).map({ String($0.output.1) }) {
                #expect(Self.opened(in: hostile) == "", "\(page.schema): \(hostile)")
            }
        }
    }

    @Test("in Markdown nothing becomes HTML, an address or a mention", arguments: HostileText.all)
    func noLinks(text: String) throws {
        try Samples.each(saying: text) { page in
            let output = render(page, as: .markdown).split(separator: MarkdownText.joint).joined(separator: "\u{0}")
            for sign in ["<", "://", "@o", "@e", "www.", "WWW.", ":tada:", "#1"] {
                #expect(!output.contains(sign), "\(sign) in \(page.schema)")
            }
        }
    }

    /// The first sign that could open markup and is not escaped; a joint is ours.
    private static func opened(in text: String) -> String {
        var isEscaped = false
        let scalars = text.split(separator: MarkdownText.joint).joined(separator: " ").unicodeScalars
        for scalar in scalars {
            if isEscaped {
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else if "`*_{}[]<>#|~$".unicodeScalars.contains(scalar) {
                return String(scalar)
            }
        }
        return ""
    }

    @Test("JSON gives every text back byte for byte", arguments: HostileText.all)
    func jsonGivesBack(text: String) throws {
        try Samples.each(saying: text) { page in
            let object = try JSONParser.parse(render(page, as: .json)).object
            #expect(object?["items"]?.array == page.items)
            #expect(object?.filter { $0.key != "items" && $0.key != "annals" } == page.header)
            let lines = render(page, as: .jsonl).split(separator: "\n").map(String.init)
            #expect(try lines.dropFirst().map { try JSONParser.parse($0) } == page.items)
            #expect(lines.first?.hasPrefix("{\"annals\":\"\(page.schema)\"") == true)
        }
    }
}
