import Dispatch
import FactRepository
import Git
import Glibc
import Synchronization

/// Ctrl-C while something is being recorded: ends the program and says what was kept.
///
/// The story is as it was before or as it is after, whenever this comes: its branch moves in one step.
struct Interruption {
    private let source: any DispatchSourceSignal
    private let news = News()

    /// Waits for SIGINT from now on.
    init(of story: Story) throws {
        let path = "\(story.folder)/\(FactRepository.folderName)"
        let before = try story.repository.tip()
        signal(SIGINT, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler { [news] in Self.leave(path, before, news.words.withLock(\.self)?()) }
        // Registered on another thread: until then the signal would be lost.
        let isRegistered = DispatchSemaphore(value: 0)
        source.setRegistrationHandler { isRegistered.signal() }
        source.resume()
        isRegistered.wait()
    }

    /// What to say of the work in hand when the signal comes; `nil` once it is done.
    func tell(_ words: (@Sendable () -> String)?) { news.words.withLock { $0 = words } }

    /// Waits no longer.
    func end() {
        source.cancel()
        signal(SIGINT, SIG_DFL)
    }

    /// A repository of its own tells what stands: the one that is being recorded into is busy.
    private static func leave(_ path: String, _ before: ObjectID?, _ news: String?) {
        let isRecorded = (try? FactRepository.open(at: path).tip()) != before
        let more = news.map { "; \($0)" } ?? ""
        Output.note("interrupted: \(isRecorded ? "the revision was recorded" : "nothing was recorded")\(more)")
        _exit(ExitStatus.interrupted.rawValue)
    }
}

/// What to say of the work in hand.
private final class News: Sendable {
    let words = Mutex<(@Sendable () -> String)?>(nil)
}
