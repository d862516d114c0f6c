import FactDiff
import FactTestSupport
import Facts
import Testing

/// One cell of a table in two editions, and the label that its change must have.
struct CellCase: Sendable, CustomTestStringConvertible {
    let content: Content
    let before: String
    let after: String
    let equality: Equality

    init(_ content: Content, _ before: String, _ after: String, _ equality: Equality = .different) {
        (self.content, self.before, self.after, self.equality) = (content, before, after, equality)
    }

    var testDescription: String { "\(content.rawValue): \(before) | \(after)" }
}

@Suite struct `Cells of a table` {
    /// The changes between editions of a report whose claims have no quotations; the predicate is open.
    private static func diff(_ before: [String], _ after: [String], predicate: String = "output") throws -> [Change] {
        let sides = try [("2021-01-05", before), ("2022-01-05", after)].map { date, cells in
            try Desk(cells.map { Draft("Ruritania", predicate, $0) }).knowing("ledger") {
                $0.published = Time(edtf: date)
            }
        }
        return try FactDiffTests.diff(sides[0], sides[1])
    }

    static let cases: [CellCase] = [
        .init(.updated, "54 (2019 est.)", "57 (2020 est.)"),
        .init(.updated, "54 (July 2019)", "57 (2020)"),
        .init(.updated, "1.9% (2015-20)", "1.7% (2020-25)"),
        .init(.updated, "54.4 (2019)", "54 (2020)", .precision),
        .init(.updated, "three ports (2019)", "a port and a dock (2020)"),
        .init(.backfilled, "54 (2021)", "57 (2019/20)"),
        .init(.corrected, "54 (2019 est.)", "57 (2019 est.)"),
        .init(.corrected, "54 (2019)", "57 (July 2019)"),
        .init(.corrected, "$2.23 billion (2019)", "$2.224 billion (2019)"),
        .init(.corrected, "$3,115,910,000,000 (2019)", "$3.11 trillion (2019)"),
        .init(.corrected, "2.1 million ARKADIA (2020)", "2.2 million ARKADIA (2020)"),
        .init(.corrected, "17 km oil, 40 km gas (2013)", "17 km oil, 44 km gas (2013)"),
        .init(.recurred, "54 (2019)", "54 (2020 est.)", .form),
        .init(.recurred, "7.1% (2012)", "7.1% (2011/12)", .form),
        .init(.recurred, "no conscription (2013)", "no conscription (2021)", .form),
        .init(.refined, "$42.38 billion (2019)", "$42.378 billion (2019)", .precision),
        .init(.refined, "2% (2019)", "1.8% (2019)", .precision),
        .init(.generalised, "$26,351 (2019)", "$26,400 (2019)", .precision),
        .init(.generalised, "9.49 (2020)", "10 (2020)", .precision),
        .init(.generalised, "1.5% (2020)", "2% (2020)", .precision),
        .init(.refined, "329 billion (2017)", "$329 billion (2017)"),
        .init(.refined, "54", "54 (2019)", .form),
        .init(.reworded, "$19,846,720,000,000 (2020)", "$19.84672 trillion (2020)", .scale),
        .init(.reworded, "54% (2019)", "54% (2019 est.)", .form),
        .init(.reworded, "$54 note: in old dollars (2019)", "$54 (2019)", .form),
        .init(.reworded, "54 km (2019) (of it 7 km paved)", "54 km (of it 7 km paved) (2019)", .form),
        .init(.reworded, "1,700 barrels/day (2018)", "1,700 bbl/day (2018)", .form),
        .init(.reworded, "17 km oil, 4000 km gas (2013)", "4,000 km gas, 17 km oil (2013)", .form),
        .init(.undetermined, "54", "57"),
        .init(.undetermined, "54 (Ohio) (2019)", "54 (Iowa) (2019)"),
        .init(.undetermined, "a port", "a dock and a yard"),
    ]

    @Test(arguments: cases)
    func `have the label of their row, and the mirrored label the other way round`(row: CellCase) throws {
        let forth = try Self.diff([row.before], [row.after])
        let back = try Self.diff([row.after], [row.before])
        #expect(forth.map(\.content) == [row.content])
        #expect(back.map(\.content) == [row.content.mirrored])
        let object = try #require(forth.first?.trace.compared.first { $0.name == "object" })
        #expect(object.equality == row.equality)
    }

    @Test func `any two of them have mirrored labels and relations`() throws {
        let texts = Set(Self.cases.flatMap { [$0.before, $0.after] }).sorted()
        let claims = try texts.map { try Draft("Ruritania", "output", $0).claim(.empty) }
        for a in claims {
            for b in claims {
                let (forth, back) = (Self.compare(a, b), Self.compare(b, a))
                #expect(back.content == forth.content.mirrored)
                #expect(back.trace.compared.map(\.relation) == forth.trace.compared.map(\.relation.mirrored))
                if a == b { #expect(forth.content == .unchanged) }
            }
        }
    }

    private static func compare(_ a: Claim, _ b: Claim) -> ClaimComparison {
        ClaimComparison(a, b, standing: .replaced, reports: (nil, nil), vocabulary: .empty)
    }

    @Test func `a vocabulary that says the unit makes two forms of one sum`() throws {
        let changes = try Self.diff(["329 billion (2017)"], ["$329 billion (2017)"], predicate: "reserves")
        #expect(changes.map(\.content) == [.reworded])
    }

    @Test func `a sentence does not round as a table does`() throws {
        let before = Draft("quake", "lasted", "26,351 s", "2020").quoting("It lasted 26,351 s")
        let after = Draft("quake", "lasted", "26,400 s", "2020").quoting("It lasted 26,400 s")
        #expect(try FactDiffTests.diff([before], [after]).map(\.content) == [.corrected])
    }

    @Test func `a claim's own time goes before the period that its object names`() throws {
        let before = Draft("Qatar", "reserves", "US$9 billion (2019)", "2020")
        let after = Draft("Qatar", "reserves", "US$8 billion (2019)", "2021")
        #expect(try FactDiffTests.diff([before], [after]).map(\.content) == [.updated])
    }
}
