import Parallel
import Synchronization
import Testing

@Suite struct ConcurrentStreamTests {
    @Test(arguments: [0, 1, 2, 16, 1000])
    func `results come in order, however long each takes`(count: Int) {
        var taken: [Int] = []
        concurrentStream(count, ahead: 4) { index in
            (0..<(index * 7919 % 100) * 50).reduce(index) { $0 ^ $1 ^ $1 }
        } into: {
            taken.append($0)
        }
        #expect(taken == Array(0..<count))
    }

    @Test func `no more is begun than may wait`() {
        let begun = Mutex(0)
        var (taken, most) = (0, 0)
        concurrentStream(200, ahead: 5) { _ in
            begun.withLock { $0 += 1 }
        } into: { _ in
            most = max(most, begun.withLock { $0 } - taken)
            taken += 1
        }
        // The one that is taken makes room for another before it is handed over.
        #expect(most <= 6)
    }

    @Test func `the error of the first that failed is told, and nothing after it is handed over`() {
        var taken: [Int] = []
        #expect(throws: Refusal(place: 40)) {
            try concurrentStream(500, ahead: 8) { (index) throws(Refusal) in
                if index >= 40 { throw Refusal(place: index) }
                return index
            } into: { (index) throws(Refusal) in
                taken.append(index)
            }
        }
        #expect(taken == Array(0..<40))
    }

    @Test func `what takes the results may refuse one`() {
        var taken = 0
        #expect(throws: Refusal(place: 3)) {
            try concurrentStream(500, ahead: 8) { (index) throws(Refusal) in
                index
            } into: { (_) throws(Refusal) in
                taken += 1
                if taken == 3 { throw Refusal(place: 3) }
            }
        }
        #expect(taken == 3)
    }
}
