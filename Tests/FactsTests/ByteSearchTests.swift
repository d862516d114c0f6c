import Facts
import TestSupport
import Testing

@Suite struct ByteSearchTests {
    @Test(arguments: 0..<200 as Range<UInt64>) func `finds what looking everywhere finds`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        // Of two letters much comes again, of eight little.
        let letters = Array<UInt8>(0..<(seed % 2 == 0 ? 2 : 8))
        let text = random.list(0...400) { $0.pick(letters) }
        let pattern = random.list(1...12) { $0.pick(letters) }
        let start = Int.random(in: 0...20, using: &random)
        let everywhere = (start..<max(start, text.count)).filter { text[$0...].starts(with: pattern) }
        #expect(text.occurrences(of: pattern, from: start) == everywhere)
    }

    @Test func `what repeats itself is found as well`() {
        let text = [UInt8](repeating: 0x61, count: 20_000)
        #expect(text.occurrences(of: [UInt8](repeating: 0x61, count: 9_000)).count == 11_001)
        #expect(text.occurrences(of: [0x62] + text.prefix(9_000)) == [])
    }

    @Test(arguments: [255, 256, 300, 700]) func `a long pattern is found`(length: Int) {
        var random = SeededGenerator(seed: UInt64(length))
        let text = random.list(2000...2000) { $0.pick([1, 2, 3, 4]) as UInt8 }
        #expect(text.occurrences(of: Array(text[400..<400 + length])) == [400])
        #expect(text.occurrences(of: Array(text[400..<400 + length]) + [5]) == [])
    }

    @Test func `there is nothing of an empty pattern, nor of one that is longer than the text`() {
        #expect([1, 2].occurrences(of: []) == [])
        #expect([1, 2].occurrences(of: [1, 2, 3]) == [])
        #expect([1, 2].occurrences(of: [1, 2], from: 5) == [])
    }
}
