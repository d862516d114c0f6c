public import Dispatch
public import Synchronization

/// The results of `work` for 0 to `count` - 1, in order, made on as many processors as there are.
///
/// They stand in order, so who made which is not seen in them.
/// - Parameter grain: so few are not worth another thread.
/// - Throws: the error of the first that failed.
@inlinable package func concurrentMap<Value: Sendable, Failure: Error>(
    _ count: Int, grain: Int, _ work: @Sendable (Int) throws(Failure) -> Value
) throws(Failure) -> [Value] {
    try concurrentParts(count, grain: grain) { (part) throws(Failure) in
        var values: [Value] = []
        values.reserveCapacity(part.count)
        for index in part { values.append(try work(index)) }
        return values
    }
}

/// What `work` makes of parts of 0 to `count` - 1, one after the other, made on as many processors as there are.
///
/// - Parameter grain: no part has fewer, unless there are no more.
/// - Throws: the error of the first that failed.
@inlinable package func concurrentParts<Value: Sendable, Failure: Error>(
    _ count: Int, grain: Int, _ work: @Sendable (Range<Int>) throws(Failure) -> [Value]
) throws(Failure) -> [Value] {
    let parts = count / grain
    guard parts > 1 else { return try work(0..<count) }
    let results = Mutex<[Result<[Value], Failure>?]>(Array(repeating: nil, count: parts))
    DispatchQueue.concurrentPerform(iterations: parts) { index in
        let result = Result { () throws(Failure) in try work(count * index / parts..<count * (index + 1) / parts) }
        results.withLock { $0[index] = result }
    }
    var values: [Value] = []
    values.reserveCapacity(count)
    for result in results.withLock({ $0 }) {
        if let result { values += try result.get() }
    }
    return values
}
