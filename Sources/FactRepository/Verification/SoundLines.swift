import Git
import Synchronization

/// Lines of buckets that were found sound, by the hash of their bytes: most of a bucket's lines are those of its last version, and
/// what was checked of them then holds as long as all of it is the same.
///
/// Nothing that is told depends on what is known here, only how long it takes.
final class SoundLines: Sendable {
    /// On what it depends, besides its bytes, whether a line is sound.
    struct Circumstances: Hashable {
        /// The file of the vocabulary.
        let vocabulary: ObjectID
        /// The file of the rulings on names; `nil` when there is none.
        let rulings: ObjectID?
        /// The folder of the line's report.
        let report: ObjectID
    }

    private struct Line {
        let circumstances: Circumstances
        let quotes: Int
    }

    /// A bucket, and the facts that it may have.
    private struct Place: Hashable {
        let bucket: ObjectID
        let region: FactRegion
    }

    private struct State {
        var lines: [ObjectID: Line] = [:]
        var factCounts: [Place: Int] = [:]
    }

    /// So many of each are known at once: a hundred megabytes; one more, and all are forgotten.
    private static let limit = 1 << 19
    private let state = Mutex(State())

    /// The name under which a line is known.
    static func key(of line: ArraySlice<UInt8>) -> ObjectID { .of(.blob, Array(line)) }

    /// Whether a line is known to be a stored claim in canonical form.
    func isClaim(_ line: ObjectID) -> Bool { state.withLock { $0.lines[line] != nil } }

    /// How many quotations a line has that stand in a text, when it is known to be sound under circumstances; `nil` otherwise.
    func quotes(of line: ObjectID, under circumstances: Circumstances) -> Int? {
        state.withLock { $0.lines[line] }.flatMap { $0.circumstances == circumstances ? $0.quotes : nil }
    }

    /// Takes note of a line in canonical form that is sound.
    func remember(_ line: ObjectID, under circumstances: Circumstances, quotes: Int) {
        state.withLock { state in
            if state.lines.count >= Self.limit { state.lines = [:] }
            state.lines[line] = Line(circumstances: circumstances, quotes: quotes)
        }
    }

    /// How many facts a bucket holds that was read whole; `nil` when that is not known.
    func factCount(of bucket: ObjectID, _ region: FactRegion) -> Int? {
        state.withLock { $0.factCounts[Place(bucket: bucket, region: region)] }
    }

    /// Takes note of how many facts a bucket holds.
    func remember(factCount: Int, of bucket: ObjectID, _ region: FactRegion) {
        state.withLock { state in
            if state.factCounts.count >= Self.limit { state.factCounts = [:] }
            state.factCounts[Place(bucket: bucket, region: region)] = factCount
        }
    }
}
