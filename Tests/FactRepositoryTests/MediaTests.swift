import FactDiff
import FactRepository
import Facts
import Foundation
import Git
import StoryTestSupport
import TestSupport
import Testing

/// Disks that are full or may not be written, and clocks that go wrong.
@Suite struct MediaTests {
    private static let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appending(path: "safety").path()
    /// Whether this machine lets a process have mounts of its own.
    private static let mayMount = (try? run(["unshare", "-m", "true"]).status) == 0

    @Test(.enabled(if: mayMount, "mounting is not allowed here"))
    func `a full disk refuses the recording by name, and what was acknowledged stays`() throws {
        try withTemporaryFolder { folder in
            let result = try run([
                "unshare", "-m", "sh", "-c",
                """
                mount -t tmpfs -o size=1m tmpfs "$0" && "$1" tell 1 "$0/story" || exit 9
                "$1" write "$0/story" a 2 > "$0/../acknowledged" 2> "$0/../errors"; echo "status $?"
                tail -n 1 "$0/../acknowledged"; cat "$0/../errors"; rm "$0/../acknowledged" "$0/../errors"
                "$1" check "$0/story"; ls "$0/story/objects/pack" | grep -c tmp_
                """, try folderInside(folder), Self.program,
            ])
            let lines = result.lines
            #expect(lines.first == "status 2", "\(result.text) \(result.errors)")
            let last = try #require(lines.first { $0.hasPrefix("a ") }?.split(separator: " ").last)
            #expect(result.text.contains("No space left on device"))
            #expect(result.text.contains("newest \(last)"))
            #expect(result.text.contains("problems 0"))
            #expect(lines.last == "0")
        }
    }

    @Test(.enabled(if: mayMount, "mounting is not allowed here"))
    func `a story on a medium that may not be written is read, and not recorded into`() throws {
        try withTemporaryFolder { folder in
            let result = try run([
                "unshare", "-m", "sh", "-c",
                """
                "$1" tell 3 "$0/story" && mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" || exit 9
                "$1" check "$0/story"; "$1" write "$0/story" a 4 1 2>&1; echo "status $?"
                """, try folderInside(folder), Self.program,
            ])
            #expect(result.text.contains("problems 0"), "\(result.text) \(result.errors)")
            #expect(result.text.contains("Read-only file system"))
            #expect(result.lines.last == "status 2")
        }
    }

    @Test func `a clock that goes backwards does not change the order of revisions`() throws {
        try withStory { story in
            for (number, day) in [20, 10, 15].enumerated() {
                try story.record(day: day) { try $0.add(News("n-\(number)", [.init("Qatar", "met", "\(number)")])) }
            }
            let tip = try #require(try story.tip())
            let log = try story.log(from: tip)
            #expect(log.map(\.message).count == 4)
            #expect(log[0].parent == log[1].id)
            #expect(log.map(\.recorded) != log.map(\.recorded).sorted(by: >))
            let (before, after) = (try story.snapshot(try story.resolve("HEAD~1")), try story.snapshot(tip))
            #expect(try story.changes(from: before, to: after).changes.count == 1)
            #expect(try story.problems == [])
            let undoing = try story.undo(by: .tester(day: 1))
            #expect(undoing.after.hex == log[1].id)
        }
    }

    private func folderInside(_ folder: String) throws -> String {
        let inside = folder + "/inside"
        try FileManager.default.createDirectory(atPath: inside, withIntermediateDirectories: true)
        return inside
    }
}
