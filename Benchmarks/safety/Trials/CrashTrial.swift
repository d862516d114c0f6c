import FactRepository
import Foundation
import Git

/// Stops the machine after every file call of an operation, and sees whether the story stands as it was or as it is to be.
package struct CrashTrial {
    /// What the operation is.
    package enum Work: String, CaseIterable, Sendable {
        /// The story's beginning, in a folder without one.
        case begin
        /// A recording of two reports.
        case record
        /// A recording that changes the vocabulary too, so that two revisions come of it.
        case recordVocabulary
        /// An undoing.
        case undo
        /// All packs put into one.
        case pack
        /// What was recorded since put behind them, which is copied as it lies.
        case packAgain
        /// A merge of what somebody else recorded, which was fetched before.
        case merge
    }

    private let work: Work
    /// Different random losses at each point.
    private let draws: Int
    /// One state in so many is looked at.
    private let share: Int
    /// Whether what brings bytes to the disk is taken for done without it: the trial must then find losses.
    private let trustsSynchronization: Bool

    /// A trial.
    package init(_ work: Work, draws: Int, share: Int = 1, trustsSynchronization: Bool = true) {
        self.work = work
        self.draws = draws
        self.share = share
        self.trustsSynchronization = trustsSynchronization
    }

    /// Runs it: one state of the disk for each point and loss.
    package func run() throws -> Tally {
        var tally = Tally()
        let base = try withFreshFolder { folder in
            if work != .begin { try TrialStory.tell(3, at: "\(folder)/story") }
            if work == .packAgain { try TrialStory.packAndGoOn("\(folder)/story") }
            if work == .merge { try TrialStory.fork("\(folder)/story", by: "b") }
            return try StoredFolder(at: folder)
        }
        let (calls, before, after) = try recorded(on: base)
        tally.count("calls", calls.count)
        for point in 0...calls.count {
            var disk = StoredDisk(base)
            for call in calls.prefix(point) where trustsSynchronization || !call.isSynchronization { disk.apply(call) }
            for (index, loss) in losses(at: point).enumerated() where (point + index) % share == 0 {
                tally.count("states")
                let place = "\(work) after call \(point) of \(calls.count), losing \(loss)"
                try check(disk.folder(after: loss), before, after, isDone: point == calls.count, place, &tally)
            }
        }
        return tally
    }

    private func losses(at point: Int) -> [StoredDisk.Loss] {
        [.nothing, .tornWrite, .everything, .bytes, .zeros]
            + (0..<draws).map { .some(seed: UInt64(point * 1000 + $0)) }
    }

    /// Does the work once in the open, and returns its calls and the revisions before and after.
    private func recorded(on base: StoredFolder) throws -> ([FileCall], ObjectID?, ObjectID?) {
        try withFreshFolder { folder in
            let path = "\(folder)/story"
            try base.write(to: folder)
            let before = work == .begin ? nil : try FactRepository.open(at: path).tip()
            let calls = try FileCalls.recording(in: folder) { try doWork(at: path) }
            return (calls, before, try FactRepository.open(at: path).tip())
        }
    }

    private func doWork(at path: String) throws {
        switch work {
        case .begin:
            _ = try FactRepository.create(at: path, vocabulary: TrialStory.vocabulary, by: TrialStory.author(0))
        case .record: _ = try FactRepository.open(at: path).record(TrialStory.recording(4), by: TrialStory.author(4))
        case .recordVocabulary:
            var recording = TrialStory.recording(4)
            recording.vocabulary = TrialStory.vocabulary + "# more\n"
            _ = try FactRepository.open(at: path).record(recording, by: TrialStory.author(4))
        case .pack, .packAgain: _ = try FactRepository.open(at: path).pack()
        case .merge:
            let story = try FactRepository.open(at: path)
            _ = try story.merge(story.resolve("theirs"), by: TrialStory.author(5))
        case .undo: _ = try FactRepository.open(at: path).undo(to: 2, by: TrialStory.author(4))
        }
    }

    private func check(
        _ state: StoredFolder, _ before: ObjectID?, _ after: ObjectID?, isDone: Bool, _ place: String,
        _ tally: inout Tally
    ) throws {
        try withFreshFolder { folder in
            let path = "\(folder)/story"
            try state.write(to: folder)
            do {
                if work != .begin || isDone {
                    let tip = try soundTip(at: path)
                    if isDone, tip != after { return tally.fault("\(place): an acknowledged revision is lost") }
                    if tip != before, tip != after { return tally.fault("\(place): neither the old nor the new") }
                    tally.count(tip == after ? "new" : "old")
                }
                try again(at: path, after)
            } catch {
                tally.fault("\(place): \(error)")
            }
        }
    }

    /// The newest revision of a story that verifies.
    private func soundTip(at path: String) throws -> ObjectID? {
        let story = try FactRepository.open(at: path)
        guard let tip = try story.tip() else { throw Finding("it has no revision") }
        if let problem = story.verify(from: tip).problems.first { throw Finding("\(problem.place): \(problem.what)") }
        return tip
    }

    /// Does the work again, unless it was done, and expects what would have come of it.
    private func again(at path: String, _ after: ObjectID?) throws {
        let tip = work == .begin ? nil : try FactRepository.open(at: path).tip()
        if work == .begin, (try? soundTip(at: path)) == after { return }
        if work != .undo || tip != after { try doWork(at: path) }
        guard try soundTip(at: path) == after else { throw Finding("doing it again leads elsewhere") }
    }
}

/// What a trial found to be wrong.
struct Finding: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
