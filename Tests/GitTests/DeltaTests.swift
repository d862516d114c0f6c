import TestSupport
import Testing

@testable import Git

@Suite struct DeltaTests {
    @Test(arguments: 0..<200 as Range<UInt64>)
    func `a delta gives back what it was made from`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let base = random.lines(0...80)
        var target = base
        for _ in 0..<Int.random(in: 0...6, using: &random) { target = random.edited(target) }
        let (before, after) = (Array(base.joined().utf8), Array(target.joined().utf8))
        let delta = Delta.from(before, to: after)
        #expect(Delta.apply(delta[...], to: before) == after, "seed \(seed)")
        #expect(Delta.apply(Delta.from(after, to: before)[...], to: after) == before, "seed \(seed)")
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `a delta gives what it was made for and nothing else`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let lines = random.lines(0...40)
        let (base, target) = (Array(lines.joined().utf8), Array(random.edited(lines).joined().utf8))
        let delta = Delta.from(base, to: target)
        #expect(Delta.gives(target, from: base, by: delta[...]), "seed \(seed)")
        #expect(!Delta.gives(target + [0], from: base, by: delta[...]), "seed \(seed)")
        #expect(!Delta.gives(target, from: base + [0], by: delta[...]), "seed \(seed)")
        var (other, damaged) = (target, delta)
        if let place = target.indices.randomElement(using: &random) { other[place] ^= 1 }
        #expect(Delta.gives(other, from: base, by: delta[...]) == (other == target), "seed \(seed)")
        damaged[Int.random(in: delta.indices, using: &random)] = .random(in: 0...255, using: &random)
        #expect(
            Delta.gives(target, from: base, by: damaged[...]) == (Delta.apply(damaged[...], to: base) == target),
            "seed \(seed)")
    }

    @Test func `a short delta is stored as it is, a long one is deflated`() throws {
        let compression = Compression()
        let (short, long) = ([UInt8](repeating: 7, count: 255), [UInt8](repeating: 7, count: 256))
        #expect(try compression.compress(delta: short, to: .blob).count > short.count)
        #expect(try compression.compress(.blob, short).count < 50)
        #expect(try compression.compress(delta: long, to: .blob).count < 50)
    }

    @Test(arguments: [0, 1, 15, 16, 17, 127, 128, 65_535, 65_536, 200_000])
    func `sizes at the limits of an instruction`(count: Int) {
        let base = (0..<count).map { UInt8(truncatingIfNeeded: $0 / 7 &* 31) }
        for target in [base, [], base + base, [1] + base, base + [2], Array(base.reversed())] {
            #expect(Delta.apply(Delta.from(base, to: target)[...], to: base) == target)
        }
    }

    @Test func `lines that move and a line that changes cost few bytes`() {
        var random = SeededGenerator(seed: 1)
        var lines = random.lines(60...60)
        let before = Array(lines.joined().utf8)
        lines.swapAt(3, 50)
        lines[20] = "another\n"
        #expect(Delta.from(before, to: Array(lines.joined().utf8)).count < 400)
    }

    @Test func `two changes in one line cost what they change, not the blocks that they cut`() {
        func line(_ claim: String, _ number: Int) -> [UInt8] {
            Array("{\"claim\":\"\(claim)\",\"fact\":\"kkoxkvvotron\",\"number\":\"\(number)\"}\n".utf8)
        }
        let (before, after) = (line("0123456789abcd", 12741), line("dcba9876543210", 12742))
        let delta = Delta.from(before, to: after)
        #expect(Delta.apply(delta[...], to: before) == after)
        // Two sizes; fourteen bytes and one that are new, each with an instruction; three copies.
        #expect(delta.count <= 2 + 15 + 2 + 8)
    }

    @Test func `a folder with other ids for some of its names costs little more than the ids`() throws {
        var entries = (0..<256).map { TreeEntry(name: "\($0 + 100).jsonl", id: .of(.blob, [UInt8($0)])) }
        let before = try Tree(entries).bytes
        let changed = [3, 4, 90, 170, 255]
        for place in changed {
            entries[place] = TreeEntry(name: entries[place].name, id: .of(.blob, [1, 2, UInt8(place)]))
        }
        let after = try Tree(entries).bytes
        let delta = Delta.from(before, to: after)
        #expect(Delta.apply(delta[...], to: before) == after)
        // Two sizes of two bytes; each id with an instruction and a copy before it.
        #expect(delta.count <= 4 + changed.count * (20 + 1 + 5))
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `bytes that are replaced here and there`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let base = Array(random.lines(1...60).joined().utf8)
        var target = base
        for _ in 0..<Int.random(in: 1...40, using: &random) {
            target[Int.random(in: target.indices, using: &random)] = .random(in: 0...255, using: &random)
        }
        let delta = Delta.from(base, to: target)
        #expect(Delta.apply(delta[...], to: base) == target, "seed \(seed)")
        #expect(Delta.gives(target, from: base, by: delta[...]), "seed \(seed)")
    }

    @Test func `a size that no compressed bytes can have is refused before room is made for it`() throws {
        let decompressor = try Decompressor()
        let compressed = try Compressor(level: 12).compress([UInt8](repeating: 0, count: 1 << 20))
        #expect(decompressor.decompress(compressed[...], size: 1 << 20)?.count == 1 << 20)
        #expect(decompressor.decompress(compressed[...], size: 1 << 50) == nil)
    }

    @Test func `a delta that promises more than there is room for is refused`() {
        // A base of two bytes, a target of 2⁴⁹ − 1, a copy of both.
        let delta: [UInt8] = [2] + [UInt8](repeating: 0xff, count: 6) + [0x7f, 0x90, 2]
        #expect(Delta.apply(delta[...], to: [1, 2]) == nil)
        #expect(Delta.apply([2, 2, 0x90, 2], to: [1, 2]) == [1, 2])
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `a damaged delta is refused or makes something, and never reads beyond its base`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let base = Array(random.lines(1...30).joined().utf8)
        var delta = Delta.from(base, to: Array(random.lines(1...30).joined().utf8))
        delta[Int.random(in: delta.indices, using: &random)] = .random(in: 0...255, using: &random)
        _ = Delta.apply(delta[...], to: base)
        _ = Delta.apply(delta.dropLast(Int.random(in: 1...delta.count, using: &random)), to: base)
    }
}

extension SeededGenerator {
    /// So many lines of some words.
    mutating func lines(_ counts: ClosedRange<Int>) -> [String] {
        list(counts) { random in
            random.list(1...20) { $0.pick(["north", "ford", "a", "barley", "of", "1999", "quay"]) }.joined(
                separator: " ")
                + "\n"
        }
    }

    /// The lines with one of them changed, gone, new or elsewhere.
    mutating func edited(_ lines: [String]) -> [String] {
        var result = lines
        let place = Int.random(in: 0...lines.count, using: &self)
        switch Int.random(in: 0..<4, using: &self) {
        case 0 where place < lines.count: result[place] = self.lines(1...1)[0]
        case 1 where place < lines.count: result.remove(at: place)
        case 2 where place < lines.count: result.append(result.remove(at: place))
        default: result.insert(self.lines(1...1)[0], at: place)
        }
        return result
    }
}
