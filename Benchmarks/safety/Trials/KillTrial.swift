import FactRepository
import Facts
import Foundation
import Git

/// Kills a process that records in a loop, at random moments, and sees that all it had acknowledged is there.
package struct KillTrial {
    private let program: String
    private let kills: Int
    private let seed: UInt64

    /// A trial of so many kills; `program` is this one.
    package init(program: String, kills: Int, seed: UInt64) {
        self.program = program
        self.kills = kills
        self.seed = seed
    }

    /// Kills of one story, so that its checks stay short.
    private static let round = 25

    /// Runs it, on the disk.
    package func run() throws -> Tally {
        var tally = Tally()
        var random = Draw(seed: seed)
        for start in stride(from: 0, to: kills, by: Self.round) {
            let path = "\(temporaryFolder)/annals-kill-\(UUID().uuidString)"
            defer { try? FileManager.default.removeItem(atPath: path) }
            try TrialStory.tell(1, at: path)
            var number = 1
            for _ in start..<min(start + Self.round, kills) { try killOnce(path, &number, &random, &tally) }
            try finish(path, number, &tally)
        }
        return tally
    }

    /// Lets a writer live for a while, and checks what it leaves.
    private func killOnce(_ path: String, _ number: inout Int, _ random: inout Draw, _ tally: inout Tally) throws {
        let child = try Child([program, "write", path, "a", "\(number + 1)"])
        // A writer waits up to a second for a fresh lock of the one killed before: most are killed when they are past that.
        if Int.random(in: 0..<5, using: &random) > 0 { child.listen() }
        usleep(UInt32.random(in: 0...80_000, using: &random))
        child.kill()
        let said = child.finish()
        tally.count("kills")
        if !said.errors.isEmpty { tally.fault("the writer failed by itself: \(said.errors)") }
        let acknowledged = said.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        tally.count("acknowledged", acknowledged.count)
        if acknowledged.isEmpty { tally.count("killed before the first acknowledgement") }
        do {
            let story = try FactRepository.open(at: path)
            guard let tip = try story.tip() else { throw Finding("there is no revision") }
            let log = Set(try story.log(from: tip).map(\.id))
            let lost = acknowledged.compactMap(\.last).filter { !log.contains($0) }
            tally.count("lost", lost.count)
            for id in lost { tally.fault("the acknowledged revision \(id) is lost") }
            _ = try story.snapshot(tip).facts()
            if !(try story.git.lockFiles().isEmpty) { tally.count("locks left") }
            number =
                try story.snapshot(tip).reportNames().compactMap { Int($0.description.dropFirst(9)) }.max() ?? number
        } catch {
            tally.fault("unreadable: \(error)")
        }
    }

    /// Records once more, by when no lock may be in the way, and checks the whole story.
    private func finish(_ path: String, _ number: Int, _ tally: inout Tally) throws {
        let start = ContinuousClock.now
        let last = try Child([program, "write", path, "a", "\(number + 1)", "1"]).finish()
        let waited = Int((ContinuousClock.now - start) / .milliseconds(1))
        if last.status != 0 { tally.fault("recording after the last kill: \(last.errors)") }
        if waited > 5000 { tally.fault("recording after the last kill took \(waited) ms") }
        let story = try FactRepository.open(at: path)
        tally.count("revisions", try story.tip().map { try story.log(from: $0).count } ?? 0)
        for problem in story.verify().problems { tally.fault("\(problem.place): \(problem.what)") }
    }
}
