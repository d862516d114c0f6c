import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// The same as `map`; of many elements on as many processors as there are.
    ///
    /// The results stand in the order of the elements, so who computed which is not seen in them.
    func concurrentMap<Result: Sendable>(_ transform: @Sendable (Element) -> Result) -> [Result] {
        inParts { $0.map(transform) } ?? map(transform)
    }

    /// The same as `flatMap`; of many elements on as many processors as there are.
    func concurrentFlatMap<Result: Sendable>(_ transform: @Sendable (Element) -> [Result]) -> [Result] {
        inParts { $0.flatMap(transform) } ?? flatMap(transform)
    }

    /// What a transformation makes of the parts, one after the other; `nil` of few elements, for which to start is not worth it.
    private func inParts<Result: Sendable>(_ transform: @Sendable (ArraySlice<Element>) -> [Result]) -> [Result]? {
        let (fewest, part) = (512, 256)
        if count < fewest { return nil }
        let parts = (count + part - 1) / part
        let results = Mutex<[[Result]]>(Array<[Result]>(repeating: [], count: parts))
        DispatchQueue.concurrentPerform(iterations: parts) { index in
            let result = transform(self[index * part..<Swift.min(count, (index + 1) * part)])
            results.withLock { $0[index] = result }
        }
        let all = results.withLock { $0 }
        var joined: [Result] = []
        joined.reserveCapacity(all.reduce(0) { $0 + $1.count })
        for part in all { joined += part }
        return joined
    }
}
