import Glibc
import Rendering
import Synchronization
import SystemPackage

/// How far long work has come, on standard error: for people at a terminal, after a second, with counts.
final class Progress: Sendable {
    private struct State {
        var done = 0
        var total: Int
        var shownAt: ContinuousClock.Instant?
    }

    private let work: String
    private let things: String
    private let began = ContinuousClock.now
    private let isShown = isatty(STDERR_FILENO) == 1
    private let state: Mutex<State>

    /// Work on so many things: `reading`, 120 and `reports` give `reading 37 of 120 reports`.
    init(_ work: String, total: Int = 0, of things: String = "reports") {
        (self.work, self.things) = (work, things)
        state = Mutex(State(total: total))
    }

    /// How many are done.
    var done: Int { state.withLock(\.done) }

    /// One thing more is done.
    func advance() { show { $0 + 1 } }

    /// So many things are done.
    func reach(_ count: Int) { show { _ in count } }

    /// So many things are done, of so many as is known now.
    func reach(_ count: Int, of total: Int) {
        state.withLock { $0.total = total }
        reach(count)
    }

    private func show(_ count: (Int) -> Int) {
        let line = state.withLock { state -> String? in
            state.done = count(state.done)
            let now = ContinuousClock.now
            guard isShown, now - began > .seconds(1), now - (state.shownAt ?? began) > .milliseconds(100) else {
                return nil
            }
            state.shownAt = now
            return "\r\u{1B}[K\(work) \(state.done) of \(state.total) \(things)"
        }
        if let line { Self.write(line) }
    }

    /// Takes the line away.
    func end() {
        if state.withLock({ $0.shownAt != nil }) { Self.write("\r\u{1B}[K") }
    }

    private static func write(_ text: String) { _ = try? FileDescriptor.standardError.writeAll(text.utf8) }
}
