import FactTestSupport
import Facts
import Foundation
import Yams

/// What is wrong with a file of cases.
struct CaseFormatError: Error {
    let reason: String
}

extension TrickyCase {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../snapshots/changes").standardized

    /// The cases of all files, by file and in the order of each.
    static func all() throws -> [TrickyCase] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).sorted()
        let files = names.filter { $0.hasSuffix(".yaml") }
        let vocabularies = try files.filter { $0.hasPrefix("vocabulary") }.map { file in
            (file, try VocabularyReader.read(text(of: file)))
        }
        let known = Dictionary(uniqueKeysWithValues: vocabularies)
        return try files.filter { known[$0] == nil }.flatMap { try cases(in: $0, known) }
    }

    private static func cases(in file: String, _ vocabularies: [String: Vocabulary]) throws -> [TrickyCase] {
        guard let root = try Yams.compose(yaml: text(of: file))?.members, let topic = root["topic"]?.string,
            let cases = root["cases"]?.sequence
        else { throw CaseFormatError(reason: "\(file): no topic or no cases") }
        return try cases.map { node in
            do {
                return try TrickyCase(topic, try node.members.orThrow(), vocabularies)
            } catch {
                throw CaseFormatError(reason: "\(file): \(node["name"]?.string ?? "a case"): \(error)")
            }
        }
    }

    private static func text(of file: String) throws -> String {
        try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    }

    private static let members: Set = [
        "name", "why", "before", "after", "joins", "reports", "reports-after", "vocabulary-before", "vocabulary-after",
        "expect", "wrong",
    ]

    private init(_ topic: String, _ members: [String: Node], _ vocabularies: [String: Vocabulary]) throws {
        let unknown = Set(members.keys).subtracting(Self.members)
        guard unknown.isEmpty else { throw CaseFormatError(reason: "unknown members \(unknown.sorted())") }
        guard (members["after"] == nil) != (members["joins"] == nil) else {
            throw CaseFormatError(reason: "either after or joins")
        }
        let old = try Self.claims(members["before"])
        let new = try members["after"].map(Self.claims) ?? old + Self.claims(members["joins"])
        let reports = (try Self.reports(members["reports"]), try Self.reports(members["reports-after"]))
        let expect = try members["expect"].orThrow()
        let (expected, schema) = try Self.expected(expect)
        func vocabulary(_ side: String) throws -> Vocabulary {
            try vocabularies[members["vocabulary-\(side)"]?.string ?? "vocabulary.yaml"].orThrow()
        }
        self.init(
            topic: topic, name: try (members["name"]?.string).orThrow(), why: try (members["why"]?.string).orThrow(),
            before: Revision(
                claims: old, reports: reports.0, silentReports: [],
                vocabulary: try vocabulary("before")),
            after: Revision(
                claims: new, reports: reports.0.merging(reports.1) { _, later in later },
                silentReports: Set(reports.1.keys), vocabulary: try vocabulary("after")),
            isJoining: members["joins"] != nil, expected: expected, schema: schema, opened: Self.opened(expect),
            knownFault: members["wrong"]?.string)
    }

    /// Lines of `claims/1`; certain and of the Gazette unless they say otherwise, with `quote` for a single quotation.
    private static func claims(_ node: Node?) throws -> [StatedClaim] {
        guard let lines = node?.sequence else { throw CaseFormatError(reason: "claims are a list") }
        return try lines.map { line in
            guard var members = line.json.object else { throw CaseFormatError(reason: "a claim is a mapping") }
            if let quote = members.removeValue(forKey: "quote") { members["evidence"] = .object(["quote": quote]) }
            members.merge(["certainty": "certain", "report": "gazette"]) { given, _ in given }
            let claim = try StatedClaim(json: .object(members))
            guard claim.ext.isEmpty else { throw CaseFormatError(reason: "unknown members \(claim.ext.keys.sorted())") }
            return claim
        }
    }

    private static func reports(_ node: Node?) throws -> [String: [String: String]] {
        try (node?.members ?? [:]).mapValues { report in
            let members = try report.members.orThrow().compactMapValues(\.string)
            let known: Set = ["source", "published", "updated", "notice", "extractor", "text"]
            guard known.isSuperset(of: members.keys) else { throw CaseFormatError(reason: "unknown \(members.keys)") }
            return members
        }
    }

    private static func opened(_ node: Node) -> [String]? {
        node.members?["opens"]?.string.map { $0 == "nothing" ? [] : $0.split(separator: " ").map(String.init) }
    }

    /// One change or a list of them; `times` of one, and the schema event that they make.
    private static func expected(_ node: Node) throws -> ([ExpectedChange], schema: [String]) {
        var schema: Set<String> = []
        let nodes = node.sequence.map(Array.init) ?? [node]
        let changes = try nodes.flatMap { node in
            var labels = try node.members.orThrow().compactMapValues(\.string)
            if let kind = labels.removeValue(forKey: "schema") { schema.insert(kind) }
            labels["opens"] = nil
            let times = labels.removeValue(forKey: "times").flatMap { Int($0) } ?? 1
            guard ExpectedChange.axes.isSuperset(of: labels.keys) else {
                throw CaseFormatError(reason: "unknown axes in \(labels.keys.sorted())")
            }
            return Array(repeating: ExpectedChange(labels: labels), count: times)
        }
        return (changes, schema.sorted())
    }
}

extension Node {
    /// The members of a mapping, by name.
    fileprivate var members: [String: Node]? {
        mapping.map { mapping in
            Dictionary(mapping.compactMap { key, value in key.string.map { ($0, value) } }) { first, _ in first }
        }
    }

    /// The same as JSON, all scalars as strings.
    fileprivate var json: JSONValue {
        if let members { return .object(members.mapValues(\.json)) }
        return sequence.map { .array($0.map(\.json)) } ?? .string(string ?? "")
    }
}
