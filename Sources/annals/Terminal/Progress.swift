import Glibc
import Rendering
import Synchronization
import SystemPackage

/// How far long work has come, on standard error: for people at a terminal, after a second, with counts.
final class Progress: Sendable {
    private struct State {
        var done = 0
        var shownAt: ContinuousClock.Instant?
    }

    private let work: String
    private let total: Int
    private let began = ContinuousClock.now
    private let isShown = isatty(STDERR_FILENO) == 1
    private let state = Mutex(State())

    /// Work on so many things: `reading` and 120 give `reading 37 of 120 reports`.
    init(_ work: String, total: Int) {
        self.work = work
        self.total = total
    }

    /// How many are done.
    var done: Int { state.withLock(\.done) }

    /// One thing more is done.
    func advance() {
        let line = state.withLock { state -> String? in
            state.done += 1
            let now = ContinuousClock.now
            guard isShown, now - began > .seconds(1), now - (state.shownAt ?? began) > .milliseconds(100) else {
                return nil
            }
            state.shownAt = now
            return "\r\u{1B}[K\(work) \(state.done) of \(total) reports"
        }
        if let line { Self.write(line) }
    }

    /// Takes the line away.
    func end() {
        if state.withLock({ $0.shownAt != nil }) { Self.write("\r\u{1B}[K") }
    }

    private static func write(_ text: String) { _ = try? FileDescriptor.standardError.writeAll(text.utf8) }
}
