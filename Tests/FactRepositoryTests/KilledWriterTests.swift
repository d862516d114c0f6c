import FactRepository
import Facts
import Foundation
import Git
import StoryTestSupport
import TestSupport
import Testing

@Suite struct KilledWriterTests {
    /// The command, where the tests' own build has put it.
    private static let command = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appending(path: "annals").path()

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: command), "the command was not built"))
    func `a writer killed at any moment leaves the old revision or the new one`() throws {
        try withTemporaryFolder { folder in
            var random = SeededGenerator(seed: 9)
            let path = folder + "/.annals"
            let story = try FactRepository.create(at: path, vocabulary: Vocabularies.plain, by: .tester())
            var (killed, count, patience) = (0, 1, 150)
            for round in 1...30 {
                try write(round, in: folder)
                let jitter = Int.random(in: 0...patience / 4, using: &random)
                let seconds = "\(Double(patience + jitter) / 1000)"
                let record = [Self.command, "record", "--story", folder, folder + "/reports"]
                let result = try run(["timeout", "-s", "KILL", seconds] + record)
                // Just as long as it takes, however busy the machine is.
                patience = result.status == 0 ? patience * 3 / 4 : min(patience * 5 / 4, 5000)
                if result.status != 0 { killed += 1 }
                let log = try story.log(from: #require(try story.tip())).count
                #expect([count, count + 1].contains(log), "round \(round): \(result.errors)")
                count = log
                let names = try story.latest.reportNames()
                #expect(names.count == (count == 1 ? 0 : 30), "round \(round)")
                for name in names { _ = try story.latest.report(name) }
            }
            print("\(killed) of 30 writers killed, \(count - 1) revisions")
            try write(99, in: folder)
            let last = try run([Self.command, "record", "--story", folder, folder + "/reports"])
            #expect(last.status == 0, "\(last.errors)")
            #expect(try story.latest.reportNames().count == 30)
            #expect(try story.problems == [])
            try story.git("fsck", "--strict", "--full")
        }
    }

    private func write(_ round: Int, in folder: String) throws {
        let reports = URL(filePath: folder + "/reports")
        try FileManager.default.createDirectory(at: reports, withIntermediateDirectories: true)
        for report in 0..<30 {
            try Data("Round \(round) of report \(report).".utf8).write(to: reports.appending(path: "r\(report).txt"))
        }
    }
}
