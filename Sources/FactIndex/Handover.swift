import Dispatch
import Synchronization

/// Hands over to `use` what `make` makes, in order, while it makes more on a thread of its own.
///
/// - Parameters:
///   - room: so many values may lie ready.
///   - make: is given what takes each value.
/// - Throws: what either throws; `make` is at its end then.
func handOver<Value: Sendable>(
    room: Int, from make: @escaping @Sendable (_ hand: (Value) throws -> Void) throws -> Void,
    to use: (Value) throws -> Void
) throws {
    let (handover, maker) = (Handover<Value>(room: room), DispatchGroup())
    DispatchQueue(label: "making ahead").async(group: maker) {
        handover.end(Result { try make(handover.put) })
    }
    defer {
        handover.stop()
        maker.wait()
    }
    while let value = try handover.take() { try use(value) }
}

/// Values that were made and not taken yet.
final class Handover<Value: Sendable>: Sendable {
    private struct State {
        var ready: [Value] = []
        /// How making them came to its end.
        var outcome: Result<Void, any Error>?
        var isStopped = false
    }

    private let state = Mutex(State())
    /// Counts how many more may lie ready.
    private let free = DispatchSemaphore(value: 0)
    /// Counts what was put here, and the end.
    private let news = DispatchSemaphore(value: 0)

    init(room: Int) { for _ in 0..<room { free.signal() } }

    /// Puts a value here when there is room for it.
    ///
    /// - Throws: when nobody wants it any more.
    func put(_ value: Value) throws {
        free.wait()
        try state.withLock { state in
            if state.isStopped { throw CancellationError() }
            state.ready.append(value)
        }
        news.signal()
    }

    /// No more is put here.
    func end(_ outcome: Result<Void, any Error>) {
        state.withLock { $0.outcome = outcome }
        news.signal()
    }

    /// The next value, when it is there; `nil` after the last.
    func take() throws -> Value? {
        news.wait()
        defer { free.signal() }
        return try state.withLock { state in
            if !state.ready.isEmpty { return state.ready.removeFirst() }
            try state.outcome?.get()
            return nil
        }
    }

    /// No more is taken.
    func stop() {
        state.withLock { $0.isStopped = true }
        free.signal()
    }
}
