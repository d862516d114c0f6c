import Glibc
import SystemPackage

/// Where a command's data goes: standard output, or a pager on it.
enum Output {
    /// Writes text to standard output; a reader that has gone away ends the program without a word.
    static func write(_ text: String) throws {
        do {
            _ = try FileDescriptor.standardOutput.writeAll(text.utf8)
        } catch Errno.brokenPipe {
            exit(ExitStatus.clean.rawValue)
        }
    }

    /// Writes a line to standard error.
    static func note(_ text: String) {
        _ = try? FileDescriptor.standardError.writeAll((text + "\n").utf8)
    }

    /// Shows text through the pager of `ANNALS_PAGER`, the setting `annals.pager` or `PAGER`, else `less -FRX`.
    static func page(_ text: String, setting: String?) throws {
        let command = Terminal.environment("ANNALS_PAGER") ?? setting ?? Terminal.environment("PAGER") ?? "less -FRX"
        guard command != "cat", let pipe = popen(command, "w") else { return try write(text) }
        fputs(text, pipe)
        // A pager that is not there says so itself, on standard error; the text must not be lost with it.
        if pclose(pipe) >> 8 == 127 { try write(text) }
    }
}
