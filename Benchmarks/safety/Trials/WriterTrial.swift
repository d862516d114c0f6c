import FactRepository
import Facts
import Foundation
import Git

/// Lets several processes record into one story at the same time, while others read it and put its packs together, and sees that
/// what each was told is there, once.
package struct WriterTrial {
    private let program: String
    private let writers: Int
    private let revisions: Int

    /// A trial of so many writers, who make so many revisions in all; `program` is this one.
    package init(program: String, writers: Int, revisions: Int) {
        self.program = program
        self.writers = writers
        self.revisions = revisions
    }

    /// Runs it, on the disk.
    package func run() throws -> Tally {
        var tally = Tally()
        let path = "\(temporaryFolder)/annals-writers-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try TrialStory.tell(1, at: path)
        let started = ContinuousClock.now
        let reader = try Child([program, "read", path])
        let packer = try Child([program, "pack", path])
        let children = try (0..<writers).map { writer in
            try Child([program, "write", path, "w\(writer)", "1", "\(revisions / writers)"])
        }
        var acknowledged: [String] = []
        for child in children {
            let result = child.finish()
            if result.status != 0 { tally.fault("a writer failed: \(result.errors)") }
            acknowledged += result.output.split(separator: "\n").compactMap {
                $0.split(separator: " ").last.map(String.init)
            }
        }
        let elapsed = ContinuousClock.now - started
        try Data().write(to: URL(filePath: path + "/over"))
        for (child, what) in [(reader, "reads"), (packer, "packings")] {
            let result = child.finish()
            if result.status != 0 { tally.fault("\(what): \(result.errors)") }
            tally.count("\(what) meanwhile", Int(result.output.split(separator: "\n").last ?? "") ?? 0)
        }
        tally.count("writers", writers)
        tally.count("acknowledged", acknowledged.count)
        tally.count("milliseconds", Int(elapsed / .milliseconds(1)))
        try check(path, acknowledged, &tally)
        return tally
    }

    private func check(_ path: String, _ acknowledged: [String], _ tally: inout Tally) throws {
        let story = try FactRepository.open(at: path)
        guard let tip = try story.tip() else { return tally.fault("there is no revision") }
        let log = try story.log(from: tip).map(\.id)
        tally.count("missing", Set(acknowledged).subtracting(log).count)
        tally.count("duplicated", acknowledged.count - Set(acknowledged).count)
        if tally["missing"] + tally["duplicated"] > 0 {
            tally.fault("acknowledged revisions are missing or twice there")
        }
        // The story's beginning and its first recording come before.
        if log.count != acknowledged.count + 2 {
            tally.fault("\(log.count) revisions, \(acknowledged.count) acknowledged")
        }
        for writer in 0..<writers {
            let numbers = try story.snapshot(tip).reportNames().filter {
                $0.description.hasPrefix("report-w\(writer)-")
            }
            if numbers.count != revisions / writers { tally.fault("writer \(writer) has \(numbers.count) reports") }
        }
        for problem in story.verify().problems { tally.fault("\(problem.place): \(problem.what)") }
        if try story.operations()?.operations.count != log.count { tally.fault("operations and revisions differ") }
    }
}
