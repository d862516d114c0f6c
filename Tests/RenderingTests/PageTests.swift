import FactDiff
import Facts
import Testing

@testable import Rendering

@Suite struct PageTests {
    /// Two reports that contradict one another on the ties, and one on a visit.
    private static func side() throws -> Side {
        try Story.side(
            [
                DiffPageTests.ties(
                    "mee", "Middle East Eye", kind: "trade", line: "severed trade ties with Israel in 2009"),
                DiffPageTests.ties("pages", "The Pages", kind: "diplomatic", line: "cut its diplomatic ties in 2009"),
                DiffPageTests.ledger(24),
            ], vocabulary: Story.vocabulary())
    }

    private static func naming() throws -> Naming { Naming(try Story.vocabulary()) }

    private static func text(_ page: some Page, width: Int = 80) -> String {
        render(page, as: .text, style: TextStyle(width: width))
    }

    @Test("a log has two or three lines a revision") func log() {
        let page = LogPage([
            Story.revision("8be1207", day: "2020-02-25", message: "A wire report", kind: .bridge),
            Story.revision("3f2a91c", day: "2020-02-23", message: "Liberman tells of a secret visit to Doha"),
        ])
        #expect(
            Self.text(page) == """
                8be1207  2020-02-25  = A wire report
                    bridge: the same texts, read by another extractor
                    reports +2  facts +9 ~3  desk@1  by Ana
                3f2a91c  2020-02-23  + Liberman tells of a secret visit to Doha
                    reports +2  facts +9 ~3  desk@1  by Ana

                next: annals show 8be1207

                """)
        #expect(Self.text(LogPage([])) == "no revision yet\n")
    }

    @Test("facts stand under their subject") func facts() throws {
        let side = try Self.side()
        let page = FactsPage(
            side.facts, reports: side.provenance.reports, contradictions: Contradiction.all(in: side),
            naming: try Self.naming())
        #expect(
            Self.text(page) == """
                Doha visit
                  vwotoszz  lasted › less than 24 hours  1 report

                Qatar
                  vvutzqnp  severed ties with › Israel · kind trade · 2009  1 of 2 reports
                    ! contradicted

                2 facts
                next: annals show vwotoszz

                """)
        #expect(page.items.compactMap { $0.object?["claims"]?.array?.count }.sorted() == [1, 2])
    }

    @Test("reports make a table, and a list where the terminal is narrow") func reports() throws {
        let records = try Self.side().provenance.reports.values
        let page = ReportsPage(records.map { ($0, 1) })
        #expect(
            Self.text(page) == """
                report  published   claims  source and title
                ledger  2020-02-23       1  Gulf Ledger
                mee     2022             1  Middle East Eye
                pages   2022             1  The Pages

                next: annals show ledger

                """)
        #expect(
            Self.text(page, width: 24) == """
                ledger
                    published
                            2020-02-23
                    claims  1
                    source and title
                            Gulf Ledger
                mee
                    published
                            2022
                    claims  1
                    source and title
                            Middle East
                            Eye
                pages
                    published
                            2022
                    claims  1
                    source and title
                            The Pages

                next: annals show ledger

                """)
        #expect(
            render(page, as: .markdown) == """
                | report | published | claims | source and title |
                | --- | --- | ---: | --- |
                | ledger | 2020-02-23 | 1 | **Gulf Ledger** |
                | mee | 2022 | 1 | **Middle East Eye** |
                | pages | 2022 | 1 | **The Pages** |

                Next: `annals show ledger`

                """)
    }

    @Test("a fact shows every claim") func fact() throws {
        let side = try Self.side()
        let fact = try #require(side.facts.first { $0.claims.count == 2 })
        let page = FactPage(
            fact, reports: side.provenance.reports, contradiction: Contradiction.all(in: side).first,
            naming: try Self.naming())
        #expect(
            Self.text(page) == """
                fact vvutzqnp  Qatar › severed ties with › Israel
                2 claims in 2 reports / 2 sources  ! contradicted

                mee  Middle East Eye, 2022
                    says   Qatar › severed ties with › Israel
                    kind   trade
                    time   2009
                    quote  "severed trade ties with Israel in 2009"  mee:1

                pages  The Pages, 2022
                    says   Qatar › severed ties with › Israel
                    kind   diplomatic
                    time   2009
                    quote  "cut its diplomatic ties in 2009"  pages:1

                next: annals why vvutzqnp
                      annals show mee

                """)
    }

    @Test("a history is told newest first") func history() throws {
        let first = try DiffPageTests.page([], [DiffPageTests.ledger(24)]).changeSet
        let second = try DiffPageTests.page([DiffPageTests.ledger(24)], [DiffPageTests.ledger(48)]).changeSet
        let fact = try #require(Story.side([DiffPageTests.ledger(48)], vocabulary: Story.vocabulary()).facts.first)
        let steps = [
            (revision: Story.revision("3f2a91c", day: "2020-02-23", message: "Liberman tells"), changes: first.changes),
            (revision: Story.revision("8be1207", day: "2020-02-28", message: "A new text"), changes: second.changes),
        ]
        let page = HistoryPage(fact, steps: steps, naming: try Self.naming())
        #expect(
            Self.text(page) == """
                history of vwotoszz  Doha visit › lasted
                2 revisions changed it; newest first

                8be1207  2020-02-28  A new text
                  ~ GENERALISED  less than 24 hours → less than 48 hours
                    "put it at less than 48 hours"
                    ledger:3, officials who were not named, via Walla

                3f2a91c  2020-02-23  Liberman tells
                  + ADDED  less than 24 hours
                    "put it at less than 24 hours"
                    ledger:3, officials who were not named, via Walla

                next: annals why vwotoszz
                      annals show vwotoszz

                """)
        #expect(page.items.map { $0.object?["revision"]?.object?["short"] } == ["8be1207", "3f2a91c"])
    }

    @Test("contradictions end with what was never checked") func contradictions() throws {
        let side = try Self.side()
        let page = ContradictionsPage(
            Contradiction.all(in: side),
            coverage: .init(
                singleValued: 2, inUse: 4,
                unchecked: [.init(predicate: "met", facts: 3), .init(predicate: "visited", facts: 12)]),
            reports: side.provenance.reports, naming: try Self.naming())
        #expect(
            Self.text(page) == """
                !1 contradicted

                ! CONTRADICTED  czyolzxp  Qatar › severed ties with › Israel · 2009
                    fact  vvutzqnp
                  · kind trade
                    "severed trade ties with Israel in 2009"  mee:1  Middle East Eye, 2022
                  · kind diplomatic
                    "cut its diplomatic ties in 2009"  pages:1  The Pages, 2022
                    because only one can hold; another source, both in their own voice

                next: annals history vvutzqnp
                      annals resolve czyolzxp both-possible

                2 of 4 predicates in use declare single-valued
                2 carry no rule and are never called contradicted: visited (12), met (3)
                  (annals vocabulary --unchecked)

                """)
    }

    @Test("a report shows its versions and its claims") func report() throws {
        let side = try Self.side()
        let record = try #require(side.provenance.reports.values.first { $0.name.description == "ledger" })
        let claims = side.facts.flatMap(\.claims).filter { $0.report == record.name }
        let page = ReportPage(
            record, versions: [(Story.revision("3f2a91c", day: "2020-02-23"), record)], claims: claims,
            naming: try Self.naming())
        #expect(
            Self.text(page) == """
                report ledger
                    source     Gulf Ledger
                    published  2020-02-23
                    read by    desk@1
                    digest     bbebc8e7eec874d6829e18ff4c2ab70894a22dd15a9f10d697f7e0a64156aeaf

                1 version
                  3f2a91c  2020-02-23  bbebc8e7eec8  desk@1

                1 claim
                vwotoszz  Doha visit › lasted › less than 24 hours
                    "put it at less than 24 hours"
                    ledger:3, officials who were not named, via Walla

                next: annals show vwotoszz

                """)
    }

    @Test("an entity shows its spellings and what is said of it") func entity() throws {
        let side = try Self.side()
        let page = EntityPage(
            EntityKey(name: "Israel"), facts: side.facts, reports: side.provenance.reports, naming: try Self.naming())
        #expect(
            Self.text(page) == """
                country Israel
                    written  Israel (2)

                named by others
                  Qatar  vvutzqnp  severed ties with › Israel · kind trade · 2009
                    1 of 2 reports

                next: annals show vvutzqnp

                """)
    }

    @Test("a revision shows itself and what it changed") func revision() throws {
        let changes = try DiffPageTests.page([DiffPageTests.ledger(24)], [DiffPageTests.ledger(48)])
        let page = RevisionPage(Story.revision("8be1207", day: "2020-02-28", message: "A new text"), changes: changes)
        #expect(
            Self.text(page, width: 40) == """
                8be1207  2020-02-28  + A new text
                    reports +2  facts +9 ~3  desk@1  by
                      Ana

                1 report edited without notice: ledger
                ~1 generalised

                ~ GENERALISED  vwotoszz  Doha visit ›
                  lasted
                    object  less than [-24-]{+48+} hours
                            wider
                    quote   "put it at less than
                            [-24-]{+48+} hours"
                            ledger:3, officials who were
                              not named, via Walla

                next: annals history vwotoszz
                      annals show vwotoszz

                """)
    }

    @Test("a check says what is wrong and what to do") func verify() {
        let checked = [(what: "objects", count: 1234), (what: "quotations", count: 88)]
        #expect(
            Self.text(VerifyPage(checked: checked, problems: [])) == """
                checked 1,234 objects, 88 quotations
                = sound  nothing is wrong

                """)
        let problem = VerifyPage.Problem(
            place: "reports/ab/ledger/text", what: "the digest is not the recorded one", hint: "restore it from a clone"
        )
        #expect(
            Self.text(VerifyPage(checked: checked, problems: [problem])) == """
                checked 1,234 objects, 88 quotations
                !1 problem

                ! reports/ab/ledger/text: the digest is not the recorded one
                    hint  restore it from a clone

                """)
    }
}
