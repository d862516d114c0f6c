import Facts
import Testing

@testable import Rendering

@Suite struct HTMLTests {
    @Test func `text goes in escaped, scalar by scalar`() {
        #expect(HTML("<b\u{338}>\"\u{301}'&").source == "&lt;b\u{338}&gt;&quot;\u{301}&#39;&amp;")
        #expect(
            HTML("p", [.init("aria-label", "\"\u{301} onclick=x")]).source
                == "<p aria-label=\"&quot;\u{301} onclick=x\"></p>")
        #expect(HTML("a\u{202E}b").source == "a‹U+202E›b")
    }

    @Test(arguments: [
        "javascript:alert(1)", "data:text/html,x", " https://x", "https://a b", "https://\u{202E}x", "ftp://x", "",
    ])
    func `a link leads to the web or nowhere`(text: String) { #expect(WebAddress(text) == nil) }

    @Test func `an address of the web is one`() { #expect(WebAddress("HTTPS://example.org/a?b=c#d") != nil) }

    @Test func `words that went and came are told to those who cannot see them`() {
        let line = Line([Span("less than "), Span("24", .removed), Span("48", .added), Span(" hours")])
        let html = HTMLRenderer().html(of: line).source
        #expect(
            html.contains(
                "<del><span class=\"unseen\">removed: </span>24</del><ins><span class=\"unseen\">added: </span>48</ins>"
            ))
    }

    @Test func `what may run from right to left stands by itself`() {
        #expect(
            HTMLRenderer().html(of: [Span("حماس", .subject)]).source == "<span class=\"subject\"><bdi>حماس</bdi></span>"
        )
    }

    @Test func `base 64 is that of RFC 4648`() {
        let pairs = [
            "": "", "f": "Zg==", "fo": "Zm8=", "foo": "Zm9v", "foob": "Zm9vYg==", "fooba": "Zm9vYmE=",
            "foobar": "Zm9vYmFy",
        ]
        for (text, expected) in pairs { #expect(Base64.text(of: Array(text.utf8)) == expected) }
    }

    @Test func `a file by itself allows its own style and nothing else`() throws {
        let html = render(LogPage([]), as: .html)
        let sheet = try #require(html.firstMatch(of: #/<style>((?:.|\n)*)<\/style>/#)?.output.1)
        let digest = Base64.text(of: Digest.sha256(Array(sheet.utf8)).bytes)
        #expect(html.contains("default-src &#39;none&#39;; style-src &#39;sha256-\(digest)&#39;;"))
    }
}
