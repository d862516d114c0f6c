import Extraction
import Facts
import TestSupport
import Testing

@Suite struct ReportReaderTests {
    @Test(arguments: ["wire.txt", "wire.text", "wire.md", "wire.markdown", "wire", "folder/wire.TXT", "wire.unknown"])
    func `a text is a report under its file's name, byte for byte`(path: String) throws {
        let text = "\u{FEFF}First line.\r\n\r\nCafe\u{301} \u{202E}\n"
        let report = try report(text, path)
        #expect(report.record == ReportRecord(name: try #require(ReportName("wire")), text: Array(text.utf8)))
        #expect(report.text == Array(text.utf8))
    }

    @Test(arguments: ["a.PDF", "a.pdf", "a.doc", "a.docx", "a.odt", "a.rtf", "a.epub"])
    func `formats that are not read are refused by name, even where no file is`(path: String) {
        #expect(throws: ReportProblem.self) { try ReportReader.read(path) }
    }

    @Test(arguments: ["", " \n\t\r\n", "\u{FEFF}", "\u{FEFF}\n", "\u{A0}\u{2028}"])
    func `nothing but white space is empty`(text: String) {
        #expect(problem(text)?.reason == .empty)
    }

    @Test func `the first byte that is not UTF-8 is named, with its line`() {
        let latin1: [UInt8] = Array("one\ncaf".utf8) + [0xE9] + Array(" two".utf8)
        #expect(problem(latin1)?.reason == .notUTF8(byte: 7))
        #expect(problem(latin1)?.line == 2)
    }

    @Test(arguments: [
        ([0xFE, 0x61], 0), ([0x61, 0xC3], 1), ([0xEF, 0xBF, 0xBD, 0xC0, 0x80], 3),
        ([0xF0, 0x9F, 0x98, 0x80, 0xED, 0xA0, 0x80], 4), ([0x61, 0xF4, 0x90, 0x80, 0x80], 1),
        ([0xE2, 0x82, 0x61], 0),
    ])
    func `no malformed byte is passed over, no replacement character taken for one`(bytes: [UInt8], byte: Int) {
        #expect(problem(bytes)?.reason == .notUTF8(byte: byte))
    }

    @Test func `a zero byte is named, with its line`() {
        let bytes = Array("one\ntwo".utf8) + [0] + [0xFF]
        #expect(problem(bytes)?.reason == .binary(byte: 7))
        #expect(problem(bytes)?.line == 2)
    }

    @Test(arguments: ["---.txt", "....md", "-.md"])
    func `a file name of nothing but signs makes no report name`(path: String) {
        let reason = problem("text", path)?.reason
        #expect(reason == .name(path))
    }

    @Test func `a file that is not there, and one that is a folder, say so`() throws {
        try withTemporaryFolder { folder in
            let missing = #expect(throws: ReportProblem.self) { try ReportReader.read(folder + "/none.txt") }
            #expect(missing?.reason == .missing)
            let unreadable = #expect(throws: ReportProblem.self) { try ReportReader.read(folder) }
            #expect(unreadable?.reason == .unreadable("Is a directory"))
        }
    }

    @Test func `a line of 50 MB is a report`() throws {
        let bytes = [UInt8](repeating: 0x78, count: 50_000_000)
        #expect(try ReportReader.report(bytes, "wire.txt").text.count == bytes.count)
    }

    @Test func `65 MiB are too much`() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/wire.txt"
            try write([UInt8](repeating: 0x78, count: 65 << 20), to: path)
            let problem = #expect(throws: ReportProblem.self) { try ReportReader.read(path) }
            guard case .tooLarge = problem?.reason else { Issue.record("\(String(describing: problem))"); return }
        }
    }
}
