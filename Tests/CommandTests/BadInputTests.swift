import Foundation
import TestSupport
import Testing

/// What goes wrong, what is said of it, and the exit status.
@Suite struct BadInputTests {
    @Test func `every bad input names the place and the next step`() throws {
        let sections = try withStory { story in try BadInput.all.map { try section($0, story) } }
        try expectSnapshot("# Bad input\n\n" + sections.joined(separator: "\n"), named: "cli/bad-input.md")
    }

    private func section(_ bad: BadInput, _ story: Shell) throws -> String {
        try withShell { shell in
            try FileManager.default.removeItem(atPath: shell.folder)
            try FileManager.default.copyItem(atPath: story.folder, toPath: shell.folder)
            let result = try bad.run(shell)
            #expect(result.status == bad.status, "\(bad.name): \(result.errors)")
            #expect(bad.status == 3 || result.output.isEmpty, "\(bad.name): \(result.all)")
            #expect(bad.status == 3 || result.errors.contains("error: "), "\(bad.name): \(result.errors)")
            // Ids of commits follow from every byte that is stored, and are not what is looked at here.
            let said = (result.all + result.errors).replacing(shell.folder, with: "/story")
                .replacing(/\b[0-9a-f]{8}([0-9a-f]{32})?\b/, with: "<id>")
            return """
                ## \(bad.name)

                ```console
                $ \(bad.line)
                \(said)```

                Exit status \(result.status).

                """
        }
    }
}
