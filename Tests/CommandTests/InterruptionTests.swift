import Foundation
import TestSupport
import Testing

@Suite struct InterruptionTests {
    @Test func `Ctrl-C while recording leaves the old revision and says so`() throws {
        try withStory { shell in
            let before = try shell.tip()
            // The pipe is opened for writing once the command reads its reports from it.
            let result = try shell.script(
                """
                mkfifo pipe.txt
                '\(Shell.command)' record pipe.txt later & process=$!
                exec 9> pipe.txt
                kill -INT $process; wait $process
                """)
            #expect(result.status == 130)
            #expect(result.errors == "interrupted: nothing was recorded\n")
            #expect(result.output.isEmpty)
            #expect(try shell.tip() == before)
            #expect(try shell.script("git -C .annals fsck --strict --full").status == 0)
            try shell.write("Later.", to: "later/new.txt")
            try shell.succeed("record", "later", "--recorded", "2022-07-11")
        }
    }
}
