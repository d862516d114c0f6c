import Extraction
import Facts
import TestSupport
import Testing

@Suite struct `How a text was typed` {
    private func texts(_ text: String) throws -> [String] { try report(text).blocks.map(\.text) }

    @Test(arguments: UInt64(0)..<25)
    func `wrapping at any width changes no block`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let paragraphs = Prose.paragraphs(using: &random)
        let plain = try texts(paragraphs.joined(separator: "\n\n"))
        for width in 40...110 {
            let wrapped = paragraphs.map { Prose.wrapped($0, to: width).joined(separator: "\n") }
            let read = try texts(wrapped.joined(separator: "\n\n"))
            guard read == plain else {
                Issue.record("seed \(seed), width \(width): \(read.first { !plain.contains($0) } ?? "")")
                return
            }
        }
    }

    @Test(arguments: UInt64(0)..<25)
    func `line ends, doubled spaces, quotation marks and invisible characters change no block`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let text = Prose.paragraphs(using: &random).joined(separator: "\n\n")
        let plain = try texts(text)
        let changes: [(String, String)] = [
            ("\n", "\r\n"), ("\n", "\r"), (" ", "  "), (" ", "\u{A0}"), (" ", " \t "), ("'", "’"), ("\"", "“"),
            ("e", "e\u{AD}"),
            ("a", "a\u{200B}"), ("\n\n", "\n \n\n\u{A0}\n"), (" - ", " — "), (" – ", " -- "), (" – ", " - "),
        ]
        for (from, to) in changes {
            #expect(try texts(text.replacing(from, with: to)) == plain, "seed \(seed), \(to.debugDescription)")
        }
    }

    @Test func `one paragraph a line stays one block a line`() throws {
        let lines = [
            "A deal was near.", "The envoy flew to Doha on Monday, officials said.",
            "Talks went on through the night and ended without a word to the many reporters who waited at the gate of the palace.",
            "The minister left before noon.", "He is due back in a week.",
        ]
        #expect(try texts(lines.joined(separator: "\n")) == lines)
    }

    @Test func `a line that goes on in the middle of a sentence belongs to it`() throws {
        #expect(try texts("The envoy flew to Doha,\nofficials said,\nand to Cairo.").count == 1)
    }

    @Test func `a compound that is broken at its hyphen is one word again`() throws {
        let text = try texts("The talks were about the long wanted Israeli-\nPalestinian treaty of the autumn of 2020.")
        #expect(text == ["The talks were about the long wanted Israeli-Palestinian treaty of the autumn of 2020."])
    }

    @Test func `every offset of a block leads to bytes of the report`() throws {
        let text =
            "\u{FEFF}The “well‑known”  café\r\nwas **not** [open](https://example.org/a_b) on 3 May &amp; later -- so.[12]"
        let report = try report(text)
        let block = try #require(report.blocks.first)
        #expect(block.text == "The \"well-known\" café was not open on 3 May & later – so.")
        for word in ["The", "\"well-known\"", "café", "was", "not", "open", "3 May", "&", "later"] {
            let start = try #require(Array(block.text.utf8).occurrences(of: Array(word.utf8)).first)
            let source = block.map.source(of: start..<(start + word.utf8.count))
            let stored = String(decoding: report.text[source], as: UTF8.self)
            let spelt = ["\"well-known\"": "“well‑known”", "&": "&amp;"][word] ?? word
            #expect(stored == spelt)
        }
    }
}
