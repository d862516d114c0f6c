/// A pattern that is looked for in words: alternatives, the foremost of which wins.
struct TextPattern: Sendable {
    /// Whether a match can begin only where the text does.
    private let isAnchored: Bool
    private var branches: [PatternBranch] = []
    /// For each character of ASCII, and last for all others, the alternatives that may begin with it.
    private var candidates: [[Int]] = []

    init(_ reader: inout ByteReader, _ classes: [CharacterClass]) throws(ModelError) {
        isAnchored = try reader.number() != 0
        for _ in 0..<(try reader.count()) { branches.append(try PatternBranch(&reader, classes: classes.count)) }
        for letter in 0..<UInt32(128) {
            candidates.append(branches.indices.filter { classes[branches[$0].first].contains(letter) })
        }
        candidates.append(Array(branches.indices))
    }

    /// The first match in a stretch of text that begins at a place or later; an empty one is none.
    func match(in text: [UInt32], _ bounds: Range<Int>, from start: Int, _ classes: [CharacterClass]) -> Range<Int>? {
        if lacksNeeded(text, bounds, classes) { return nil }
        var position = max(start, isAnchored ? start : bounds.upperBound - reach(text, bounds, classes))
        while position < bounds.upperBound {
            let letter = text[position]
            for index in candidates[Int(min(letter, 128))] where mayBegin(index, with: letter, classes) {
                if let end = branches[index].end(in: text, bounds, at: position, classes), end > position {
                    return position..<end
                }
            }
            if isAnchored { return nil }
            position += 1
        }
        return nil
    }

    private func mayBegin(_ index: Int, with letter: UInt32, _ classes: [CharacterClass]) -> Bool {
        letter < 128 || classes[branches[index].first].contains(letter)
    }

    /// A long program is not begun where a character is missing that it cannot do without.
    private func lacksNeeded(_ text: [UInt32], _ bounds: Range<Int>, _ classes: [CharacterClass]) -> Bool {
        guard isAnchored, branches.count == 1, branches[0].length > 40, let needed = branches[0].needed else {
            return false
        }
        return !text[bounds].contains { classes[needed].contains($0) }
    }

    /// How far from the end a match can begin, where all end with the text.
    private func reach(_ text: [UInt32], _ bounds: Range<Int>, _ classes: [CharacterClass]) -> Int {
        var farthest = 0
        for branch in branches {
            guard let tail = branch.tail else { return bounds.count }
            var reach = min(branch.widest, bounds.count)
            if reach > 16 { reach = text[bounds].reversed().prefix { classes[tail].contains($0) }.count }
            farthest = max(farthest, reach)
        }
        return farthest
    }
}

/// The patterns of a model and the classes of characters that they share.
struct PatternTable: Sendable {
    let classes: [CharacterClass]
    private let patterns: [TextPattern]

    init(_ file: ModelFile) throws(ModelError) {
        var reader = try file.section("patterns")
        var classes: [CharacterClass] = []
        for _ in 0..<(try reader.count()) { classes.append(try CharacterClass(&reader)) }
        var patterns: [TextPattern] = []
        for _ in 0..<(try reader.count()) { patterns.append(try TextPattern(&reader, classes)) }
        (self.classes, self.patterns) = (classes, patterns)
    }

    func pattern(_ number: Int) throws(ModelError) -> TextPattern {
        guard patterns.indices.contains(number) else { throw ModelError("patterns", "there is no pattern \(number)") }
        return patterns[number]
    }
}
