import Facts
import TestSupport
import Testing

@testable import FactRepository

@Suite struct FactRegionTests {
    @Test func `every region has a name in a folder, and is found again by it`() throws {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<2000 {
            let id = FactID(number: UInt128.random(in: 0 ... .max, using: &random))
            let depth = random.pick([0, 8, 16, 40, 120])
            let folder = FactRegion(of: id, depth: depth)
            let region = FactRegion(of: id, depth: Int.random(in: depth + 1...min(128, depth + 20), using: &random))
            var name: [UInt8] = []
            region.appendName(in: folder.depth, to: &name)
            #expect(FactRegion(name: name[...], in: folder) == region)
            #expect(region.contains(id) && folder.contains(region))
        }
    }

    @Test(arguments: [
        ("k-r", 1), ("s-z", 1), ("k-n", 2), ("k-l", 3), ("y-z", 3), ("k", 4), ("z", 4), ("kk-kr", 5), ("kl", 8),
        ("klm", 12), ("klm-kln", 11),
    ])
    func `a name stands for a range of letters`(name: String, depth: Int) throws {
        let region = try #require(FactRegion(name: Array(name.utf8)[...], in: .all))
        #expect(region.depth == depth)
        let ends = name.split(separator: "-")
        #expect(FactID(number: region.start).letters.hasPrefix(ends[0]))
        #expect(FactID(number: region.end).letters.hasPrefix(ends[ends.count - 1]))
    }

    @Test(arguments: [
        "", "-", "a", "k-", "-k", "k-k", "l-m", "k-m", "k-z", "r-k", "kk-lz", "kk-l", "k--l", "K", "kk/kl",
    ])
    func `what is no such range is no name`(name: String) {
        #expect(FactRegion(name: Array(name.utf8)[...], in: .all) == nil)
    }

    @Test(arguments: [
        "facts.jsonl", "facts/k-r.jsonl", "facts/kp.jsonl", "facts/k/kk-kr.jsonl", "facts/k/p.jsonl",
        "facts/k/p/zzk-zzr.jsonl", "facts/kp.denials.jsonl", "facts/k/kk-kr.denials.jsonl",
    ])
    func `a bucket's place has a path, and is found again by it`(path: String) {
        #expect(BucketPlace(path: path)?.path == path)
    }

    @Test(arguments: [
        "facts", "facts/", "facts/.jsonl", "fact.jsonl", "facts/kp", "facts/kp/p.jsonl", "facts/a/k.jsonl",
        "facts/k-l/k.jsonl", "facts//k.jsonl", "facts/k/k-m.jsonl", "factsk.jsonl",
        "facts.denials.jsonl", "facts/.denials.jsonl", "facts/kp.denials", "facts/kp.denials.denials.jsonl",
    ])
    func `no bucket stands elsewhere`(path: String) { #expect(BucketPlace(path: path) == nil) }

    @Test func `regions halve, and hold each id in one half`() {
        var random = SeededGenerator(seed: 2)
        for depth in 0..<128 {
            let id = FactID(number: UInt128.random(in: 0 ... .max, using: &random))
            let region = FactRegion(of: id, depth: depth)
            let (low, high) = region.halves
            #expect(low.start == region.start && high.end == region.end && low.end &+ 1 == high.start)
            #expect(low.contains(id) != high.contains(id))
            #expect(high.around(depth: depth) == region)
            #expect(region.sharedDepth(with: id) == depth)
        }
    }
}
