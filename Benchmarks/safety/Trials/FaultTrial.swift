import FactRepository
import Foundation
import Git

/// Fails every file call of a recording in turn, and sees that the story stands as it was or as it is to be.
package struct FaultTrial {
    /// How calls fail: the system's error number and its name.
    package static let errors: [(number: Int32, name: String)] = [(EIO, "EIO"), (ENOSPC, "ENOSPC"), (EROFS, "EROFS")]

    private let error: (number: Int32, name: String)
    private let isLasting: Bool
    /// One call in so many is failed.
    private let share: Int

    /// A trial; with `isLasting`, whatever changes something fails from then on.
    package init(_ error: (number: Int32, name: String), isLasting: Bool, share: Int = 1) {
        self.share = share
        self.error = error
        self.isLasting = isLasting
    }

    /// Runs it, for as many calls as a recording makes.
    package func run() throws -> Tally {
        var tally = Tally()
        let base = try withFreshFolder { folder in
            try TrialStory.tell(3, at: "\(folder)/story")
            return try StoredFolder(at: "\(folder)/story")
        }
        let (before, after) = try tips(of: base)
        for number in stride(from: share, to: Int.max, by: share) {
            let fault = FileCalls.Fault(number: number, error: error.number, isLasting: isLasting)
            guard try runOnce(fault, base, before, after, &tally) else { break }
        }
        return tally
    }

    private func tips(of base: StoredFolder) throws -> (ObjectID?, ObjectID?) {
        try withFreshFolder { folder in
            try base.write(to: "\(folder)/story")
            let story = try FactRepository.open(at: "\(folder)/story")
            let before = try story.tip()
            _ = try story.record(TrialStory.recording(4), by: TrialStory.author(4))
            return (before, try story.tip())
        }
    }

    /// Fails one call; `false` when there are no more.
    private func runOnce(
        _ fault: FileCalls.Fault, _ base: StoredFolder, _ before: ObjectID?, _ after: ObjectID?, _ tally: inout Tally
    ) throws -> Bool {
        try withFreshFolder { folder in
            let path = "\(folder)/story"
            try base.write(to: path)
            let (open, handles) = (try Self.openFiles(), liveHandleCount)
            var outcome = Result<Void, any Error>.success(())
            let failed = FileCalls.failing(fault, in: path) { outcome = Result { try Self.record(at: path) } }
            guard let failed else { return false }
            tally.count("calls")
            let place = "\(error.name)\(isLasting ? " from" : " at") call \(fault.number), \(failed)"
            if try Self.openFiles() != open {
                // libgit2 1.5 forgets the file of a lock that it could not synchronize: the one case, and not ours to mend.
                let isOfLibgit2 = failed.hasPrefix("fsync") && failed.hasSuffix(".lock")
                if isOfLibgit2 {
                    tally.count("files that libgit2 left open")
                } else {
                    tally.fault("\(place): a file stays open")
                }
            }
            if liveHandleCount != handles { tally.fault("\(place): a handle stays open") }
            do {
                try check(path, outcome, base, before, after, place, &tally)
            } catch {
                tally.fault("\(place): \(error)")
            }
            return true
        }
    }

    private static func record(at path: String) throws {
        _ = try FactRepository.open(at: path).record(TrialStory.recording(4), by: TrialStory.author(4))
    }

    private func check(
        _ path: String, _ outcome: Result<Void, any Error>, _ base: StoredFolder, _ before: ObjectID?,
        _ after: ObjectID?, _ place: String, _ tally: inout Tally
    ) throws {
        let tip = try Self.soundTip(at: path)
        guard tip == before || tip == after else { throw Finding("neither the old nor the new revision") }
        switch outcome {
        case .success:
            tally.count("done all the same")
            if tip != after { throw Finding("it was said to be recorded, and is not") }
        case .failure(let error as RepositoryError):
            tally.count(tip == before ? "refused, old" : "refused, new")
            if error.subject.isEmpty { throw Finding("the error names no place") }
        case .failure(let error): throw Finding("another error than the repository's: \(error)")
        }
        for rest in try Self.leftovers(at: path) {
            // What a failed removal leaves is removed by the next recording.
            tally.count("left over: \(rest.split(separator: "/").last ?? "")")
        }
        try Self.record(at: path)
        if try Self.soundTip(at: path) != after { throw Finding("recording again leads elsewhere") }
        let rest = try Self.leftovers(at: path)
        if !rest.isEmpty { throw Finding("left over after the next recording: \(rest)") }
    }

    private static func soundTip(at path: String) throws -> ObjectID? {
        let story = try FactRepository.open(at: path)
        guard let tip = try story.tip() else { throw Finding("it has no revision") }
        if let problem = story.verify(from: tip).problems.first { throw Finding("\(problem.place): \(problem.what)") }
        return tip
    }

    /// Files that no finished writer leaves.
    private static func leftovers(at path: String) throws -> [String] {
        let files = try StoredFolder(at: path).files.map(\.path)
        let packs = Set(files.filter { $0.hasSuffix(".idx") }.map { $0.dropLast(4) })
        return files.filter { file in
            (file.hasSuffix(".lock") && file != "annals.lock") || file.contains("tmp_")
                || (file.hasSuffix(".pack") && !packs.contains(file.dropLast(5)))
        }
    }

    private static func openFiles() throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    }
}
