import FactDiff
import Facts
import Testing

@testable import Rendering

@Suite struct DiffPageTests {
    static let visit = """
        {"report":"ledger","subject":"Doha visit","predicate":"lasted","object":"less than 24 hours",\
        "certainty":"certain","attribution":["officials who were not named","Walla"],\
        "evidence":[{"quote":"put it at less than 24 hours"}]}
        """

    static func ledger(_ hours: Int, extractor: String = "desk@1") throws -> Story.Source {
        let text = "The stay was short.\n\nWalla put it at less than \(hours) hours, and no more.\n"
        let claim = visit.replacing("24", with: "\(hours)")
        return Story.Source(
            name: "ledger", source: "Gulf Ledger", published: "2020-02-23", extractor: extractor, text: text,
            claims: [try Story.claim(claim)])
    }

    static func ties(_ name: String, _ source: String, kind: String, line: String) throws -> Story.Source {
        let claim = try Story.claim(
            """
            {"report":"\(name)","subject":"Qatar","predicate":"severed ties with","object":"Israel",\
            "arguments":{"kind":"\(kind)"},"time":"2009","certainty":"certain","evidence":[{"quote":"\(line)"}]}
            """)
        return Story.Source(
            name: name, source: source, published: "2022", extractor: "desk@1", text: line, claims: [claim])
    }

    static func page(
        _ before: [Story.Source], _ after: [Story.Source], showsAll: Bool = false, explains: Bool = false
    ) throws -> DiffPage {
        let vocabulary = try Story.vocabulary()
        let sides = try [before, after].map { try Story.side($0, vocabulary: vocabulary) }
        return DiffPage(
            before: .revision(Story.revision("3f2a91c", day: "2020-02-23")),
            after: .revision(Story.revision("8be1207", day: "2020-02-28")),
            changeSet: ChangeSet(from: sides[0], to: sides[1]), naming: Naming(vocabulary),
            reports: sides[0].provenance.reports, showsAll: showsAll, explains: explains)
    }

