@testable import Facts
import TestSupport
import Testing

@Suite struct `The way back to a source` {
    @Test(arguments: UInt64(0)..<200)
    func `leads from each byte to those it stands for, as a plain list of them does`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var map = SourceMap()
        var model: [Range<Int>] = []
        var position = 0
        for _ in 0..<Int.random(in: 0...30, using: &random) {
            position += random.pick([0, 0, 0, 3])
            let (length, source) = random.pick([(1, 1), (1, 1), (5, 5), (1, 3), (2, 8), (3, 1)])
            map.append(length, for: position..<(position + source))
            for byte in 0..<length {
                model.append(
                    length == source ? (position + byte)..<(position + byte + 1) : position..<(position + source))
            }
            position += source
            if model.last?.count == 1, length == source, random.pick([false, false, true]) {
                map.removeLast()
                model.removeLast()
                position -= 1
            }
        }
        #expect(map.count == model.count, "seed \(seed)")
        for start in model.indices {
            for end in (start + 1)...model.count {
                let source = model[start].lowerBound..<model[end - 1].upperBound
                #expect(map.source(of: start..<end) == source, "seed \(seed)")
                if let text = map.text(of: source) { #expect(map.source(of: text) == source, "seed \(seed)") }
            }
        }
    }

    @Test func `of the text of a place fails inside of what stands for something else`() {
        var map = SourceMap(identityOf: 10..<20)
        map.append(1, for: 25..<30)
        map.append(4, for: 30..<34)
        #expect(map.text(of: 10..<34) == 0..<15)
        #expect(map.text(of: 12..<20) == 2..<10)
        #expect(map.text(of: 25..<32) == 10..<13)
        for wrong in [10..<26, 26..<34, 20..<25, 5..<12, 30..<40, 0..<0, 22..<24] {
            #expect(map.text(of: wrong) == nil)
        }
    }

    @Test func `takes no room for a text that follows its source`() {
        var map = SourceMap()
        for byte in 0..<1000 { map.append(1, for: byte..<(byte + 1)) }
        #expect(map == SourceMap(identityOf: 0..<1000))
        #expect(map.source(of: 0..<0) == 0..<0)
        #expect(SourceMap().source(of: 0..<5) == 0..<0)
    }
}

@Suite struct `Characters written as names and numbers` {
    private func read(_ text: String) -> String? {
        CharacterReference(in: Array(text.utf8), at: 0).map { String($0.scalar) + "|\($0.length)" }
    }

    @Test(arguments: [
        ("&amp;", "&|5"), ("&eacute;x", "é|8"), ("&#233;", "é|6"), ("&#xE9;", "é|6"), ("&#XE9;", "é|6"),
        ("&nbsp;", "\u{A0}|6"),
        ("&#146;", "’|6"), ("&rsquo;", "’|7"), ("&#233 x", "é|5"), ("&copy 2020", "©|5"), ("&#0;", "\u{FFFD}|4"),
        ("&#xD800;", "\u{FFFD}|8"), ("&#99999999999999999999;", "\u{FFFD}|23"), ("&apos;", "'|6"), ("&#128512;", "😀|9"),
    ])
    func `are read as browsers read them`(text: String, found: String) {
        #expect(read(text) == found)
    }

    @Test(arguments: [
        "&", "&;", "& x", "&T", "&nosuchname;", "&#;", "&#x;", "&#xg;", "&rsquo x", "&copy=1", "&commat x", "x",
    ])
    func `are nothing else`(text: String) {
        #expect(read(text) == nil)
    }
}
