import Testing

@testable import Git

@Suite struct PackPlanTests {
    @Test func `few packs, and small ones, stay as they are`() {
        #expect(PackPlan([]).due().isEmpty)
        #expect(PackPlan(packs(1)).due().isEmpty)
        #expect(PackPlan(packs(7)).due().isEmpty)
        #expect(PackPlan(packs(7) + [pack(99, objects: 100_000, bytes: 40_000_000)]).due().isEmpty)
    }

    @Test func `eight of a tier become one, with all that is smaller`() {
        let (many, few) = (packs(8), (0..<3).map { pack(20 + $0, objects: 3, bytes: 900) })
        let large = pack(99, objects: 100_000, bytes: 40_000_000)
        #expect(PackPlan(many + few + [large]).due() == many + few)
    }

    @Test func `all become one when the others are more than a third of the largest`() {
        let large = pack(99, objects: 100_000, bytes: 40_000_000)
        let others = [pack(1, objects: 500, bytes: 9_000_000), pack(2, objects: 400, bytes: 5_000_000)]
        #expect(PackPlan([large, others[0]]).due().isEmpty)
        #expect(PackPlan([large] + others).due() == [large] + others)
    }

    @Test func `what is larger than somebody waits for is left, and what is small is done`() {
        let large = pack(99, objects: 100_000, bytes: 4_000_000)
        let all = packs(8, bytes: 200_000) + [large]
        #expect(PackPlan(all).due() == all)
        #expect(PackPlan(all).due(atMost: 2_000_000) == packs(8, bytes: 200_000))
        #expect(PackPlan(all).due(atMost: 1_000_000).isEmpty)
    }

    @Test(arguments: [
        Growth(facts: 10_000, most: 20, rolls: 100...140, copies: 70, written: 600_000),
        Growth(facts: 100_000, most: 25, rolls: 30...45, copies: 25, written: 600_000),
        Growth(facts: 1_000_000, most: 30, rolls: 3...10, copies: 10, written: 600_000),
    ])
    func `ten thousand revisions make few packs of little more than the bytes of one, and write little`(
        _ growth: Growth
    ) {
        let result = growth.run()
        #expect(result.most <= growth.most)
        #expect(growth.rolls.contains(result.rolls))
        #expect(result.copies <= growth.copies)
        #expect(result.written <= growth.written)
        #expect(result.excess <= 1.36)
    }

    @Test func `where nobody ever does what is large, packs are few all the same`() {
        let result = Growth(facts: 100_000, most: 50, rolls: 0...0, copies: 6, written: 600_000, limit: 8 << 20).run()
        #expect(result.rolls == 0)
        #expect(result.most < 50)
        #expect(result.copies <= 6)
    }

    private func pack(_ number: Int, objects: Int, bytes: Int) -> PackPlan.Pack {
        PackPlan.Pack(name: "pack-\(number)", objects: objects, bytes: bytes)
    }

    private func packs(_ count: Int, bytes: Int = 8000) -> [PackPlan.Pack] {
        (0..<count).map { pack($0, objects: 41, bytes: bytes) }
    }
}

/// A story that grows by ten changes a revision, and what putting its packs together costs.
struct Growth: Sendable, CustomTestStringConvertible {
    let facts: Int
    /// What it may come to: packs at any time, rolls of all, copies of an object, bytes written a revision.
    let most: Int
    let rolls: ClosedRange<Int>
    let copies: Double
    let written: Int
    /// What is done at all.
    var limit = Int.max

    var testDescription: String { "\(facts) facts" }

    private static let revisions = 10_000
    /// As measured at 100,000 facts: what a revision is in a pack of its own, and what is left of it beside what it changes.
    private static let (objects, whole, rest) = (41, 75_000, 5_200)

    func run() -> (most: Int, rolls: Int, copies: Double, written: Int, excess: Double) {
        var packs = [PackPlan.Pack(name: "0", objects: facts / 20, bytes: facts * 415)]
        var (most, rolls, copied, written, excess) = (0, 0, 0, 0, 1.0)
        for revision in 1...Self.revisions {
            packs.append(PackPlan.Pack(name: "\(revision)", objects: Self.objects, bytes: Self.whole))
            let due = Set(PackPlan(packs).due(atMost: limit))
            if !due.isEmpty {
                let isAll = due.count == packs.count
                let objects = due.reduce(0) { $0 + $1.objects }
                let bytes = isAll ? facts * 415 + revision * Self.rest : due.reduce(0) { $0 + $1.bytes }
                packs.removeAll(where: due.contains)
                packs.append(PackPlan.Pack(name: "\(revision)+", objects: objects, bytes: bytes))
                (copied, written, rolls) = (copied + objects, written + bytes, rolls + (isAll ? 1 : 0))
            }
            most = max(most, packs.count)
            let one = facts * 415 + revision * Self.rest
            excess = max(excess, Double(packs.reduce(0) { $0 + $1.bytes }) / Double(one))
        }
        let objects = facts / 20 + Self.revisions * Self.objects
        return (most, rolls, Double(copied) / Double(objects), written / Self.revisions, excess)
    }
}
