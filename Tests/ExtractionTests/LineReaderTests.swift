import Extraction
import SystemPackage
import TestSupport
import Testing

@Suite struct LineReaderTests {
    @Test(arguments: [
        ("", []), ("\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\n\n", ["a", ""]), ("\na\nb", ["", "a", "b"]),
        ("a\r\nb\r\n", ["a\r", "b\r"]),
    ])
    func `splits at line feeds, from memory and from a file alike`(text: String, lines: [String]) throws {
        #expect(try all(LineReader(Array(text.utf8))) == lines)
        try withTemporaryFolder { folder in
            try write(text, to: folder + "/lines")
            #expect(try withFile(folder + "/lines") { try all($0) } == lines)
        }
    }

    @Test func `gives the same lines wherever the line feeds fall in its buffer`() throws {
        var random = SeededGenerator(seed: 7)
        try withTemporaryFolder { folder in
            for round in 0..<20 {
                let lengths = random.list(1...6) { Int.random(in: 65_530...65_540, using: &$0) }
                let lines = lengths.map { String(repeating: "x", count: $0) }
                try write(lines.joined(separator: "\n"), to: folder + "/lines")
                #expect(try withFile(folder + "/lines") { try all($0) } == lines, "round \(round)")
            }
        }
    }

    @Test func `passes over lines of 17 and 50 MiB and reads the rest`() throws {
        let (long, longest) = (17 << 20, 50 << 20)
        try withTemporaryFolder { folder in
            let path = folder + "/lines"
            try writeLines([3, long, 4, longest], to: path)
            var lengths: [LineReader.Line] = []
            try withFile(path) { lines in
                var lines = lines
                while let line = try lines.next() { lengths.append(line) }
            }
            #expect(
                lengths == [
                    .bytes([0x78, 0x78, 0x78]), .tooLong(bytes: long), .bytes([0x78, 0x78, 0x78, 0x78]),
                    .tooLong(bytes: longest),
                ])
        }
    }

    @Test func `a line of the greatest length is read, one byte more is not`() throws {
        let most = [UInt8](repeating: 0x78, count: LineReader.maximumLength)
        var lines = LineReader(most + [0x0A] + most + [0x78])
        #expect(try lines.next() == .bytes(most))
        #expect(try lines.next() == .tooLong(bytes: most.count + 1))
        #expect(try lines.next() == nil)
    }

    @Test func `tells what the system says when it cannot read`() throws {
        try withTemporaryFolder { folder in
            let error = #expect(throws: Errno.self) { try withFile(folder) { try all($0) } }
            #expect(error == .isDirectory)
        }
    }

    private func all(_ lines: LineReader) throws -> [String] {
        var lines = lines
        var texts: [String] = []
        while let line = try lines.next() {
            if case .bytes(let bytes) = line { texts.append(String(decoding: bytes, as: UTF8.self)) }
        }
        return texts
    }

    private func withFile<Result>(_ path: String, _ body: (LineReader) throws -> Result) throws -> Result {
        let descriptor = try FileDescriptor.open(FilePath(path), .readOnly)
        return try descriptor.closeAfter { try body(LineReader(descriptor)) }
    }

    /// Writes lines of so many letters, without holding them in memory.
    private func writeLines(_ lengths: [Int], to path: String) throws {
        let file = try FileDescriptor.open(
            FilePath(path), .writeOnly, options: .create, permissions: .ownerReadWrite)
        try file.closeAfter {
            let chunk = [UInt8](repeating: 0x78, count: 1 << 20)
            for length in lengths {
                for start in stride(from: 0, to: length, by: chunk.count) {
                    _ = try file.writeAll(chunk.prefix(length - start))
                }
                _ = try file.writeAll([0x0A])
            }
        }
    }
}
