package import Facts
import SystemPackage

/// Reads a file into a report: text or Markdown, with YAML front matter or without.
///
/// The bytes are kept as they are.
package struct ReportReader {
    /// A report may have this many bytes at most.
    package static let maximumSize = 64 << 20
    /// Values in front matter may be so deep inside one another: far less than what is stored is read with.
    package static let maximumDepth = 32
    /// Endings of files that are read from a folder.
    package static let endings: Set<String> = ["md", "markdown", "txt", "text"]
    private static let unread: Set<String> = ["html", "htm", "pdf", "doc", "docx", "odt", "rtf", "epub"]

    /// The report in a file.
    package static func read(_ path: String) throws(ReportProblem) -> Report {
        let ending = ending(of: path)
        guard !unread.contains(ending) else { throw ReportProblem(path, .unknownFormat(ending)) }
        return try report(bytes(path), path)
    }

    /// A report's bytes as a file of that path would give them.
    package static func report(_ bytes: [UInt8], _ path: String) throws(ReportProblem) -> Report {
        try check(bytes, path)
        let fileName = FilePath(path).lastComponent?.string ?? path
        guard let matter = try frontMatter(bytes, path) else {
            guard let name = ReportName(fileName: fileName) else { throw ReportProblem(path, .name(fileName)) }
            return Report(record: ReportRecord(name: name, text: bytes), text: bytes)
        }
        guard let name = try matter.name ?? ReportName(fileName: fileName) else {
            throw ReportProblem(path, .name(fileName))
        }
        return Report(record: try matter.record(name, bytes), text: bytes)
    }

    /// Front matter, which Markdown has or not, and which another text has only when it reads as such.
    private static func frontMatter(_ bytes: [UInt8], _ path: String) throws(ReportProblem) -> FrontMatter? {
        if ["md", "markdown"].contains(ending(of: path)) { return try FrontMatter(bytes, path) }
        return try? FrontMatter(bytes, path)
    }

    /// The lower-case ending of a file name, without the dot.
    package static func ending(of path: String) -> String { FilePath(path).extension?.lowercased() ?? "" }

    private static func check(_ bytes: [UInt8], _ path: String) throws(ReportProblem) {
        if let byte = bytes.firstIndex(of: 0) {
            throw ReportProblem(path, line: bytes.line(of: byte), .binary(byte: byte))
        }
        if let byte = bytes.firstInvalidUTF8 {
            throw ReportProblem(path, line: bytes.line(of: byte), .notUTF8(byte: byte))
        }
        if String(decoding: bytes, as: UTF8.self).allSatisfy({ $0.isWhitespace || $0 == "\u{FEFF}" }) {
            throw ReportProblem(path, .empty)
        }
    }

    /// A file's bytes, whatever they are.
    package static func bytes(_ path: String) throws(ReportProblem) -> [UInt8] {
        do {
            let file = try FileDescriptor.open(FilePath(path), .readOnly)
            return try file.closeAfter { try file.contents(upTo: maximumSize) }
        } catch Errno.noSuchFileOrDirectory {
            throw ReportProblem(path, .missing)
        } catch let error as ReportProblem {
            throw error
        } catch TooLarge.bytes(let count) {
            throw ReportProblem(path, .tooLarge(bytes: count))
        } catch {
            throw ReportProblem(path, .unreadable("\(error)"))
        }
    }
}

private enum TooLarge: Error {
    case bytes(Int)
}

extension FileDescriptor {
    fileprivate func contents(upTo limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let chunk = try [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
                count = try read(into: UnsafeMutableRawBufferPointer(buffer))
            }
            guard !chunk.isEmpty else { return bytes }
            bytes += chunk
            guard bytes.count <= limit else { throw TooLarge.bytes(bytes.count) }
        }
    }
}

extension [UInt8] {
    /// The line that a byte stands in, from 1.
    fileprivate func line(of byte: Int) -> Int { self[..<byte].count { $0 == 0x0A } + 1 }

    /// The first byte that does not belong to well-formed UTF-8, or `nil`.
    fileprivate var firstInvalidUTF8: Int? {
        guard String(validating: self, as: UTF8.self) == nil else { return nil }
        var position = 0
        for scalar in String(decoding: self, as: UTF8.self).unicodeScalars {
            let width = UTF8.width(scalar)
            let isReplacement = scalar == "\u{FFFD}" && !self[position...].starts(with: [0xEF, 0xBF, 0xBD])
            if isReplacement { return position }
            position += width
        }
        return position
    }
}
