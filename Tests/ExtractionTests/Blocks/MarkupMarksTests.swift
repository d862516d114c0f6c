import Extraction
import Testing

@Suite struct `Marks in a text` {
    private func first(_ text: String) throws -> String? { try report(text, "wire.md").blocks.first?.text }

    @Test(arguments: [
        ("He was **not** there.", "He was not there."), ("_Never_, he said.", "Never, he said."),
        ("A *very* ***rare*** case.", "A very rare case."), ("snake_case and 5*3 stay", "snake_case and 5*3 stay"),
        ("a ~~wrong~~ word, `code`", "a wrong word, code"), ("Write \\*this\\*.", "Write *this*."),
        ("See @_name_ there", "See @_name there"), ("'''Doha''' is a ''city''", "Doha is a \"city\""),
    ])
    func `of emphasis are left out, parts of words are not`(text: String, read: String) throws {
        #expect(try first(text) == read)
    }

    @Test(arguments: [
        ("The [envoy](https://example.org/(x)) left.", "The envoy left."), ("The [envoy][3] left.", "The envoy left."),
        ("The ![flag](f.png) envoy left.", "The envoy left."),
        ("The [![alt](a.png)](b) envoy left.", "The envoy left."),
        ("The [[Doha|capital]] and [[Gaza]].", "The capital and Gaza."),
        ("[Blue leader] Gantz said", "[Blue leader] Gantz said"),
        ("See <https://example.org>.", "See https://example.org."),
        ("He [the emir] (now 40) left.", "He [the emir] (now 40) left."),
        ("Open [ and ] and ( stay", "Open [ and ] and ( stay"), ("[[[[", "[[[["), ("](x", "](x"),
    ])
    func `of links leave the words`(text: String, read: String) throws {
        #expect(try first("Then. " + text) == "Then. " + read)
    }

    @Test(arguments: [
        ("Ties ended.[1][23] Trade went on.[^a]", "Ties ended. Trade went on."),
        ("Ties ended.[citation needed] So.[note 3]", "Ties ended. So."),
        ("Ties ended.<ref name=\"a\">Daily, p. 3</ref> So.<ref name=b/>", "Ties ended. So."),
        ("Ties {{circa|2009}}ended.", "Ties ended."), ("In [2009] it ended", "In [2009] it ended"),
    ])
    func `of footnotes are left out`(text: String, read: String) throws {
        #expect(try first(text) == read)
    }

    @Test func `tell what a block is`() throws {
        let text = """
            # A title
            Words below it.

            == History ==
            Under
            =====
            Words of it.
            - one item
            - another one
              that goes on
            3. third
            > What he said,
            > and more.

            | a | b |
            |---|---|
            | c | d |

            ```
            let x = 1

            y
            ```
            ***
            [1]: https://example.org
            """
        let blocks = try report(text, "wire.md").blocks
        #expect(
            blocks.map(\.kind) == [
                .heading(level: 1), .paragraph, .heading(level: 2), .heading(level: 1), .paragraph, .listItem,
                .listItem,
                .listItem, .quotation, .cell, .cell, .cell, .cell, .code, .code,
            ])
        #expect(
            blocks.map(\.text).prefix(9).joined(separator: "|")
                == "A title|Words below it.|History|Under|Words of it.|one item|another one that goes on|third|What he said, and more."
        )
        #expect(blocks.filter(\.isRead).map(\.text).count == 6)
    }

    @Test func `a number or dash at the start of a line that is wrapped is a word`() throws {
        let text = """
            The convoy of the charity reached the crossing on the evening of
            12. It had left the capital two days before – the drivers said so
            - and was let through.
            """
        #expect(try report(text).blocks.count == 1)
    }

    @Test func `many brackets are read in linear time`() throws {
        for piece in ["[", "[[", "](", "![", "<a", "{{", "&", "[1", "**", "-", "'", "[]("] {
            let text = "Words " + String(repeating: piece, count: 300_000 / piece.count)
            #expect(try report(text).blocks.count == 1)
        }
    }
}
