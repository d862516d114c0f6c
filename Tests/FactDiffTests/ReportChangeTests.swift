import FactDiff
import FactTestSupport
import Facts
import Testing

@Suite struct `Changes of reports` {
    private func record(_ change: (inout ReportRecord) throws -> Void = { _ in }) throws -> ReportRecord {
        var record = ReportRecord(name: try ReportName("ledger-1").orThrow(), text: Array("text".utf8))
        record.published = Time(edtf: "2020-02-23")
        record.extractor = ExtractorFingerprint("desk@1")
        try change(&record)
        return record
    }

    private let otherText = Digest.sha256(Array("another".utf8))

    @Test func `an edit without a word from the publisher is silent`() throws {
        let change = try ReportChange(from: record(), to: record { $0.digest = otherText }).orThrow()

        #expect((change.kind, change.isSilent) == (.edited, true))
    }

    @Test func `an edit with a new notice is declared`() throws {
        let after = try record {
            $0.digest = otherText; $0.notice = "Correction"
        }

        #expect(try ReportChange(from: record(), to: after).orThrow().isSilent == false)
        let again = try record {
            $0.digest = .sha256([]); $0.notice = "Correction"
        }
        #expect(try ReportChange(from: after, to: again).orThrow().isSilent)
    }

    @Test func `an edit with a new date is declared`() throws {
        let updated = try record {
            $0.digest = otherText; $0.updated = Time(edtf: "2020-02-24")
        }
        let republished = try record {
            $0.digest = otherText; $0.published = Time(edtf: "2020-02-24")
        }

        #expect(try ReportChange(from: record(), to: updated).orThrow().isSilent == false)
        #expect(try ReportChange(from: record(), to: republished).orThrow().isSilent == false)
    }

    @Test func `an edit that takes a notice or a date away is silent`() throws {
        let noticed = try record {
            $0.notice = "Correction"; $0.updated = Time(edtf: "2020-02-24")
        }

        #expect(try ReportChange(from: noticed, to: record { $0.digest = otherText }).orThrow().isSilent)
    }

    @Test func `the same text read by another extractor is reread`() throws {
        let change = try ReportChange(
            from: record(),
            to: record {
                $0.extractor = ExtractorFingerprint("desk@2"); $0.title = "Other"
            })

        #expect(try change.orThrow().kind == .reread)
        #expect(try change.orThrow().isSilent == false)
    }

    @Test func `the same text and reading under another title is redescribed`() throws {
        #expect(try ReportChange(from: record(), to: record { $0.title = "Other" }).orThrow().kind == .redescribed)
    }

    @Test func `a report comes, goes, or is the same`() throws {
        let report = try record()

        #expect(ReportChange(from: nil, to: report)?.kind == .added)
        #expect(ReportChange(from: report, to: nil)?.kind == .withdrawn)
        #expect(ReportChange(from: report, to: nil)?.name == report.name)
        #expect(ReportChange(from: report, to: report) == nil)
        #expect(ReportChange(from: nil, to: nil) == nil)
    }

    @Test func `stand in the change set by name`() throws {
        let before = try Desk([]).knowing("wire").knowing("ledger")
        let after = try Desk([]).knowing("wire", text: "another").knowing("bulletin")

        let reports = ChangeSet(from: try before.side, to: try after.side).reports

        #expect(reports.map(\.name.description) == ["bulletin", "ledger", "wire"])
        #expect(reports.map(\.kind) == [.added, .withdrawn, .edited])
    }
}
