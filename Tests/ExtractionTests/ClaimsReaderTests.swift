import Extraction
import Facts
import TestSupport
import Testing

@Suite struct ClaimsReaderTests {
    @Test func `reads claims with their lines, after a header`() throws {
        let text = #"{"annals":"claims/1","extractor":{"name":"desk","version":"1"}}"# + "\n\(line())\n\(line("b"))\n"
        var reader = ClaimsReader(LineReader(Array(text.utf8)))
        let (claims, problems) = try drain(&reader)
        #expect(claims == [2, 3])
        #expect(problems.isEmpty)
        #expect(reader.extractor?.description == "desk@1")
    }

    @Test(arguments: [
        (#"{"annals":"claims/1"}"#, nil),
        (#"{"annals":"claims/1","extractor":"desk@1"}"#, "desk@1"),
        (#"{"annals":"claims/1","extractor":{"name":"desk","version":"2","configuration":"ab"}}"#, "desk@2+ab"),
        (#"{"extractor":"desk@1","more":[1,{}],"annals":"claims/1"}"#, "desk@1"),
    ])
    func `reads every form of header`(header: String, extractor: String?) throws {
        var reader = ClaimsReader(LineReader(Array("\(header)\n\(line())".utf8)))
        #expect(try drain(&reader).claims == [2])
        #expect(reader.extractor?.description == extractor)
    }

    @Test(arguments: [
        #"{"annals":"claims/2"}"#, #"{"annals":"changes/1"}"#, #"{"annals":1}"#,
        #"{"annals":"claims/1","extractor":"desk"}"#, #"{"annals":"claims/1","extractor":7}"#,
        #"{"annals":"claims/1","extractor":{"name":"a@b","version":"1"}}"#,
    ])
    func `refuses a file whose header it does not know, whatever follows`(header: String) throws {
        let problem = #expect(throws: ClaimsProblem.self) { try read("\(header)\n\(line())\n") }
        #expect(problem?.line == 1)
    }

    @Test func `a header may follow empty lines, and counts as such only before the first claim`() throws {
        let header = #"{"annals":"claims/1","extractor":"desk@1"}"#
        var reader = ClaimsReader(LineReader(Array("\n \r\n\(header)\n\(line())\n\(header)\n".utf8)))
        let (claims, problems) = try drain(&reader)
        #expect(reader.extractor?.description == "desk@1")
        #expect(claims == [4])
        #expect(problems.map(\.line) == [5])
    }

    @Test(arguments: ["\u{FEFF}", "\n\n", "\r\n", "  \t\r\n"])
    func `reads past a byte order mark and empty lines`(start: String) throws {
        let (claims, problems) = try read(start + line() + "\r\n\r\n" + line())
        #expect(claims.count == 2)
        #expect(problems.isEmpty)
    }

    @Test(arguments: [
        ("not JSON", 1), (#"{"report":"wire""#, 17), (line("wire", #","arguments":{"n":NaN}"#), 93),
        (line("wire", #","subject":"Egypt""#), 76), (line() + " {}", 77), ("\u{FEFF}" + line(), 1),
    ])
    func `names line and column of what is not JSON, and reads the rest`(bad: String, column: Int) throws {
        let (claims, problems) = try read("\(line())\n\(bad)\n\(line())\n")
        #expect(claims == [1, 3])
        #expect(problems.map(\.line) == [2])
        #expect(problems.map(\.column) == [column])
    }

    @Test(arguments: [
        "[]", "7", "null", "\"text\"", "{}", #"{"report":"wire"}"#, #"{"report":"wire","subject":"Qatar"}"#,
        #"{"report":"../x","subject":"Qatar","predicate":"visited"}"#,
        line("wire", #","time":"soon""#), line("wire", #","polarity":"maybe""#),
        line("wire", #","evidence":[{"quote":""}]"#), line("wire", #","evidence":[{"quote":"a","start":-1}]"#),
    ])
    func `refuses what is JSON and no claim, and reads the rest`(bad: String) throws {
        let (claims, problems) = try read("\(bad)\n\(line())")
        #expect(claims == [2])
        #expect(problems.map(\.line) == [1])
        #expect(problems.map(\.column) == [nil])
    }

    @Test func `refuses a line that is not UTF-8, with the column of its string, and reads the rest`() throws {
        let bytes = Array(line().utf8)
        let bad = bytes.prefix(20) + [0xE9] + bytes.dropFirst(21)
        let (claims, problems) = try read(bad + [0x0A] + bytes)
        #expect(claims == [2])
        #expect(problems.map(\.column) == [18])
    }

    @Test func `tells of a line that is too long, and reads the rest`() throws {
        let long = [UInt8](repeating: 0x78, count: LineReader.maximumLength + 1)
        let (claims, problems) = try read(long + Array("\n\(line())".utf8))
        #expect(claims == [2])
        #expect(problems.map(\.line) == [1])
    }

    @Test func `keeps members that it does not know`() throws {
        var reader = ClaimsReader(LineReader(Array(line("wire", #","page":4,"ext":{"by":"hand"}"#).utf8)))
        guard case .claim(let claim, 1) = try reader.next() else { Issue.record("no claim"); return }
        #expect(claim.ext == ["page": .number("4"), "by": .string("hand")])
    }

    @Test func `refuses members too deep to be stored`() throws {
        func nested(_ depth: Int) -> String {
            line("wire", #","x":"# + String(repeating: "[", count: depth) + String(repeating: "]", count: depth))
        }
        let (claims, problems) = try read("\(nested(60))\n\(nested(31))")
        #expect(claims == [2])
        #expect(problems.map(\.line) == [1])
    }

    @Test func `what is written reads the same, and is written the same again`() throws {
        let given = [
            line(), line("b", #","time":"2009","polarity":"denied","certainty":"possible","modality":["planned"]"#),
            line("c", #","arguments":{"kind":{"choice":"trade"},"n":{"quantity":"30","unit":"person"}},"key":"k 1""#),
            line("d", #","evidence":[{"quote":"\"e\u0301\" \u202e","start":3,"end":9}],"attribution":["A","B"]"#),
            line("e", #","page":4,"ext":{"by":[null,true,1.5,{"z":{}}]}"#),
        ]
        let desk = try #require(ExtractorFingerprint("desk@1+ab"))
        let claims = try stated(given.joined(separator: "\n"))
        let written = ClaimsWriter.header(desk) + claims.flatMap(ClaimsWriter.line)
        let text = String(decoding: written, as: UTF8.self)
        #expect(claims.count == given.count)
        #expect(try stated(text) == claims)
        #expect(text.hasPrefix(#"{"annals":"claims/1","#))
        var reader = ClaimsReader(LineReader(written))
        _ = try reader.next()
        #expect(reader.extractor == desk)
    }

    private func stated(_ text: String) throws -> [StatedClaim] {
        var reader = ClaimsReader(LineReader(Array(text.utf8)))
        var claims: [StatedClaim] = []
        while let item = try reader.next() {
            guard case .claim(let claim, _) = item else { Issue.record("\(item)"); continue }
            claims.append(claim)
        }
        return claims
    }
}
