import Dispatch
import FactRepository
import Facts
import Git
import Synchronization
import Web

/// The site of a story that goes on.
///
/// A view of it is one revision's, whole. Whoever asks first after a recording waits for the newest; while revisions come one after the
/// other, all are shown the view that is there, and the next is read beside that. So nobody waits long for a writer that never rests,
/// and what is shown is never older than ``patience`` and the time that two readings take.
final class LiveSite: PageSource {
    private struct State {
        var view: Site?
        /// When the repository was last asked for its newest revision.
        var asked: ContinuousClock.Instant?
        /// When the last two views were read.
        var read: (ContinuousClock.Instant?, ContinuousClock.Instant?) = (nil, nil)
        var isReading = false
    }

    private let story: Story
    private let title: String?
    private let memory = SiteMemory()
    private let state = Mutex(State())
    private let reading = Mutex(())

    /// For how long the repository is not asked again.
    private static let interval = Duration.milliseconds(10)
    /// How long after two views were read nobody waits for a third.
    private static let patience = Duration.seconds(1)

    /// The site of a story, under the name of its folder unless told otherwise.
    init(_ story: Story, title: String? = nil) { (self.story, self.title) = (story, title) }

    func viewAtHand() -> (any PageView)? {
        state.withLock { state in
            state.asked.map { $0.duration(to: .now) < Self.interval } == true ? state.view : nil
        }
    }

    func view() throws -> any PageView {
        if let view = viewAtHand() { return view }
        let tip = try story.tip()
        let (view, isBusy) = state.withLock { state in
            state.asked = .now
            let isRecent = state.read.0.map { $0.duration(to: .now) < Self.patience } == true
            return (state.view, isRecent || state.isReading)
        }
        guard let view else { return try refresh() }
        if view.tip == tip.hex { return view }
        guard isBusy else { return try refresh() }
        readBeside()
        return view
    }

    /// The view of the newest revision, for which whoever asks waits: what one did oneself is to be seen at once.
    @discardableResult func refresh() throws -> Site {
        // Held while it is read: whoever asks meanwhile waits for the same.
        try reading.withLock { _ in
            let tip = try story.tip()
            if let view = state.withLock(\.view), view.tip == tip.hex { return view }
            let view = try Site.reading(story, at: story.repository.snapshot(tip), title: title, memory: memory)
            state.withLock { state in
                (state.view, state.read) = (view, (state.read.1, .now))
            }
            return view
        }
    }

    /// Reads the newest view on a thread of its own, unless that is under way.
    private func readBeside() {
        let isFirst = state.withLock { state in
            defer { state.isReading = true }
            return !state.isReading
        }
        guard isFirst else { return }
        DispatchQueue.global().async { [self] in
            // What fails here fails again for whoever asks after the rest, and is told then.
            _ = try? refresh()
            state.withLock { $0.isReading = false }
        }
    }
}
