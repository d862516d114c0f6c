import Dispatch
import Synchronization

/// The results of `work` for 0 to `count` - 1, in order; as many at a time as there are processors.
///
/// - Throws: the error of the first that failed.
func concurrentMap<Value: Sendable>(
    _ count: Int, _ work: @Sendable (Int) throws(RepositoryError) -> Value
) throws(RepositoryError) -> [Value] {
    let results = Mutex<[Result<Value, RepositoryError>?]>(Array(repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
        let result = Result { () throws(RepositoryError) in try work(index) }
        results.withLock { $0[index] = result }
    }
    var values: [Value] = []
    values.reserveCapacity(count)
    for result in results.withLock({ $0 }) {
        if let result { values.append(try result.get()) }
    }
    return values
}
