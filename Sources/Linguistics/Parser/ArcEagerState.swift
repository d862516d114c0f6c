/// Where an arc-eager parse stands: a stack, a buffer with what was put back on it, and the arcs so far.
///
/// Source: Nivre, "An efficient algorithm for projective dependency parsing" (2003); Honnibal and Johnson, "An Improved
/// Non-monotonic Transition System for Dependency Parsing" (2015).
struct ArcEagerState {
    /// For each token its head, or -1.
    private(set) var heads: [Int]
    /// For each token the number of the label of its arc, or -1.
    private(set) var labels: [Int]
    private let count: Int
    private var stack: [Int] = []
    private var returned: [Int] = []
    private var next = 0
    /// Every arc that was ever made: its dependent, and the arc made before it on the same side of the same head, or -1.
    private var arcs: [(child: Int, former: Int)] = []
    /// For each token the newest arc to a dependent on its left, or -1.
    private var leftArc: [Int]
    private var rightArc: [Int]
    private var wasReturned: [Bool]
    private var startsSentence: [Bool]

    init(count: Int) {
        self.count = count
        heads = [Int](repeating: -1, count: count)
        (labels, leftArc, rightArc) = (heads, heads, heads)
        wasReturned = [Bool](repeating: false, count: count)
        startsSentence = wasReturned
    }

    /// Whether nothing is left to do.
    var isFinal: Bool { stack.isEmpty && bufferCount == 0 }
    var bufferCount: Int { count - next + returned.count }
    var depth: Int { stack.count }

    /// The token at a place of the stack, 0 on top, or -1.
    func stacked(_ place: Int) -> Int { place < stack.count ? stack[stack.count - 1 - place] : -1 }

    /// The token at a place of the buffer, 0 first, or -1.
    func buffered(_ place: Int) -> Int {
        guard place >= returned.count else { return returned[returned.count - 1 - place] }
        let token = next + place - returned.count
        return token < count ? token : -1
    }

    /// The tokens that describe the state to the model: two of the buffer, three of the stack, and outermost dependents.
    func describe(into tokens: inout [Int]) {
        let (first, top) = (buffered(0), stacked(0))
        tokens[0] = first
        tokens[1] = buffered(1)
        tokens[2] = top
        tokens[3] = stacked(1)
        tokens[4] = stacked(2)
        tokens[5] = first < 0 ? -1 : child(leftArc[first])
        tokens[6] = top < 0 ? -1 : child(leftArc[top])
        tokens[7] = top < 0 ? -1 : child(rightArc[top])
    }

    private func child(_ arc: Int) -> Int { arc < 0 ? -1 : arcs[arc].child }

    func startsSentence(_ token: Int) -> Bool { token >= 0 && startsSentence[token] }

    // MARK: which moves are possible

    var mayShift: Bool {
        guard depth > 0 else { return true }
        let first = buffered(0)
        return bufferCount >= 2 && !startsSentence(first) && !wasReturned[first]
    }

    /// - Parameter isOneSentence: no token but the first may start a sentence.
    func mayReduce(isOneSentence: Bool) -> Bool {
        guard depth > 0 else { return false }
        return bufferCount == 0 || depth > 1 || !isOneSentence || buffered(0) == 0
    }

    var mayAttach: Bool { depth > 0 && bufferCount > 0 && !startsSentence(buffered(0)) }

    func mayBreak(isOneSentence: Bool) -> Bool {
        guard bufferCount >= 2, !isOneSentence else { return false }
        let second = buffered(1)
        return second == buffered(0) + 1 && !startsSentence(second)
    }

    // MARK: moves

    mutating func shift() {
        if let token = returned.popLast() {
            stack.append(token)
        } else {
            stack.append(next)
            next += 1
        }
    }

    mutating func reduce() {
        guard let top = stack.popLast() else { return }
        guard heads[top] < 0, !stack.isEmpty else { return }
        wasReturned[top] = true
        returned.append(top)
    }

    mutating func attachLeft(_ label: Int) {
        let first = buffered(0)
        attach(stacked(0), to: first, label)
        wasReturned[first] = false
        stack.removeLast()
    }

    mutating func attachRight(_ label: Int) {
        attach(buffered(0), to: stacked(0), label)
        shift()
    }

    mutating func breakSentence() { startsSentence[buffered(1)] = true }

    private mutating func attach(_ child: Int, to head: Int, _ label: Int) {
        let old = heads[child]
        // Only the newest arc of the old head is really taken off; so did the parser that the model was trained with.
        if old > child, self.child(leftArc[old]) == child { leftArc[old] = arcs[leftArc[old]].former }
        if old >= 0, old < child, self.child(rightArc[old]) == child { rightArc[old] = arcs[rightArc[old]].former }
        if head > child {
            arcs.append((child, leftArc[head]))
            leftArc[head] = arcs.count - 1
        } else {
            arcs.append((child, rightArc[head]))
            rightArc[head] = arcs.count - 1
        }
        heads[child] = head
        labels[child] = label
    }
}
