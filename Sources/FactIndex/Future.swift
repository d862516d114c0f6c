import Dispatch
import Synchronization

/// A value that another thread works out meanwhile, after those that wait in the same queue.
final class Future<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)
    private let group = DispatchGroup()

    init(in queue: DispatchQueue, _ work: @escaping @Sendable () throws -> Value) {
        queue.async(group: group) {
            let outcome = Result { try work() }
            self.result.withLock { $0 = outcome }
        }
    }

    /// The value, when it is there.
    func value() throws -> Value {
        group.wait()
        guard let outcome = result.withLock({ $0 }) else { throw CancellationError() }
        return try outcome.get()
    }
}
