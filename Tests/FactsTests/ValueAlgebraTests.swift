@testable import Facts
import TestSupport
import Testing

/// Laws of the relation and the equality of values, for any values and any seed.
@Suite struct `The algebra of values` {
    private static let vocabulary = Vocabulary(
        predicates: [],
        entities: [
            .init(name: "Qatar", aliases: [], type: nil, within: [EntityKey(name: "Gulf")]),
            .init(name: "Doha", aliases: [], type: nil, within: [EntityKey(name: "Qatar")]),
            .init(name: "Gulf", aliases: [], type: nil, within: []),
        ])

    private static let role: Role = {
        var role = Role(type: .choice)
        role.choices = ["injured", "killed", "missing", "harmed"]
        role.within = ["killed": "harmed", "injured": "harmed"]
        return role
    }()

    private func relation(_ a: Value, _ b: Value) -> Relation {
        a.relation(to: b, in: Self.role, vocabulary: Self.vocabulary)
    }

    @Test(arguments: UInt64(0)..<400)
    func `a value is the same as itself`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<10 {
            let value = Value.random(using: &random)
            #expect(relation(value, value) == .same, "seed \(seed)")
            #expect(value.equality(to: value) == .identical, "seed \(seed)")
        }
    }

    @Test(arguments: UInt64(0)..<400)
    func `the relation of b to a mirrors that of a to b and equality is symmetric`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<10 {
            let (a, b) = (Value.random(using: &random), Value.random(using: &random))
            #expect(relation(b, a) == relation(a, b).mirrored, "seed \(seed): \(a) \(b)")
            #expect(a.equality(to: b) == b.equality(to: a), "seed \(seed): \(a) \(b)")
        }
    }

    @Test(arguments: UInt64(0)..<400)
    func `values that are equal in form are the same, and identical ones have the same bytes`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            let (a, b) = (Value.random(using: &random), Value.random(using: &random))
            let equality = a.equality(to: b)
            if equality <= .form { #expect(relation(a, b) == .same, "seed \(seed): \(a) \(b)") }
            #expect(
                (equality == .identical) == (a.json.canonicalBytes == b.json.canonicalBytes), "seed \(seed): \(a) \(b)")
            if equality == .scale { #expect(relation(a, b) != .disjoint, "seed \(seed): \(a) \(b)") }
        }
    }

    @Test(arguments: UInt64(0)..<100)
    func `narrower is transitive for quantities of one unit and for times`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let unit = Unit(symbol: random.pick(["", "USD", "km"]))
        let quantities = random.list(12...12) { Quantity.random(unit: unit, using: &$0) }
        expectTransitive(quantities, seed) { $0.relation(to: $1) }
        expectTransitive(random.list(12...12) { Time.random(using: &$0) }, seed) { $0.relation(to: $1) }
    }

    private func expectTransitive<Element>(
        _ values: [Element], _ seed: UInt64, _ relation: (Element, Element) -> Relation
    ) {
        for a in values {
            for b in values where relation(a, b) == .narrower {
                for c in values where relation(b, c) == .narrower {
                    #expect(relation(a, c) == .narrower, "seed \(seed): \(a) \(b) \(c)")
                }
            }
        }
    }

    @Test(arguments: UInt64(0)..<80)
    func `counts are related as the sets of whole numbers that they allow`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            let (a, b) = (randomCount(&random), randomCount(&random))
            let (x, y) = (members(a), members(b))
            let expected: Relation =
                if x == y { .same } else if x.isDisjoint(with: y) { .disjoint } else if x.isSubset(of: y) {
                    .narrower
                } else if y.isSubset(of: x) { .wider } else { .overlapping }
            #expect(a.relation(to: b) == expected, "seed \(seed): \(a.number) \(b.number)")
        }
    }

    private func randomCount(_ random: inout SeededGenerator) -> Quantity {
        let (a, b) = (Int.random(in: 0...12, using: &random), Int.random(in: 0...12, using: &random))
        let number = random.pick(["\(a)", "\(a)..\(b)", ">\(a)", ">=\(a)", "<\(a)", "<=\(a)"])
        return Quantity(number: number, unit: Unit(symbol: "person"))
            ?? Quantity(.figure(.init(DecimalNumber(0), precision: 0)), unit: .none)
    }

    /// Whole numbers from -3 to 15, which lie beyond every end that ``randomCount`` makes.
    private func members(_ quantity: Quantity) -> Set<Int> {
        Set(
            (-3...15).filter { whole in
                let number = DecimalNumber(Int128(whole))
                let point = Interval<DecimalNumber>.End(point: number, isIncluded: true)
                return quantity.interval.contains(Interval(from: point, to: point))
            })
    }

    @Test(arguments: UInt64(0)..<400)
    func `the normal forms of values read back`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let quantity = Quantity.random(using: &random)
        #expect(Quantity(number: quantity.number, unit: quantity.unit) == quantity, "seed \(seed): \(quantity.number)")
        let time = Time.random(using: &random)
        #expect(Time(edtf: time.edtf) == time, "seed \(seed)")
        let value = Value.random(using: &random)
        let read = try #require(Value(json: try JSONParser.parse(value.json.canonicalBytes)), "seed \(seed)")
        #expect(read == value, "seed \(seed)")
    }
}
