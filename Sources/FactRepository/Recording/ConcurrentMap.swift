import Dispatch
import Synchronization

/// The results of `work` for 0 to `count` - 1, in order; as many at a time as there are processors.
///
/// - Parameter portion: so many are worked on one after another by one thread; no thread is woken for a single portion.
/// - Throws: the error of the first that failed.
func concurrentMap<Value: Sendable>(
    _ count: Int, portion: Int = 1, _ work: @Sendable (Int) throws(RepositoryError) -> Value
) throws(RepositoryError) -> [Value] {
    let starts = Array(stride(from: 0, to: count, by: portion))
    @Sendable func portionResult(_ start: Int) -> Result<[Value], RepositoryError> {
        Result { () throws(RepositoryError) in
            var values: [Value] = []
            values.reserveCapacity(portion)
            for index in start..<min(start + portion, count) { values.append(try work(index)) }
            return values
        }
    }
    guard starts.count > 1 else { return try starts.first.map(portionResult)?.get() ?? [] }
    let results = Mutex<[Result<[Value], RepositoryError>?]>(Array(repeating: nil, count: starts.count))
    DispatchQueue.concurrentPerform(iterations: starts.count) { index in
        let result = portionResult(starts[index])
        results.withLock { $0[index] = result }
    }
    var values: [Value] = []
    values.reserveCapacity(count)
    for result in results.withLock({ $0 }) {
        if let result { values += try result.get() }
    }
    return values
}
