import Facts

/// Where things stand in the tree of a revision (layout `annals/3`).
///
///     format.json                       version of this layout
///     vocabulary.yaml                   as the person wrote it
///     facts.jsonl | facts/…             buckets of claims, see ``FactTrie``
///     reports/<2 hex>/<name>/
///         report.json                   what is known of the report version
///         text                          its bytes as published; absent for a structured source
///         facts                         ids of the facts that its claims are about, one a line, sorted
///         withheld                      claims that its extractor stated and a decision withholds; absent when there are none
///     decisions/                        what people ruled, see ``DecisionFile``; absent before the first
///         entities                      on names
///         rules                         standing rules
///         <2 hex>                       on claims of reports, and on contradictions of facts, by digest of report name and fact
enum Layout {
    static let format = "format.json"
    static let vocabulary = "vocabulary.yaml"
    static let facts = "facts"
    static let reports = "reports"

    /// What the name of a bucket ends in.
    static let bucketEnding = ".jsonl"

    /// What stands before ``bucketEnding`` in the name of a bucket with a claim that denies.
    static let denialMark = ".denials"

    /// The version that this program writes, and the only one it reads.
    static let version = "annals/3"

    /// The bytes of `format.json`: the version and the parameters that decide where a fact stands.
    static var formatBytes: [UInt8] {
        let members: [String: JSONValue] = [
            "format": .string(version), "bucket": .integer(FactTrie.bucketSize),
            "folder": .integer(FactTrie.folderSize),
        ]
        return JSONValue.object(members).canonicalBytes + [0x0A]
    }

    /// The two digits that spread reports evenly over folders; they depend on the name alone.
    static func bin(of report: ReportName) -> String { bin(of: report.description) }

    /// The two digits that spread names evenly.
    static func bin(of name: String) -> String { Digest.sha256(Array(name.utf8)).lead }

    /// The folder of a report.
    static func folder(of report: ReportName) -> String { "\(reports)/\(bin(of: report))/\(report)" }

    /// What is known of a report.
    static func record(of report: ReportName) -> String { path(of: .record, of: report) }
    /// The report's bytes.
    static func text(of report: ReportName) -> String { path(of: .text, of: report) }
    /// The facts that the report's claims are about.
    static func factList(of report: ReportName) -> String { path(of: .factList, of: report) }
    /// The claims that are withheld by a decision.
    static func withheld(of report: ReportName) -> String { path(of: .withheld, of: report) }

    private static func path(of file: ReportFile, of report: ReportName) -> String {
        "\(folder(of: report))/\(file.rawValue)"
    }

    /// The bytes of a report's `report.json`.
    static func bytes(of record: ReportRecord) -> [UInt8] { record.json.canonicalBytes + [0x0A] }
    /// The bytes of a report's list of facts.
    static func bytes(ofFactList facts: Set<FactID>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(facts.count * (FactID.length + 1))
        for fact in facts.sorted() {
            bytes += fact.letters.utf8
            bytes.append(0x0A)
        }
        return bytes
    }
}

/// What is kept of a report, by the names of the files in its folder.
enum ReportFile: String {
    /// What is known of the report.
    case record = "report.json"
    /// Its bytes.
    case text
    /// The facts that its claims are about.
    case factList = "facts"
    /// The claims that are withheld by a decision.
    case withheld
}
