@testable import Facts
import Testing

@Suite struct `Quantities are compared` {
    @Test(arguments: [
        ("more than 80", "80", Relation.disjoint), ("more than 80", "81", .wider), ("more than 80", "84", .wider),
        ("84", "more than 80", .narrower), ("at least 81", "more than 80", .same),
        ("less than 24", "at most 23", .same),
        ("more than 1.5", "2", .wider), ("more than 1.5", "1.7", .wider), ("more than 1.5", "1.5", .overlapping),
        ("less than 0.5", "0", .wider),
        ("more than 80 people", "80 people", .disjoint), ("more than $80", "$81", .wider),
        ("$30 million", "$80 million", .disjoint),
        ("$42.38 billion", "$42.378 billion", .wider), ("$42.378 billion", "$42.38 billion", .narrower),
        ("US$1.5bn", "US$15bn", .disjoint), ("-5", "5", .disjoint), ("12–21", "15", .wider),
        ("12–21", "20–30", .overlapping),
        ("12–21", "22", .disjoint), ("about 2,000", "2,100", .wider), ("about 2,000", "2,600", .disjoint),
        ("5%", "5", .incomparable),
        ("5 km", "5 people", .incomparable), ("1 year", "12 months", .narrower.mirrored), ("1000 m", "1 km", .narrower),
        ("up to 50", "50", .wider), ("up to 50", "51", .disjoint), ("dozens", "84", .wider),
        ("$5", "€5", .incomparable),
        ("5-7 million", "6 million", .wider), ("hundreds of millions of dollars", "$300 million", .wider),
        ("30 days", "1 month", .incomparable), ("$5 a month", "$5", .incomparable),
    ])
    func `as the sets of numbers that they allow`(a: String, b: String, relation: Relation) throws {
        let (a, b) = (try #require(QuantityReader.read(a)), try #require(QuantityReader.read(b)))
        #expect(a.relation(to: b) == relation)
        #expect(b.relation(to: a) == relation.mirrored)
    }

    @Test(arguments: [
        ("US$1.5bn", "US$1,500,000,000", Equality.scale), ("US$1.5bn", "US$15bn", .different), ("-5", "5", .different),
        ("$30 million", "$80 million", .different), ("$42.38 billion", "$42.378 billion", .precision),
        ("42.38 km", "42.378 km", .precision), ("42.38 km", "42.371 km", .different), ("5 km", "5,000 m", .scale),
        ("5", "5.0", .scale), ("12 people", "12 person", .form), ("84", "more than 83", .different),
        ("42.38", "42.39", .different),
        ("2 years", "24 months", .scale), ("$5", "€5", .different),
    ])
    func `by how equal they are`(a: String, b: String, equality: Equality) throws {
        let (a, b) = (try #require(QuantityReader.read(a)), try #require(QuantityReader.read(b)))
        #expect(a.equality(to: b) == equality)
        #expect(b.equality(to: a) == equality)
    }

    @Test(arguments: [
        ("100", "104", Relation.overlapping), ("100", "106", .disjoint), ("100", "100", .same),
        ("-100", "-104", .overlapping), ("US$2 million", "US$3 million", .disjoint),
        ("US$2.00 million", "US$2.04 million", .overlapping), ("under 80", "over 82", .overlapping),
        ("under 80", "over 90", .disjoint), ("12–21", "22–30", .overlapping), ("12–21", "25–30", .disjoint),
    ])
    func `a gap within the tolerance does not keep them apart`(a: String, b: String, relation: Relation) throws {
        let tolerance = DecimalNumber(5, exponent: -2)
        let (a, b) = (try #require(QuantityReader.read(a)), try #require(QuantityReader.read(b)))
        #expect(a.relation(to: b, tolerance: tolerance) == relation)
        #expect(b.relation(to: a, tolerance: tolerance) == relation)
    }

    @Test(arguments: [
        "", "E6", "1E", "1E61", "1E-9223372036854775808", "1.", ".5", "1.2.3", "--5", "5 ", "a", "1..", "..2", ">", "~",
        "1,000",
        "1234567890123456789012345678901",
    ])
    func `what is not a normal form is refused`(text: String) {
        #expect(Quantity(number: text, unit: .none) == nil)
    }

    @Test(
        arguments: [
            ("84", "80", true), ("80", "84", false), ("84", "84", nil), ("more than 80", "80", true),
            ("80", "more than 80", false),
            ("more than 80", "84", nil), ("2 km", "500 m", true), ("5 km", "5 people", nil), ("12–21", "22–30", false),
        ] as [(String, String, Bool?)])
    func `one is above another only whatever either means exactly`(a: String, b: String, isAbove: Bool?) throws {
        let (a, b) = (try #require(QuantityReader.read(a)), try #require(QuantityReader.read(b)))
        #expect(a.isAbove(b) == isAbove)
        #expect(b.isAbove(a) == isAbove.map { !$0 })
    }

    @Test func `numbers of 30 digits are comparable with themselves in any unit`() throws {
        let number = String(repeating: "9", count: 30)
        let area = try #require(Quantity(number: number, unit: Unit(symbol: "mi2")))
        #expect(area.relation(to: area) == .same)
    }

    @Test func `numbers that cannot be brought to one exponent are still in order`() {
        let (large, larger) = (DecimalNumber(Int128.max), DecimalNumber(3, exponent: 38))
        #expect(large < larger && !(larger < large))
        #expect(larger.negated < large.negated && !(large.negated < larger.negated))
        #expect(
            DecimalNumber(0) < DecimalNumber(1, exponent: -40) && DecimalNumber(-1, exponent: 40) < DecimalNumber(0))
    }
}
