@testable import Facts
import Testing

@Suite struct `What is known of a report` {
    private func record() throws -> ReportRecord {
        var record = ReportRecord(
            name: try #require(ReportName("mee-2022-07-09")), text: Array("abc".utf8), bodyStart: 2)
        (record.title, record.source, record.notice) = ("“Ties”", "MEE", "corrected")
        (record.published, record.updated) = (Time(edtf: "2022-07-09"), Time(edtf: "2022-07-10T10:00:00Z"))
        (record.url, record.language) = ("https://example.org/", "en")
        record.extractor = ExtractorFingerprint("desk@1")
        record.ext = ["x": .array([])]
        return record
    }

    @Test func `is read as it was stored`() throws {
        let record = try record()
        #expect(ReportRecord(json: try JSONParser.parse(record.json.canonicalBytes)) == record)
        let bare = ReportRecord(name: record.name, text: [])
        #expect(ReportRecord(json: bare.json) == bare)
        #expect(bare.json.object?.keys.sorted() == ["digest", "name"])
    }

    @Test(arguments: [
        "name", "digest", "title", "source", "published", "updated", "notice", "url", "language", "body", "extractor",
        "ext",
    ])
    func `is nothing when a member is damaged`(member: String) throws {
        var members = try #require(try record().json.object)
        for damaged in [JSONValue.bool(true), .number("-1"), .array([])] {
            members[member] = damaged
            #expect(ReportRecord(json: .object(members)) == nil)
        }
    }

    @Test func `reports without a source count as different sources`() throws {
        let record = try record()
        #expect(record.sourceOrName == "MEE")
        #expect(ReportRecord(name: record.name, text: []).sourceOrName == "mee-2022-07-09")
    }
}
