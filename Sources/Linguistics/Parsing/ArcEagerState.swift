/// How far an arc-eager parse has come: a stack, a buffer to which tokens may come back, and the arcs so far.
///
/// Source: Nivre, "An Efficient Algorithm for Projective Dependency Parsing" (2003); Honnibal and Johnson, "An Improved
/// Non-monotonic Transition System for Dependency Parsing" (2015).
struct ArcEagerState {
    /// For each token its head, or -1.
    private(set) var heads: [Int32]
    /// For each token the move that gave it its head, or -1.
    private(set) var moves: [Int32]
    private let count: Int32
    /// Whether the text is one sentence, so that none may start inside it.
    private let isOneSentence: Bool
    private var stack: [Int32] = []
    private var returned: [Int32] = []
    private var next: Int32 = 0
    /// For each token its children on either side in the order of their arcs, as a list that ends in -1: the last, and for each
    /// child the one before.
    private var lastLeft: [Int32]
    private var lastRight: [Int32]
    private var earlier: [Int32]
    private var wasReturned: [Bool]
    private var startsSentence: [Bool]

    init(count: Int, isOneSentence: Bool) {
        self.count = Int32(count)
        self.isOneSentence = isOneSentence
        heads = [Int32](repeating: -1, count: count)
        (moves, lastLeft, lastRight, earlier) = (heads, heads, heads, heads)
        wasReturned = [Bool](repeating: false, count: count)
        startsSentence = wasReturned
    }

    var isFinal: Bool { stack.isEmpty && bufferCount == 0 }

    private var bufferCount: Int32 { count - next + Int32(returned.count) }

    private func stacked(_ depth: Int) -> Int32 { depth < stack.count ? stack[stack.count - 1 - depth] : -1 }

    private func buffered(_ place: Int) -> Int32 {
        if place < returned.count { return returned[returned.count - 1 - place] }
        let token = next + Int32(place - returned.count)
        return token < count ? token : -1
    }

    /// Writes the tokens that describe the state: two of the buffer, three of the stack, and their outermost children.
    func describe(into places: inout [Int32]) {
        let (first, top) = (buffered(0), stacked(0))
        places[0] = first
        places[1] = buffered(1)
        places[2] = top
        places[3] = stacked(1)
        places[4] = stacked(2)
        places[5] = first < 0 ? -1 : lastLeft[Int(first)]
        places[6] = top < 0 ? -1 : lastLeft[Int(top)]
        places[7] = top < 0 ? -1 : lastRight[Int(top)]
    }

    /// The kinds of moves, by the numbers that the model's moves are told apart by.
    enum Kind: Int, CaseIterable {
        case shift, reduce, left, right, sentence

        init?(name: String) {
            guard let place = Array("SDLRB").firstIndex(of: name.first ?? " ") else { return nil }
            self.init(rawValue: place)
        }
    }

    /// Writes for each kind of move whether it is possible.
    func allow(_ allowed: inout [UInt8]) {
        let (first, buffer, depth) = (buffered(0), bufferCount, stack.count)
        let mayGoOn = first < 0 || !startsSentence[Int(first)]
        let mayShift = depth == 0 || (buffer >= 2 && mayGoOn && !(first >= 0 && wasReturned[Int(first)]))
        // Only the first token may start a sentence there, so what is left on the stack has to take the next one in.
        let mayReduce = depth > 0 && (buffer == 0 || depth > 1 || !isOneSentence || first <= 0)
        let mayAttach = depth > 0 && buffer > 0 && mayGoOn
        let second = buffered(1)
        let mayBreak = buffer >= 2 && second == first + 1 && !isOneSentence && !startsSentence[Int(second)]
        allowed[Kind.shift.rawValue] = mayShift ? 1 : 0
        allowed[Kind.reduce.rawValue] = mayReduce ? 1 : 0
        allowed[Kind.left.rawValue] = mayAttach ? 1 : 0
        allowed[Kind.right.rawValue] = mayAttach ? 1 : 0
        allowed[Kind.sentence.rawValue] = mayBreak ? 1 : 0
    }

    /// Makes a possible move.
    mutating func make(_ move: Int, _ kind: Kind) {
        switch kind {
        case .shift: shift()
        case .reduce: reduce()
        case .left:
            let first = buffered(0)
            attach(stacked(0), to: first, move)
            wasReturned[Int(first)] = false
            stack.removeLast()
        case .right:
            attach(buffered(0), to: stacked(0), move)
            shift()
        case .sentence: startsSentence[Int(buffered(1))] = true
        }
    }

    private mutating func shift() {
        if let token = returned.popLast() {
            stack.append(token)
        } else {
            stack.append(next)
            next += 1
        }
    }

    /// Takes the top off the stack; back to the buffer when it has no head and others are left.
    private mutating func reduce() {
        guard let top = stack.popLast(), heads[Int(top)] < 0, !stack.isEmpty else { return }
        wasReturned[Int(top)] = true
        returned.append(top)
    }

    private mutating func attach(_ child: Int32, to head: Int32, _ move: Int) {
        let (place, former) = (Int(child), heads[Int(child)])
        // Where spaCy takes back an arc that is not its head's last, it changes a copy; models are trained so.
        if former > child, lastLeft[Int(former)] == child { lastLeft[Int(former)] = earlier[place] }
        if former >= 0, former < child, lastRight[Int(former)] == child { lastRight[Int(former)] = earlier[place] }
        if head > child {
            earlier[place] = lastLeft[Int(head)]
            lastLeft[Int(head)] = child
        } else {
            earlier[place] = lastRight[Int(head)]
            lastRight[Int(head)] = child
        }
        heads[place] = head
        moves[place] = Int32(move)
    }
}
