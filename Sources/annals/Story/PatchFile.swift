import Extraction
import FactDiff
import Facts
import SystemPackage

/// A patch as a file of format `patch/1`.
enum PatchFile {
    /// Writes a patch, in place of whatever the file held.
    static func write(_ patch: Patch, to path: String) throws {
        let text = patch.lines.map { String(decoding: $0.canonicalBytes, as: UTF8.self) + "\n" }.joined()
        try Output.write(text, to: path)
    }

    /// Reads a patch.
    static func read(_ path: String) throws -> Patch {
        var lines: [JSONValue] = []
        do {
            let file = try FileDescriptor.open(FilePath(path), .readOnly)
            try file.closeAfter {
                var reader = LineReader(file)
                while let line = try reader.next() {
                    guard case .bytes(let bytes) = line else {
                        throw refusal(path, lines.count + 1, "the line is too long")
                    }
                    lines.append(try json(bytes, lines.count + 1, path))
                }
            }
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure.unreadable(path, error)
        }
        do {
            return try Patch(lines: lines)
        } catch {
            throw refusal(path, error.line, error.reason)
        }
    }

    private static func json(_ line: [UInt8], _ number: Int, _ path: String) throws -> JSONValue {
        do {
            return try JSONParser.parse(line)
        } catch {
            throw refusal(path, number, "not JSON")
        }
    }

    private static func refusal(_ path: String, _ line: Int, _ reason: String) -> Failure {
        Failure(message: "\(visible(path)):\(line): \(reason)", hint: "annals compare A B --patch FILE writes a patch")
    }
}
