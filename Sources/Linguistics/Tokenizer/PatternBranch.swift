/// One alternative of a pattern as a program for a Pike machine: all threads go forward together, the foremost that matches wins,
/// so no text takes more than its length times the program's.
///
/// Source: Russ Cox, "Regular Expression Matching: the Virtual Machine Approach" (2009).
struct PatternBranch: Sendable {
    private enum Instruction: Sendable {
        case match
        /// One character of a class.
        case letter(Int)
        /// Both places, the first before the second.
        case split(Int, Int)
        case jump(Int)
        case begin
        case end
        /// What stands next in the program must match here, or so many characters before; and where the program goes on.
        case look(isBehind: Bool, isNegated: Bool, width: Int, next: Int)
    }

    /// The class of the first character.
    let first: Int
    /// A class of which every match has a character.
    let needed: Int?
    /// Where every match ends with the text: the class of all its characters.
    let tail: Int?
    /// The most characters that a match can have.
    let widest: Int
    private var program: [Instruction] = []

    /// How long the program is.
    var length: Int { program.count }

    init(_ reader: inout ByteReader, classes: Int) throws(ModelError) {
        guard try reader.number() == 4 else { throw reader.failure("a pattern is damaged") }
        first = try reader.number()
        let (needed, tail) = (try reader.number(), try reader.number())
        (self.needed, self.tail) = (needed == 0 ? nil : needed - 1, tail == 0 ? nil : tail - 1)
        widest = try reader.number()
        guard first < classes, needed <= classes, tail <= classes else { throw reader.failure("a class is unknown") }
        let length = try reader.count()
        for _ in 0..<length { program.append(try Self.instruction(&reader, classes, length)) }
        guard length > 0, case .match = program[length - 1] else { throw reader.failure("a pattern has no end") }
    }

    private static func instruction(
        _ reader: inout ByteReader, _ classes: Int, _ length: Int
    ) throws(ModelError) -> Instruction {
        func checked(_ number: Int, below bound: Int) throws(ModelError) -> Int {
            guard number < bound else { throw reader.failure("a pattern is damaged") }
            return number
        }
        switch try reader.number() {
        case 0: return .match
        case 1: return .letter(try checked(reader.number(), below: classes))
        case 2: return .split(try checked(reader.number(), below: length), try checked(reader.number(), below: length))
        case 3: return .jump(try checked(reader.number(), below: length))
        case 4: return .begin
        case 5: return .end
        case 6:
            let kind = try reader.number()
            let (width, next) = (try reader.number(), try checked(reader.number(), below: length))
            return .look(isBehind: kind & 2 != 0, isNegated: kind & 1 != 0, width: width, next: next)
        default: throw reader.failure("an instruction is unknown")
        }
    }

    /// Where the match ends that begins at a place of a stretch of text.
    func end(in text: [UInt32], _ bounds: Range<Int>, at start: Int, _ classes: [CharacterClass]) -> Int? {
        end(of: 0, in: text, bounds, at: start, classes)
    }

    private func end(
        of place: Int, in text: [UInt32], _ bounds: Range<Int>, at start: Int, _ classes: [CharacterClass]
    ) -> Int? {
        // Up to the first choice there is one thread. Going back is left to the threads, which notice where they have been.
        var (place, position) = (place, start)
        while true {
            switch program[place] {
            case .match: return position
            case .letter(let letters):
                guard position < bounds.upperBound, classes[letters].contains(text[position]) else { return nil }
                (place, position) = (place + 1, position + 1)
            case .jump(let next) where next > place: place = next
            case .split, .jump: return threads(from: place, in: text, bounds, at: position, classes)
            default:
                guard let next = step(place, text, bounds, position, classes) else { return nil }
                place = next
            }
        }
    }

    /// Where the program goes on after a condition that holds here.
    private func step(
        _ place: Int, _ text: [UInt32], _ bounds: Range<Int>, _ position: Int, _ classes: [CharacterClass]
    ) -> Int? {
        switch program[place] {
        case .begin: return position == bounds.lowerBound ? place + 1 : nil
        case .end: return position == bounds.upperBound ? place + 1 : nil
        case .look(let isBehind, let isNegated, let width, let next):
            let start = isBehind ? position - width : position
            let holds = start >= bounds.lowerBound && end(of: place + 1, in: text, bounds, at: start, classes) != nil
            return holds != isNegated ? next : nil
        default: return nil
        }
    }

    private func threads(
        from place: Int, in text: [UInt32], _ bounds: Range<Int>, at start: Int, _ classes: [CharacterClass]
    ) -> Int? {
        var current: [Int] = []
        var seen = [Int](repeating: -1, count: program.count)
        var waiting: [Int] = []
        var result: Int?
        func add(_ place: Int, _ position: Int, to list: inout [Int]) {
            waiting.append(place)
            while let place = waiting.popLast() {
                guard seen[place] != position else { continue }
                seen[place] = position
                switch program[place] {
                case .match, .letter: list.append(place)
                case .jump(let next): waiting.append(next)
                case .split(let one, let other):
                    waiting.append(other)
                    waiting.append(one)
                default:
                    if let next = step(place, text, bounds, position, classes) { waiting.append(next) }
                }
            }
        }
        var position = start
        add(place, position, to: &current)
        while !current.isEmpty {
            var next: [Int] = []
            loop: for place in current {
                switch program[place] {
                case .match:
                    result = position
                    break loop
                case .letter(let letters):
                    if position < bounds.upperBound, classes[letters].contains(text[position]) {
                        add(place + 1, position + 1, to: &next)
                    }
                default: break
                }
            }
            position += 1
            current = next
        }
        return result
    }
}
