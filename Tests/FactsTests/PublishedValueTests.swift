import Facts
import Testing

@Suite struct `Values as they are published` {
    private static func read(_ text: String) -> Value { Vocabulary.empty.value(.plain(text), nil) }

    /// The normal form of a text and what stands beside it: number, unit, period, "est.", remarks, notes.
    private static func parts(_ text: String) -> [String] {
        let value = read(text)
        return [value.quantity.map { "\($0.number) \($0.unit.symbol)" } ?? "-", value.period?.edtf ?? "-"]
            + (value.isEstimate ? ["est."] : []) + value.remarks + value.notes.map { "note: \($0)" }
    }

    @Test(arguments: [
        ("41,300 (2021 est.)", ["41300 ", "2021", "est."]),
        ("$7.25 trillion (FY2018/19)", ["725E10 USD", "2018/2019"]),
        ("$7,250,000,000,000 (2018)", ["7250000000000 USD", "2018"]),
        ("(2016 est.) <500", ["<500 ", "2016", "est."]),
        ("3.4% of GDP (2019) (about $9 million)", ["3.4 % of gdp", "2019", "about $9 million"]),
        (
            "$3,100 note: data are in 2015 dollars (2017 est.)",
            ["3100 USD", "2017", "est.", "note: data are in 2015 dollars"]
        ),
        ("64% (2014) note: of those over 15", ["64 %", "2014", "note: of those over 15"]),
        ("12,000 kW (est.)", ["12000 kW", "-", "est."]),
        ("1.8% annual rate of change (2010-15 est.)", ["1.8 %", "2010/2015", "est.", "annual rate of change"]),
        ("0.97 cow(s)/goat (2012)", ["0.97 ", "2012", "cow(s)/goat"]),
        ("3.1 million PORT ROSE (capital) (2019)", ["31E5 ", "2019", "PORT ROSE", "capital"]),
        ("8.5 million, as of 3 May 2021", ["85E5 ", "2021-05-03"]),
        ("8.5 million in 2021", ["85E5 ", "2021"]),
        ("2,450 est.", ["2450 ", "-", "est."]),
        ("2,450 2011 est.", ["2450 ", "2011", "est."]),
        ("320 km (Jan 2020)", ["320 km", "2020-01"]),
        ("320 km (includes 12 km of tunnels) (2020)", ["320 km", "2020", "includes 12 km of tunnels"]),
    ])
    func `a number, its period and what else is said of it`(text: String, expected: [String]) {
        #expect(Self.parts(text) == expected)
        #expect(Self.read(text).text == text)
    }

    @Test(arguments: [
        ("17 km oil, 40 km gas (2013)", "2013"), ("no conscription (2020)", "2020"),
        ("wheat 60% (2015), rye 30% (2013)", "-"), ("12 Angry Geese (1957)", "1957"),
    ])
    func `a list, a sentence or a title is no number`(text: String, period: String) {
        #expect(Self.parts(text).prefix(2) == ["-", period])
    }

    @Test(arguments: [
        "Solaris (1972)", "two states", "talks failed in 2009", "Rule 8 (a)", "the man (in Doha)", "(2019)",
    ])
    func `what is not published beside a value belongs to it`(text: String) {
        #expect(Self.read(text).qualifiers.isEmpty)
    }

    @Test(arguments: [
        ("2020", "2020"), ("July 2021 est.", "2021-07"), ("FY2019/20", "2019/2020"), ("FY 17/18", nil),
        ("2015-20 est.", "2015/2020"), ("2015–2020", "2015/2020"), ("2020-02", "2020-02"), ("2020-02-07", "2020-02-07"),
        ("mid-year 2021", "2021"), ("as of 1 May 2022", "2022-05-01"), ("May 1, 2022", "2022-05-01"),
        ("Q3 2022", "2022-07/2022-09"), ("Jan-Jun 2020", "2020-01/2020-06"),
        ("January 2020 - March 2021", "2020-01/2021-03"),
        ("since 2020", nil), ("2020 and 2021", nil), ("31 February 2020", nil), ("3020", nil), ("2020-13", nil),
        ("est. 2020", "2020"),
    ])
    func `periods as tables write them`(text: String, edtf: String?) {
        #expect(Self.read("7 km (\(text))").period?.edtf == edtf)
    }

    @Test func `the stored form keeps what stands beside a value, and nothing where nothing does`() throws {
        for text in ["41,300 (Ohio) (2021 est.) note: residents", "no conscription (2020)", "41,300"] {
            let value = Self.read(text)
            #expect(Value(json: value.json) == value)
        }
        let plain = try #require(Self.read("41,300").json.object)
        #expect(plain.keys.sorted() == ["quantity", "text"])
    }

    @Test func `the identity of a number is free of its period and notes, not of whose number it is`() {
        let identities = ["900", "900 (2020)", "900 (2021 est.) note: revised"].map { Self.read($0).identity }
        #expect(Set(identities).count == 1)
        #expect(Self.read("900 (Ohio) (2020)").identity != Self.read("900 (Iowa) (2020)").identity)
    }

    @Test func `words given as text stand for themselves`() {
        let value = Vocabulary.empty.value(.text("41,300 (2021 est.)"), nil)
        #expect(value.content == .text)
        #expect(value.qualifiers.isEmpty)
    }

    @Test func `a number given as one has its period read, and a unit of its own`() {
        let value = Vocabulary.empty.value(.quantity("41,300 (2021)", unit: "people"), nil)
        #expect(value.quantity?.unit.symbol == "person")
        #expect(value.period?.edtf == "2021")
    }
}

@Suite struct `Words of two texts` {
    private static func compare(_ a: String, _ b: String) -> (Relation, Equality) {
        let (a, b) = (Vocabulary.empty.value(.text(a), nil), Vocabulary.empty.value(.text(b), nil))
        #expect(
            a.relation(to: b, in: nil, vocabulary: .empty) == b.relation(to: a, in: nil, vocabulary: .empty).mirrored)
        #expect(a.equality(to: b) == b.equality(to: a))
        return (a.relation(to: b, in: nil, vocabulary: .empty), a.equality(to: b))
    }

    @Test(arguments: [
        ("oats 60%; rye 40%", "oats 60%, rye 40%"), ("rye 40%, oats 60%", "oats 60%, rye 40%"),
        ("second-largest port", "second largest port"), ("tel. 555 010", "tel. 555-010"),
        ("4224 km of pipes", "4,224 km of pipes"),
        ("North ++ South", "North South"), ("a port (deep); a dock", "a port (deep) a dock"),
    ])
    func `white space, marks and the order of a list are form`(a: String, b: String) {
        #expect(Self.compare(a, b) == (.same, .form))
    }

    @Test(arguments: [
        ("the “gift” was paid", "the gift was paid", Relation.incomparable),
        ("grew by -5 points", "grew by 5 points", .disjoint),
        ("oats 60%, rye 40%", "oats 61%, rye 39%", .disjoint), ("code 04 in use", "code 4 in use", .incomparable),
        ("a dock", "a dock, a port", .incomparable),
    ])
    func `quotation marks, signs, numbers and words are not`(a: String, b: String, relation: Relation) {
        #expect(Self.compare(a, b) == (relation, .different))
    }

    @Test func `a number written more precisely is narrower`() {
        #expect(Self.compare("oats 60.2% of it", "oats 60% of it") == (.narrower, .precision))
    }
}
