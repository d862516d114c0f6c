import Extraction
import Facts
import SystemPackage
import TestSupport
import Testing

@Suite struct ClaimPlacesTests {
    /// Two reports in turn, lines that are none, lines in an unusual form, and what an extractor left out.
    static let text = """
        \u{FEFF}{"annals":"claims/1","extractor":"desk@1"}
        \(line("a"))

        \(line("a", #","ext":{"by":"hand"}"#))
        \(line("b"))
        not JSON
        {"omitted":"too long","report":"a"}
        { "subject" : "Qatar", "predicate" : "visited", "report" : "b" }
        {"report":"c","subject":"Qatar"}
        \(line("a", #","time":"2020-02""#))\r
        \(line("b"))
        """

    @Test func `the claims of a report are those of the whole file, line for line`() throws {
        let bytes = Array(Self.text.utf8)
        let (whole, places) = (try ClaimsFile(LineReader(bytes)), try ClaimPlaces(bytes))
        #expect(places.fingerprint == whole.fingerprint)
        #expect(places.fingerprint.description == "desk@1")
        var problems = places.problems
        for name in places.reports {
            let own = try places.claims(of: name)
            #expect(own.claims.map(\.line) == whole.byReport[name, default: []].map(\.line))
            #expect(own.claims.map(\.claim) == whole.byReport[name, default: []].map(\.claim))
            problems += own.problems
        }
        #expect(problems.sorted { $0.line < $1.line } == whole.problems)
        #expect(whole.problems.map(\.line) == [6, 9])
        #expect(whole.byReport[try report("a"), default: []].map(\.line) == [2, 4, 10])
        #expect(whole.byReport[try report("b"), default: []].map(\.line) == [5, 8, 11])
    }

    @Test func `lines are counted by report, with the first`() throws {
        let places = try ClaimPlaces(Array(Self.text.utf8))
        #expect(places.reports.map(\.description) == ["a", "b", "c"])
        #expect(try places.lines(of: report("a")) == (2, 3))
        #expect(try places.lines(of: report("b")) == (5, 3))
        #expect(try places.lines(of: report("missing")) == (0, 0))
    }

    @Test func `a file is read where it lies, from wherever its descriptor stands`() throws {
        try withTemporaryFolder { folder in
            try write("skipped\n" + Self.text, to: folder + "/claims.jsonl")
            let file = try FileDescriptor.open(FilePath(folder + "/claims.jsonl"), .readOnly)
            try file.seek(offset: 8, from: .start)
            let places = try ClaimPlaces(file)
            #expect(try places.claims(of: report("b")).claims.map(\.line) == [5, 8, 11])
        }
    }

    @Test func `what comes through a pipe is kept`() throws {
        let pipe = try FileDescriptor.pipe()
        try pipe.writeEnd.closeAfter { _ = try pipe.writeEnd.writeAll(Self.text.utf8) }
        let places = try ClaimPlaces(pipe.readEnd)
        #expect(try places.claims(of: report("a")).claims.map(\.line) == [2, 4, 10])
    }

    @Test func `a file that changed meanwhile is found out`() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/claims.jsonl"
            try write("\(line("a"))\n\(line("b"))\n", to: path)
            let places = try ClaimPlaces(FileDescriptor.open(FilePath(path), .readOnly))
            try write("\(line("b"))\n\(line("b"))\n", to: path)
            #expect(throws: ClaimsChanged.self) { try places.claims(of: report("a")) }
        }
    }

    @Test func `a header that is not known is refused`() {
        #expect(throws: ClaimsProblem.self) { try ClaimPlaces(Array("{\"annals\":\"claims/2\"}\n".utf8)) }
    }

    private func report(_ name: String) throws -> ReportName { try #require(ReportName(name)) }

    private func write(_ text: String, to path: String) throws {
        let file = try FileDescriptor.open(
            FilePath(path), .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
        try file.closeAfter { _ = try file.writeAll(text.utf8) }
    }
}
