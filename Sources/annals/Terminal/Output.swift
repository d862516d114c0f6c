import Glibc
import Rendering
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

    /// Writes text to a file, in place of whatever it held.
    static func write(_ text: String, to path: String) throws {
        do {
            let file = try FileDescriptor.open(
                FilePath(path), .writeOnly, options: [.create, .truncate],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
            _ = try file.closeAfter { try file.writeAll(text.utf8) }
        } catch let error as Errno {
            throw Failure(
                message: "cannot write \(visible(path)): \(error)", hint: "name a file in a folder you may write to")
        }
    }

    /// Gives `body` what writes to a file that is not there yet; the file is there when all of it is written, and not before.
    static func write<Result>(
        toNew path: String, _ body: ((String) throws -> Void) throws -> Result
    ) throws -> Result {
        let draft = FilePath(path + ".annals-new")
        defer { unlink(draft.string) }
        do {
            let file = try FileDescriptor.open(
                draft, .writeOnly, options: [.create, .truncate],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
            let result = try file.closeAfter { try body { _ = try file.writeAll($0.utf8) } }
            guard rename(draft.string, path) == 0 else { throw Errno(rawValue: errno) }
            return result
        } catch let error as Errno {
            throw Failure(
                message: "cannot write \(visible(path)): \(error)", hint: "name a file in a folder you may write to")
        }
    }

    /// Writes lines to standard error; whatever is in them, a terminal obeys none of it.
    static func note(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { harmless($0) + "\n" }
        _ = try? FileDescriptor.standardError.writeAll(lines.joined().utf8)
    }

    /// The line with its layout, or made visible where it is not plain.
    private static func harmless(_ line: Substring) -> String {
        guard line.utf8.contains(where: { !(0x20..<0x7F).contains($0) }) else { return String(line) }
        return line.prefix { $0 == " " } + VisibleText(String(line), limit: noteLimit).text
    }

    /// Columns of one line after which the rest is counted.
    private static let noteLimit = 2000

    /// Shows text through the pager of `ANNALS_PAGER`, the setting `annals.pager` or `PAGER`, else `less -FRX`.
    static func page(_ text: String, setting: String?) throws {
        let command = Terminal.environment("ANNALS_PAGER") ?? setting ?? Terminal.environment("PAGER") ?? "less -FRX"
        guard command != "cat", let pipe = popen(command, "w") else { return try write(text) }
        fputs(text, pipe)
        // A pager that is not there says so itself, on standard error; the text must not be lost with it.
        if pclose(pipe) >> 8 == 127 { try write(text) }
    }
}
