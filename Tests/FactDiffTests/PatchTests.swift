import FactDiff
import FactTestSupport
import Facts
import TestSupport
import Testing

@Suite struct `Patches` {
    private let pool: ClaimPool

    init() throws { pool = try ClaimPool(seed: 5, count: 60, vocabulary: .forTests()) }

    /// Four sides of some of the pool's claims.
    private func sides(_ seed: UInt64) -> [Side] {
        var random = SeededGenerator(seed: seed)
        return (0..<4).map { _ in
            let claims = Set(pool.claims.filter { _ in random.chance(2) })
            return Side(
                facts: SidePair.facts(Array(claims)), provenance: .init(reports: [:], vocabulary: pool.vocabulary))
        }
    }

    private func patch(_ a: Side, _ b: Side) -> Patch { ChangeSet(from: a, to: b).patch }

    @Test func `two in succession compose into the one that leads straight there`() throws {
        for seed in 0..<40 as Range<UInt64> {
            let sides = sides(seed)
            let (ab, bc, cd) = (patch(sides[0], sides[1]), patch(sides[1], sides[2]), patch(sides[2], sides[3]))
            #expect(try ab.then(bc) == patch(sides[0], sides[2]))
            #expect(try ab.then(bc).then(cd) == ab.then(bc.then(cd)))
            #expect(try ab.then(bc).apply(to: sides[0].facts) == sides[2].facts)
        }
    }

    @Test func `there and back is nothing`() throws {
        for seed in 0..<40 as Range<UInt64> {
            let sides = sides(seed)
            let there = patch(sides[0], sides[1])
            #expect(there.inverted == patch(sides[1], sides[0]) && there.inverted.inverted == there)
            #expect(try there.then(there.inverted) == Patch(lost: [], gained: []))
            #expect(try there.inverted.apply(to: sides[1].facts) == sides[0].facts)
        }
    }

    @Test func `one that does not follow is refused, by the claim that is in the way`() throws {
        let sides = sides(3)
        let there = patch(sides[0], sides[1])
        let claim = try there.gained.first.orThrow()
        let error = #expect(throws: ApplyError.self) { try there.then(there) }
        #expect(error != nil)
        let again = #expect(throws: ApplyError.self) { try Patch(lost: [], gained: [claim]).apply(to: sides[1].facts) }
        #expect(again?.claim == claim.id && again?.reason == .alreadyThere)
        let missing = #expect(throws: ApplyError.self) {
            try Patch(lost: [claim], gained: []).apply(to: sides[0].facts)
        }
        #expect(missing?.fact == claim.fact && missing?.reason == .missing)
    }

    @Test func `written and read it is the same, byte for byte`() throws {
        let sides = sides(9)
        let patch = patch(sides[0], sides[1])
        let lines = patch.lines.map { $0.canonicalBytes }
        let read = try Patch(lines: lines.map { try JSONParser.parse($0) })
        #expect(read == patch && read.lines.map { $0.canonicalBytes } == lines)
    }

    @Test func `a file that is none, or a part of one, is refused with the line`() throws {
        let sides = sides(9)
        let lines = patch(sides[0], sides[1]).lines
        func refusal(_ lines: [JSONValue]) -> PatchError? {
            do {
                _ = try Patch(lines: lines)
                return nil
            } catch { return error }
        }
        #expect(refusal([])?.line == 1 && refusal([.object(["annals": "patch/2"])])?.line == 1)
        #expect(refusal(Array(lines.dropLast()))?.line == lines.count - 1)
        #expect(refusal(lines + [.object(["gone": .string("")])])?.line == lines.count + 1)
    }
}
