import Dispatch
import Synchronization

/// A value that another thread works out meanwhile.
final class Future<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)
    private let group = DispatchGroup()

    init(_ work: @escaping @Sendable () throws -> Value) {
        DispatchQueue.global().async(group: group) {
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
