import Foundation
import TestSupport
import Testing

/// Small versions of the trials in Benchmarks/safety, each a process of its own: some watch every call that it makes on files.
@Suite struct SafetyTests {
    private static let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appending(path: "safety").path()

    @Test func `wherever the machine stops, the old revision stands or the new one, and the trial would see if not`()
        throws
    {
        let result = try trial("crash", "1", "12")
        #expect(result.text.contains("crash record states"))
    }

    @Test func `whichever file call fails, the old revision stands or the new one`() throws {
        #expect(try trial("faults", "7").text.contains("faults ENOSPC lasting calls"))
    }

    @Test func `a damaged byte or file never makes a wrong answer`() throws {
        #expect(try trial("damage", "60", "20").text.contains("damage named"))
    }

    @Test func `what several writers were told is recorded is there once`() throws {
        #expect(try trial("writers", "24").text.contains("writers 4 acknowledged 24"))
    }

    @Test func `what a killed writer acknowledged is there`() throws {
        #expect(try trial("kill", "8").text.contains("kill kills 8"))
    }

    private func trial(_ words: String...) throws -> CommandResult {
        let result = try run([Self.program] + words)
        #expect(result.status == 0, "\(result.text)\n\(result.errors)")
        return result
    }
}