    @Test("a silent edit shows the word that changed, and where") func silentEdit() throws {
        let page = try Self.page([Self.ledger(24)], [Self.ledger(48)])
        #expect(
            render(page, as: .text) == """
                3f2a91c (2020-02-23) → 8be1207 (2020-02-28)
                1 report edited without notice: ledger
                ~1 generalised

                ~ GENERALISED  vwotoszz  Doha visit › lasted
                    object  less than [-24-]{+48+} hours  wider
                    quote   "put it at less than [-24-]{+48+} hours"
                            ledger:3, officials who were not named, via Walla

                next: annals history vwotoszz
                      annals show vwotoszz

                """)
    }

    @Test("a contradiction shows both sides") func contradiction() throws {
        let before = try Self.ties(
            "mee", "Middle East Eye", kind: "trade", line: "severed trade ties with Israel in 2009")
        let after = try Self.ties("pages", "The Pages", kind: "diplomatic", line: "cut its diplomatic ties in 2009")
        let page = try Self.page([before], [before, after])
        #expect(
            render(page, as: .text) == """
                3f2a91c (2020-02-23) → 8be1207 (2020-02-28)
                1 report added: pages
                !1 contradicted

                ! CONTRADICTED  vvutzqnp  Qatar › severed ties with › Israel · 2009
                    kind     trade → diplomatic  different
                    before   "severed trade ties with Israel in 2009"  mee:1
                    after    "cut its diplomatic ties in 2009"  pages:1
                    because  only one can hold; another source, both in their own voice

                next: annals history vvutzqnp
                      annals show vvutzqnp

                """)
        #expect(
            render(page, as: .markdown) == """
                `3f2a91c` (2020-02-23) → `8be1207` (2020-02-28)

                1 report **added**: pages

                **!1** contradicted

                - **!** **CONTRADICTED** · `vvutzqnp` · **Qatar** › severed ties with › Israel · 2009
                  - kind: trade → diplomatic · different
                  - before: "severed trade ties with Israel in 2009" — mee:1
                  - after: "cut its diplomatic ties in 2009" — pages:1
                  - because: only one can hold; another source, both in their own voice

                Next: `annals history vvutzqnp` · `annals show vvutzqnp`

                """)
    }

    @Test("the same in colour") func coloured() throws {
        let page = try Self.page([Self.ledger(24)], [Self.ledger(48)])
        let output = render(page, as: .text, style: TextStyle(colours: .extended))
        #expect(output.contains("less than \u{1B}[9;38;5;208m24\u{1B}[0m\u{1B}[4;38;5;33m48\u{1B}[0m hours"))
    }

    @Test("the same texts read by another extractor change nothing, and the page says so") func reread() throws {
        let page = try Self.page([Self.ledger(24)], [Self.ledger(24, extractor: "desk@2")])
        #expect(
            render(page, as: .text) == """
                3f2a91c (2020-02-23) → 8be1207 (2020-02-28)
                1 report reread by desk@2: ledger
                no change of fact: the other extractor read the same claims

                """)
    }

    @Test("two equal sides change nothing") func nothing() throws {
        let page = try Self.page([Self.ledger(24)], [Self.ledger(24)])
        #expect(
            render(page, as: .text) == """
                3f2a91c (2020-02-23) → 8be1207 (2020-02-28)
                no change, of facts or of reports

                """)
        #expect(page.items.isEmpty)
    }

    @Test("what only moved is counted, and shown when asked for") func moved() throws {
        var after = try Self.ledger(24)
        after.text = "\n\n" + after.text
        #expect(
            render(try Self.page([Self.ledger(24)], [after]), as: .text) == """
                3f2a91c (2020-02-23) → 8be1207 (2020-02-28)
                1 report edited without notice: ledger
                >1 moved

                >1 MOVED  the same words elsewhere in the text (--all shows them)

                next: annals history vwotoszz
                      annals show vwotoszz
                      annals diff --all 3f2a91c 8be1207

                """)
        #expect(
            render(try Self.page([Self.ledger(24)], [after], showsAll: true), as: .text) == """
                3f2a91c (2020-02-23) → 8be1207 (2020-02-28)
                1 report edited without notice: ledger
                >1 moved

                > MOVED  vwotoszz  Doha visit › lasted › less than 24 hours
                    quote  "put it at less than 24 hours"
                           ledger:3 → ledger:5, officials who were not named, via Walla

                next: annals history vwotoszz
                      annals show vwotoszz

                """)
    }

    @Test("a flood is one entry with three samples from all parts of it") func flood() throws {
        let claims = try (1...20).map { number in
            try Story.claim(
                """
                {"report":"ledger","subject":"Town \(number + 10)","predicate":"has population","object":"\(number)00",\
                "evidence":[]}
                """)
        }
        let source = Story.Source(name: "ledger", text: "", claims: claims)
        #expect(
            render(try Self.page([], [source]), as: .text) == """
                3f2a91c (2020-02-23) → 8be1207 (2020-02-28)
                1 report added: ledger
                +20 added

                +20 ADDED  has population
                    Town 11 100 · Town 17 700 · Town 24 1400

                (--all shows each change)

                next: annals history wwxouquq
                      annals show wwxouquq
                      annals diff --all 3f2a91c 8be1207

                """)
        let all = render(try Self.page([], [source], showsAll: true), as: .text)
        #expect(all.split(separator: "\n").count { $0.hasPrefix("+ ADDED") } == 20)
    }

    /// Lines of a register of towns, some of which are given another figure.
    static func register(_ rows: [(town: Int, predicate: String, figure: String)]) throws -> Story.Source {
        let claims = try rows.map { row in
            try Story.claim(
                """
                {"report":"register","subject":"Town \(row.town)","predicate":"\(row.predicate)",\
                "object":"\(row.figure)","certainty":"certain","evidence":[]}
                """)
        }
        return Story.Source(name: "register", source: "The register", text: "", claims: claims)
    }

    @Test("on a page of many changes what is alike is one entry, and each entry a row or two") func largePage() throws {
        let kinds = ["has quays", "has cranes", "has pilots"]
        let rows = (10..<22).flatMap { town in kinds.map { (town: town, predicate: $0, figure: "\(town) in use") } }
        let edited = rows.map { row in
            (
                town: row.town, predicate: row.predicate,
                figure: row.predicate == "has pilots" && row.town > 11 ? row.figure : "\(row.town + 1) in use"
            )
        }
        let text = render(try Self.page([Self.register(rows)], [Self.register(edited)]), as: .text)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.contains { $0.hasPrefix("~12 CORRECTED  has quays") })
        #expect(lines.contains { $0.hasPrefix("~12 CORRECTED  has cranes") })
        #expect(lines.count { $0.hasPrefix("~ CORRECTED") } == 2)
        #expect(lines.count < 20, Comment(rawValue: text))
        #expect(lines.allSatisfy { $0.count <= 80 })
    }

    @Test("beside a flood what is rare is told in full, and the flood says who brought it and whom it is about")
    func rareBesideFlood() throws {
        let sources = try ["ledger-a", "ledger-b"].map { name in
            let claims = try (1...30).map { number in
                let text = "Guest \(number % 3) saw \(name) boat \(number)."
                return try Story.claim(
                    """
                    {"report":"\(name)","subject":"Guest \(number % 3)","predicate":"saw \(name) \(number)",\
                    "object":"boat \(number)","evidence":[{"quote":"\(text)"}]}
                    """)
            }
            let text = (1...30).map { "Guest \($0 % 3) saw \(name) boat \($0)." }.joined(separator: "\n")
            return Story.Source(name: name, text: text, claims: claims)
        }
        let page = try Self.page([Self.ledger(24)], [Self.ledger(48)] + sources)
        let text = render(page, as: .text)
        #expect(text.contains("quote   \"put it at less than [-24-]{+48+} hours\""), Comment(rawValue: text))
        let lines = text.split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }
        let flood = try #require(lines.firstIndex { $0.hasPrefix("+60 ADDED") })
        #expect(lines[flood + 1] == "2 reports: ledger-a ×30 · ledger-b ×30")
        #expect(lines[flood + 2] == "3 subjects: Guest 0 ×20 · Guest 1 ×20 · Guest 2 ×20")
        #expect(lines[(flood + 3)...].prefix(3).map { $0.prefix(7) } == ["Guest 0", "Guest 1", "Guest 2"])
    }

    @Test("a row that is too long is cut between words and says so") func cutRow() {
        let row = Entry([Span(String(repeating: "one ", count: 30))], [.note("two")], room: .brief)
        let text = TextRenderer(style: TextStyle(width: 24)).text(of: Document([.entry(row)]))
        #expect(text == "one one one one one …\n    two\n")
    }

    @Test("what happened to many reports is a line each, with the first names") func manyReports() throws {
        let added = (1...8).map { Story.Source(name: "wire-\($0)", text: "\($0)") }
        let reread = Story.Source(name: "ledger", extractor: "desk@1", text: "a")
        var later = reread
        later.extractor = "desk@2"
        let page = try Self.page([reread, Story.Source(name: "gone", text: "b")], added + [later])
        #expect(
            render(page, as: .text) == """
                3f2a91c (2020-02-23) → 8be1207 (2020-02-28)
                8 reports added: wire-1, wire-2, wire-3, wire-4, wire-5, wire-6, and 2 more
                1 report withdrawn: gone
                1 report reread by desk@2: ledger
                no change of fact: the reports that came in state nothing; the other extractor
                  read the same claims; no fact rested on the reports withdrawn

                """)
    }

    @Test("what another extractor brought says so") func extractorCause() throws {
        var unread = try Self.ledger(24)
        unread.claims = []
        let page = try Self.page([unread], [Self.ledger(24, extractor: "desk@2")])
        #expect(
            render(page, as: .text) == """
                3f2a91c (2020-02-23) → 8be1207 (2020-02-28)
                1 report reread by desk@2: ledger
                +1 added

                + ADDED  vwotoszz  Doha visit › lasted › less than 24 hours
                    "put it at less than 24 hours"
                    ledger:3, officials who were not named, via Walla
                    cause: extractor

                next: annals history vwotoszz
                      annals show vwotoszz

                """)
    }

    @Test("another certainty is shown") func restanced() throws {
        var after = try Self.ledger(24)
        after.claims[0].certainty = .possible
        after.claims[0].attribution = ["Walla"]
        #expect(
            render(try Self.page([Self.ledger(24)], [after]), as: .text) == """
                3f2a91c (2020-02-23) → 8be1207 (2020-02-28)
                ~1 restanced

                ~ RESTANCED  vwotoszz  Doha visit › lasted › less than 24 hours
                    certainty    certain → possible
                    attribution  officials who were not named, via Walla → Walla
                    before       "put it at less than 24 hours"
                                 ledger:3, officials who were not named, via Walla
                    after        possible: "put it at less than 24 hours"  ledger:3, Walla
                    cause: extractor

                next: annals history vwotoszz
                      annals show vwotoszz

                """)
    }

    @Test("a change for machines has the members that are documented") func json() throws {
        let page = try Self.page([Self.ledger(24)], [Self.ledger(48)])
        let change = try #require(page.items.first?.object)
        let members = [
            "fact", "subject", "predicate", "object", "kind", "content", "support", "stance", "evidence", "cause",
            "fields", "before", "after", "trace", "headline", "claims", "course",
        ]
        #expect(Set(change.keys) == Set(members))
        let side = try #require(change["before"]?.object)
        #expect(
            Set(side.keys) == [
                "claim", "report", "source", "value", "certainty", "attribution", "quote", "start", "end", "line",
            ])
        #expect(side["line"]?.integer == 3)
        #expect(side["value"]?.object?["quantity"] == "<24")
        #expect(change["trace"]?.object?["compared"]?.array?.first?.object?["field"] == "object")
        #expect(page.header["counts"]?.object?.count == 1)
    }

    @Test("a caller gives shorter ids") func shortIDs() throws {
        let page = try Self.page([], [Self.ledger(24)])
        let naming = Naming(page.naming.vocabulary) { String($0.letters.prefix(2)) }
        let short = DiffPage(before: .nothing, after: page.after, changeSet: page.changeSet, naming: naming)
        let id = try #require(page.changeSet.changes.first).fact.letters.prefix(2)
        #expect(render(short, as: .text).contains("annals history \(id)\n"))
    }
}
