import FactDiff
import Facts
import Foundation
import Testing

/// Small sides of a comparison, and the shipped story, as pages get them.
enum Story {
    /// Predicates and names that the small sides use.
    static let vocabularyText = """
        format: vocabulary/1
        entities:
          - {name: Avigdor Liberman, type: person, aliases: [Liberman]}
          - {name: Doha visit, type: event}
          - {name: Qatar, type: country}
          - {name: Israel, type: country}
        predicates:
          - {id: lasted, label: lasted, kind: event, single-valued: true, roles: {object: {type: quantity, unit: hour}}}
          - {id: visited, label: visited, kind: event, roles: {object: {type: entity}}}
          - {id: knew-of, label: knew of, kind: attribute, aliases: [was aware of], roles: {object: {type: entity}}}
          - id: severed-ties
            label: severed ties with
            kind: event
            single-valued: true
            key: [object]
            roles: {object: {type: entity}, kind: {type: choice, choices: [diplomatic, trade]}}
        """

    static func vocabulary() throws -> Vocabulary { try VocabularyReader.read(vocabularyText) }

    /// A report and the claims made of it; every quotation is looked for in the text.
    struct Source {
        var name: String
        var source: String?
        var published: String?
        var extractor: String?
        var text: String
        var claims: [StatedClaim] = []
    }

    static func side(_ sources: [Source], vocabulary: Vocabulary) throws -> Side {
        var reports: [ReportName: ReportRecord] = [:]
        var claims: [Claim] = []
        for source in sources {
            let name = try #require(ReportName(source.name))
            var record = ReportRecord(name: name, text: Array(source.text.utf8))
            record.source = source.source
            record.published = source.published.flatMap { Time(edtf: $0) }
            record.extractor = source.extractor.flatMap { ExtractorFingerprint($0) }
            reports[name] = record
            let anchor = QuoteAnchor(text: Array(source.text.utf8))
            claims += source.claims.map { claim in
                vocabulary.read(claim, evidence: claim.evidence.compactMap(anchor.evidence))
            }
        }
        let facts = Dictionary(grouping: claims, by: \.fact).compactMap { Fact(id: $0.key, claims: $0.value) }
        return Side(facts: facts, provenance: Provenance(reports: reports, vocabulary: vocabulary))
    }

    /// A claim from its JSON, as `claims/1` writes it.
    static func claim(_ json: String) throws -> StatedClaim { try StatedClaim(json: JSONParser.parse(json)) }

    static func revision(_ id: String, day: String, message: String = "", kind: Revision.Kind = .record) -> Revision {
        let recorded = Time(edtf: day)?.start.earliest ?? 0
        var counts = Revision.Counts()
        counts.reportsAdded = 2
        counts.factsAdded = 9
        counts.factsChanged = 3
        return Revision(
            id: id + String(repeating: "0", count: 40 - id.utf8.count), shortID: id, parent: nil, recorded: recorded,
            author: "Ana", kind: kind, message: message, extractors: ["desk@1"], counts: counts)
    }
}

// MARK: the shipped story

extension Story {
    private static var root: URL { URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL }

    /// The states of the story in `snapshots/gulf-diplomacy` after each of its revisions.
    static func shipped() throws -> [(day: String, message: String, side: Side)] {
        let starter = try String(
            contentsOf: root.appending(path: "Sources/annals/Vocabulary/starter.yaml"), encoding: .utf8)
        let vocabulary = try VocabularyReader.read(starter)
        let folder = root.appending(path: "snapshots/gulf-diplomacy")
        let days = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted().filter {
            !$0.contains(".")
        }
        var sources: [String: Source] = [:]
        return try days.map { day in
            try play(folder.appending(path: day), into: &sources)
            let side = try side(sources.values.sorted { $0.name < $1.name }, vocabulary: vocabulary)
            return (day, day, side)
        }
    }

    private static func play(_ folder: URL, into sources: inout [String: Source]) throws {
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted() {
            guard file.hasSuffix(".md") || file.hasSuffix(".txt") else { continue }
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            let name = String(file.prefix { $0 != "." })
            func member(_ key: String) -> String? {
                text.split(separator: "\n").first { $0.hasPrefix("\(key): ") }.map {
                    String($0.dropFirst(key.count + 2))
                }
            }
            sources[name] = Source(name: name, source: member("source"), published: member("published"), text: text)
        }
        let claims = try String(contentsOf: folder.appending(path: "claims.jsonl"), encoding: .utf8)
        var fresh: Set<String> = []
        for line in claims.split(separator: "\n").dropFirst() {
            let claim = try claim(String(line))
            let name = claim.report.description
            var source = sources[name] ?? Source(name: name, text: "")
            if fresh.insert(name).inserted { source.claims = [] }
            source.claims.append(claim)
            source.extractor = "desk@1"
            sources[name] = source
        }
    }
}
