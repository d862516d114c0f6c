@testable import FactRepository
import Synchronization
import Testing

@Suite struct ConcurrentStreamTests {
    @Test(arguments: [0, 1, 2, 16, 1000])
    func `results come in order, however long each takes`(count: Int) throws {
        var taken: [Int] = []
        try concurrentStream(count, ahead: 4) { index in
            (0..<(index * 7919 % 100) * 50).reduce(index) { $0 ^ $1 ^ $1 }
        } into: {
            taken.append($0)
        }
        #expect(taken == Array(0..<count))
    }

    @Test func `no more is begun than may wait`() throws {
        let begun = Mutex(0)
        var (taken, most) = (0, 0)
        try concurrentStream(200, ahead: 5) { _ in
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
        #expect(throws: RepositoryError.self) {
            try concurrentStream(500, ahead: 8) { (index) throws(RepositoryError) in
                if index >= 40 { throw RepositoryError(.unknownRevision, "\(index)") }
                return index
            } into: {
                taken.append($0)
            }
        }
        #expect(taken == Array(0..<40))
    }

    @Test func `what takes the results may refuse one`() {
        var taken = 0
        #expect(throws: RepositoryError.self) {
            try concurrentStream(500, ahead: 8) {
                $0
            } into: { (_) throws(RepositoryError) in
                taken += 1
                if taken == 3 { throw RepositoryError(.unknownRevision, "third") }
            }
        }
        #expect(taken == 3)
    }
}
