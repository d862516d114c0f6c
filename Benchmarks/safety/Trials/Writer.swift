import FactRepository
import Facts
import Foundation
import Git

/// What the processes of the trials with several writers do.
package enum Writer {
    /// Records revisions in a loop, and acknowledges each on standard output when it is recorded: report, then commit.
    ///
    /// - Parameter count: how many; `nil` for as long as it lives.
    package static func write(at path: String, as name: String, from first: Int, count: Int?) throws {
        let story = try FactRepository.open(at: path)
        for number in first..<(count.map { first + $0 } ?? Int.max) {
            let recording = TrialStory.recording(number, of: name, claims: 2)
            let revisions = try story.record(recording, by: TrialStory.author(number), patience: .seconds(120))
            guard let last = revisions.last else { throw Finding("revision \(number) of \(name) changed nothing") }
            // One write, so that no acknowledgement is half of one.
            FileHandle.standardOutput.write(Data("\(name) \(number) \(last.id)\n".utf8))
        }
    }

    /// Makes a story of so many recordings.
    package static func tell(_ count: Int, at path: String) throws { try TrialStory.tell(count, at: path) }

    /// Verifies a story: its newest revision, how many problems there are, and each of them.
    package static func check(_ path: String) throws -> [String] {
        let story = try FactRepository.openDamaged(at: path)
        let problems = story.verify().problems
        return ["newest \(try story.tip()?.hex ?? "-")", "problems \(problems.count)"]
            + problems.map { "\($0.place): \($0.what)" }
    }

    /// Puts all packs of a story into one again and again until it is over, and returns how often there was more than one.
    package static func pack(_ path: String, until isOver: () -> Bool) throws -> Int {
        var count = 0
        while !isOver() {
            count += try FactRepository.open(at: path).pack(patience: .seconds(120)) ? 1 : 0
            usleep(20_000)
        }
        return count
    }

    /// Reads the newest revision again and again until standard input ends, and prints how often, or what was wrong.
    package static func read(at path: String, until isOver: () -> Bool) throws -> Int {
        let story = try FactRepository.open(at: path)
        var last: (id: ObjectID, count: Int)?
        var reads = 0
        while !isOver() {
            guard let tip = try story.tip() else { throw Finding("there is no revision any more") }
            let snapshot = try story.snapshot(tip)
            let count = try snapshot.reportNames().count
            let claims = try snapshot.facts().flatMap(\.claims)
            guard Set(claims.map(\.report)).count == count else { throw Finding("\(tip): claims and reports differ") }
            if let last, tip != last.id {
                let log = try story.log(from: tip)
                guard log.contains(where: { $0.id == last.id.hex }) else { throw Finding("\(tip): the past changed") }
            }
            if let last, count < last.count { throw Finding("\(tip): fewer reports than before") }
            last = (tip, count)
            reads += 1
        }
        return reads
    }
}
