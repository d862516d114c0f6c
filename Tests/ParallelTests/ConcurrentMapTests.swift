import Parallel
import Synchronization
import Testing

@Suite struct ConcurrentMapTests {
    @Test(arguments: [0, 1, 7, 8, 15, 16, 17, 5000])
    func `results come in order, however many share the work`(count: Int) {
        #expect(concurrentMap(count, grain: 8) { $0 * 3 } == (0..<count).map { $0 * 3 })
    }

    @Test func `parts are of no fewer than the grain and follow one another`() {
        let parts = Mutex<[Range<Int>]>([])
        _ = concurrentParts(100, grain: 30) { part in
            parts.withLock { $0.append(part) }
            return Array(part)
        }
        let sorted = parts.withLock { $0 }.sorted { $0.lowerBound < $1.lowerBound }
        #expect(sorted == [0..<33, 33..<66, 66..<100])
    }

    @Test func `fewer than two grains are not shared out`() {
        let parts = Mutex(0)
        #expect(
            concurrentParts(15, grain: 8) { part in
                parts.withLock { $0 += 1 }
                return Array(part)
            } == Array(0..<15))
        #expect(parts.withLock { $0 } == 1)
    }

    @Test func `the error of the first that failed is told`() {
        #expect(throws: Refusal(place: 40)) {
            try concurrentMap(500, grain: 8) { (index) throws(Refusal) in
                if index >= 40 { throw Refusal(place: index) }
                return index
            }
        }
    }
}

/// What a test's work throws.
struct Refusal: Error, Equatable {
    let place: Int
}
