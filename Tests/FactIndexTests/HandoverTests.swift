import Synchronization
import Testing

@testable import FactIndex

@Suite struct `What one thread makes for another` {
    private struct Failure: Error, Equatable { let number: Int }

    @Test(arguments: [1, 3, 200]) func `comes in order and whole`(room: Int) throws {
        var taken: [Int] = []
        try handOver(room: room) { hand in
            for number in 0..<100 { try hand(number) }
        } to: {
            taken.append($0)
        }
        #expect(taken == Array(0..<100))
    }

    @Test func `is taken up to where making failed`() {
        var taken: [Int] = []
        #expect(throws: Failure(number: 5)) {
            try handOver(room: 2) { hand in
                for number in 0..<5 { try hand(number) }
                throw Failure(number: 5)
            } to: {
                taken.append($0)
            }
        }
        #expect(taken == Array(0..<5))
    }

    @Test func `is made no further than there is room, and no more when taking failed`() {
        let made = Mutex(0)
        #expect(throws: Failure(number: 7)) {
            try handOver(room: 3) { hand in
                for number in 0... {
                    made.withLock { $0 = number }
                    try hand(number)
                }
            } to: { number in
                if number == 7 { throw Failure(number: 7) }
            }
        }
        // Eight were taken, three lay ready, and two were at hand: one that found no room, and one that nobody wanted.
        #expect(made.withLock { $0 } <= 7 + 1 + 3 + 1)
    }
}
