import Dispatch
import FactRepository
import Git
import Glibc

/// Ctrl-C while something is being recorded: ends the program and says what was kept.
///
/// The story is as it was before or as it is after, whenever this comes: its branch moves in one step.
struct Interruption {
    private let source: any DispatchSourceSignal

    /// Waits for SIGINT from now on.
    init(of story: Story) throws {
        let path = "\(story.folder)/\(FactRepository.folderName)"
        let before = try story.repository.tip()
        signal(SIGINT, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler { Self.leave(path, before) }
        source.resume()
    }

    /// Waits no longer.
    func end() {
        source.cancel()
        signal(SIGINT, SIG_DFL)
    }

    /// A repository of its own tells what stands: the one that is being recorded into is busy.
    private static func leave(_ path: String, _ before: ObjectID?) {
        let isRecorded = (try? FactRepository.open(at: path).tip()) != before
        Output.note(isRecorded ? "interrupted: the revision was recorded" : "interrupted: nothing was recorded")
        _exit(ExitStatus.interrupted.rawValue)
    }
}
