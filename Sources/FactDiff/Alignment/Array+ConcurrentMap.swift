import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// The same as `map`; of many elements on as many processors as there are.
    ///
    /// The results stand in the order of the elements, so who computed which is not seen in them.
    func concurrentMap<Result: Sendable>(_ transform: @Sendable (Element) -> Result) -> [Result] {
        // Below that, to start is not worth it.
        let (fewest, part) = (512, 256)
        if count < fewest { return map(transform) }
        let parts = (count + part - 1) / part
        let results = Mutex<[[Result]]>(Array<[Result]>(repeating: [], count: parts))
        DispatchQueue.concurrentPerform(iterations: parts) { index in
            let result = self[index * part..<Swift.min(count, (index + 1) * part)].map(transform)
            results.withLock { $0[index] = result }
        }
        return results.withLock { $0.flatMap(\.self) }
    }
}
