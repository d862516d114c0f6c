import Dispatch
import Glibc
import Synchronization

/// Hands over the results of `work` for 0 to `count` - 1, in order, while others make the next ones.
///
/// As many threads work as there are processors. `body` runs on the calling thread, which works too when there is nothing to hand
/// over. So what one thread alone can do, such as writing to one file, goes on beside what many can, and nothing stands still when
/// no other thread is to be had.
/// - Parameter ahead: so many may be begun before the first of them is handed over.
/// - Throws: the error of the first that failed, or that of `body`; what was begun is brought to its end before.
package func concurrentStream<Value: Sendable, Failure: Error>(
    _ count: Int, ahead: Int, _ work: @escaping @Sendable (Int) throws(Failure) -> Value,
    into body: (Value) throws(Failure) -> Void
) throws(Failure) {
    let (results, helpers) = (OrderedResults(count, ahead: ahead, work), DispatchGroup())
    for _ in 1..<max(2, min(count, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))) where count > 1 {
        DispatchQueue.global().async(group: helpers) {
            while results.makeNext(waitingForRoom: true) {}
        }
    }
    defer {
        results.stop()
        helpers.wait()
    }
    for index in 0..<count { try body(results.take(index).get()) }
}

/// The results of some work that are made and not handed over yet.
private final class OrderedResults<Value: Sendable, Failure: Error>: Sendable {
    private struct State {
        /// What nobody has begun.
        var next = 0
        var isStopped = false
        var made: [Int: Result<Value, Failure>] = [:]
    }

    private let count: Int
    private let work: @Sendable (Int) throws(Failure) -> Value
    private let state = Mutex(State())
    /// Counts how many more may be begun.
    private let room = DispatchSemaphore(value: 0)
    /// Counts what was made.
    private let news = DispatchSemaphore(value: 0)

    init(_ count: Int, ahead: Int, _ work: @escaping @Sendable (Int) throws(Failure) -> Value) {
        (self.count, self.work) = (count, work)
        for _ in 0..<ahead { room.signal() }
    }

    /// Makes the next result; whether there was one to make, and room for it.
    func makeNext(waitingForRoom: Bool) -> Bool {
        guard room.wait(timeout: waitingForRoom ? .distantFuture : .now()) == .success else { return false }
        let index = state.withLock { state -> Int? in
            guard state.next < count, !state.isStopped else { return nil }
            defer { state.next += 1 }
            return state.next
        }
        guard let index else {
            // The others must not wait for room that nobody makes any more.
            room.signal()
            return false
        }
        let result = Result { () throws(Failure) in try work(index) }
        state.withLock { $0.made[index] = result }
        news.signal()
        return true
    }

    /// A result, made here or waited for; each is taken once.
    func take(_ index: Int) -> Result<Value, Failure> {
        while true {
            if let result = state.withLock({ $0.made.removeValue(forKey: index) }) {
                room.signal()
                return result
            }
            if !makeNext(waitingForRoom: false) { news.wait() }
        }
    }

    /// Nothing more is begun.
    func stop() {
        state.withLock { $0.isStopped = true }
        room.signal()
    }
}
