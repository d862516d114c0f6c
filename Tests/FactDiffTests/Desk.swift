import FactDiff
import FactTestSupport
import Facts

/// One side of a comparison in the making: claims, and what is known of their reports.
struct Desk {
    var drafts: [Draft]
    var records: [String: ReportRecord] = [:]
    var texts: [String: String] = [:]
    var vocabulary: Vocabulary

    /// Each report that a claim names is published by a source of its own name.
    init(_ drafts: [Draft], vocabulary: Vocabulary? = nil) throws {
        self.drafts = drafts
        self.vocabulary = try vocabulary ?? .forTests()
        for draft in drafts { try know(draft.report) }
    }

    /// Makes a report known that may have no claims, and changes what is known of it.
    mutating func know(
        _ report: String, text: String = "", extractor: String = "desk@1",
        _ change: (inout ReportRecord) -> Void = { _ in }
    ) throws {
        var record = ReportRecord(name: try ReportName(report).orThrow(), text: Array(text.utf8))
        record.source = report
        record.extractor = ExtractorFingerprint(extractor)
        change(&record)
        records[report] = record
        texts[report] = text
    }

    /// The same with what is known of one report changed.
    func knowing(
        _ report: String, text: String = "", extractor: String = "desk@1",
        _ change: (inout ReportRecord) -> Void = { _ in }
    ) throws -> Desk {
        var copy = self
        try copy.know(report, text: text, extractor: extractor, change)
        return copy
    }

    var facts: [Fact] {
        get throws {
            let claims = try drafts.map { try $0.claim(vocabulary) }
            return Dictionary(grouping: claims, by: \.fact).compactMap { Fact(id: $0.key, claims: $0.value) }
        }
    }

    var side: Side {
        get throws {
            let known = Dictionary(uniqueKeysWithValues: records.values.map { ($0.name, $0) })
            let bytes = Dictionary(
                uniqueKeysWithValues: try texts.map { (try ReportName($0.key).orThrow(), Array($0.value.utf8)) })
            return Side(facts: try facts, provenance: Provenance(reports: known, texts: bytes, vocabulary: vocabulary))
        }
    }
}

/// The changes between two desks.
func diff(_ before: Desk, _ after: Desk) throws -> [Change] {
    ChangeSet(from: try before.side, to: try after.side).changes
}

/// The changes between claims whose reports have not changed.
func diff(_ before: [Draft], _ after: [Draft]) throws -> [Change] { try diff(try Desk(before), try Desk(after)) }
