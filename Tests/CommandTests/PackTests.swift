import Foundation
import TestSupport
import Testing

/// Putting packs together: when it is asked for, and behind the back of whoever records.
@Suite struct PackTests {
    @Test func `all packs become one`() throws {
        try withStory { shell in
            let result = try shell.succeed("pack")
            #expect(result.all.contains(" packs, ") && result.all.contains(" -> 1 pack, "), "\(result.all)")
            #expect(try shell.packs.count == 1)
        }
    }

    @Test func `what is large is packed in the background, unless a setting says no`() throws {
        try withStory { shell in
            try shell.succeed("config", "annals.autoPack", "false")
            try shell.addPack(bytes: 9_000_000)
            try shell.addPack(bytes: 5_000_000)
            let before = try shell.packs.count
            try shell.recordNote(1)
            #expect(try shell.packs.count == before + 1)
            #expect(!FileManager.default.fileExists(atPath: shell.folder + "/.annals/annals-pack.lock"))
            #expect(try shell.succeed("pack", "--auto").all.contains(" -> 1 pack, "))
            try shell.succeed("config", "annals.autoPack", "true")
            try shell.addPack(bytes: 6_000_000)
            try shell.recordNote(2)
            // Nobody is told when it is done: that is what it is for.
            for _ in 0..<600 where try shell.packs.count > 1 { usleep(50_000) }
            #expect(try shell.packs.count == 1)
            #expect(try shell.succeed("pack", "--auto").all.isEmpty)
            try shell.succeed("verify")
        }
    }
}

extension Shell {
    /// The names of the story's packs.
    fileprivate var packs: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: folder + "/.annals/objects/pack").filter {
                $0.hasSuffix(".idx")
            }
        }
    }

    /// Gives the story's repository a pack of bytes that nothing is known of.
    fileprivate func addPack(bytes: Int) throws {
        let made = try script(
            "cd .annals && head -c \(bytes) /dev/urandom | git hash-object -w --stdin"
                + " | git pack-objects -q objects/pack/pack && git prune-packed -q")
        #expect(made.status == 0, "\(made.errors)")
    }

    /// Records one more report.
    fileprivate func recordNote(_ number: Int) throws {
        try write("The ministry of trade paid \(number) million dollars in 2019.\n", to: "notes/note-\(number).txt")
        try succeed("record", "notes/note-\(number).txt")
    }
}
