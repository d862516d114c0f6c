package import Facts
import SystemPackage

/// Reads a file into a report: text, Markdown or an HTML page; text with YAML front matter or without.
///
/// The bytes are kept as they are.
package struct ReportReader {
    /// A report may have this many bytes at most.
    package static let maximumSize = 64 << 20
    /// Values in front matter may be so deep inside one another: far less than what is stored is read with.
    package static let maximumDepth = 32
    /// An HTML page may have this many tags and stretches of words.
    package static let maximumElements = HTMLDocument.maximumPieces
    /// The elements of an HTML page may be so deep inside one another.
    package static let maximumElementDepth = HTMLPage.maximumDepth
    /// Endings of files that are read from a folder.
    package static let endings = Set(["md", "markdown", "txt", "text"]).union(markupEndings)
    private static let markupEndings: Set<String> = ["html", "htm", "xhtml"]
    private static let textEndings = endings.subtracting(markupEndings)
    private static let unread: Set<String> = ["pdf", "doc", "docx", "odt", "rtf", "epub", "mhtml", "webarchive"]

    /// The report in a file, under its own name or that of the file; `-` is standard input, which needs a name.
    package static func read(_ path: String, as name: ReportName? = nil) throws(ReportProblem) -> Report {
        let ending = ending(of: path)
        guard !unread.contains(ending) else { throw ReportProblem(path, .unknownFormat(ending)) }
        return try report(bytes(path), path, as: name)
    }

    /// A report's bytes as a file of that path would give them.
    ///
    /// A name that is given goes before the one in front matter, and that before the file's.
    package static func report(
        _ bytes: [UInt8], _ path: String, as given: ReportName? = nil
    ) throws(ReportProblem) -> Report {
        let ending = ending(of: path)
        let isMarkup = markupEndings.contains(ending) || !textEndings.contains(ending) && HTMLEncoding.isMarkup(bytes)
        try check(bytes, path, isMarkup: isMarkup)
        if isMarkup { return try page(bytes, path, name(given, path)) }
        let matter = try frontMatter(bytes, path)
        let name = try name(given == nil ? matter?.name : given, path)
        let record = try matter?.record(name, bytes)
        return Report(record: record ?? ReportRecord(name: name, text: bytes), text: bytes)
    }

    private static func page(_ bytes: [UInt8], _ path: String, _ name: ReportName) throws(ReportProblem) -> Report {
        let page: HTMLPage
        do throws(HTMLPage.Problem) {
            page = try HTMLPage(bytes)
        } catch {
            throw ReportProblem(path, error == .tooNested ? .tooNested : .tooManyElements)
        }
        guard !page.document.runs.isEmpty else { throw ReportProblem(path, .empty) }
        return Report(record: HTMLMetadata(page.document).record(name, bytes), text: bytes)
    }

    /// The name that is given, or the one that a file's name makes.
    private static func name(_ given: ReportName?, _ path: String) throws(ReportProblem) -> ReportName {
        if let given { return given }
        guard path != "-" else { throw ReportProblem(path, .unnamed) }
        let fileName = FilePath(path).lastComponent?.string ?? path
        guard let name = ReportName(fileName: fileName) else { throw ReportProblem(path, .name(fileName)) }
        return name
    }

    /// Front matter, which Markdown has or not, and which another text has only when it reads as such.
    private static func frontMatter(_ bytes: [UInt8], _ path: String) throws(ReportProblem) -> FrontMatter? {
        if ["md", "markdown"].contains(ending(of: path)) { return try FrontMatter(bytes, path) }
        return try? FrontMatter(bytes, path)
    }

    /// The lower-case ending of a file name, without the dot.
    package static func ending(of path: String) -> String { FilePath(path).extension?.lowercased() ?? "" }

    private static func check(_ bytes: [UInt8], _ path: String, isMarkup: Bool) throws(ReportProblem) {
        if let encoding = HTMLEncoding.mark(of: bytes) { throw ReportProblem(path, .encoding(encoding)) }
        if let byte = bytes.firstIndex(of: 0) {
            throw ReportProblem(path, line: bytes.line(of: byte), .binary(byte: byte))
        }
        if let byte = bytes.firstInvalidUTF8 {
            if isMarkup, let encoding = HTMLEncoding.declared(in: bytes) {
                throw ReportProblem(path, .encoding(encoding))
            }
            throw ReportProblem(path, line: bytes.line(of: byte), .notUTF8(byte: byte))
        }
        if String(decoding: bytes, as: UTF8.self).allSatisfy({ $0.isWhitespace || $0 == "\u{FEFF}" }) {
            throw ReportProblem(path, .empty)
        }
    }

    /// A file's bytes, whatever they are; `-` is standard input.
    package static func bytes(_ path: String) throws(ReportProblem) -> [UInt8] {
        do {
            if path == "-" { return try FileDescriptor.standardInput.contents(upTo: maximumSize) }
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
