import Foundation
import TestSupport
import Testing

@Suite struct ReadmeTests {
    @Test func `shows what the demo really prints`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        let blocks = readme.split(separator: "```\n").filter { $0.hasPrefix("$ annals") }
        #expect(blocks.count >= 3)
        try withShell { shell in
            let result = try shell.succeed("demo", "story")
            for block in blocks {
                #expect(result.text.contains(block.trimmingCharacters(in: .newlines)), "\(block)")
            }
        }
    }
}
