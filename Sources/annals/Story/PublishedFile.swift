import Extraction
import FactDiff
import FactRepository
import Facts
import Rendering
import SystemPackage

/// A file of published claims.
struct PublishedFile {
    private let name: String
    private let claims: [(line: Int, claim: StatedClaim)]
    /// One sentence for each line that is no claim.
    let refusals: [String]

    /// Reads a file, or standard input for `-`.
    init(_ path: String) throws {
        let file = try ClaimsFile.read(path)
        name = path == "-" ? "standard input" : path
        claims = file.byReport.values.flatMap(\.self).sorted { $0.line < $1.line }
        refusals = file.problems.map { $0.sentence(in: path) }
    }

    /// What became of them at a revision, against an earlier one where that is given, and the reports behind it.
    func publication(
        in story: Story, at snapshot: Snapshot, since former: Snapshot?
    ) throws -> (page: CheckPage.Publication, reports: [ReportName: ReportRecord]) {
        let (now, reports) = try hearings(story, snapshot)
        let before = try former.map { try hearings(story, $0).hearings }
        let vocabulary = try snapshot.vocabulary()
        let findings = claims.enumerated().map { index, item in
            PublishedFinding(
                PublishedClaim(item.claim, line: item.line, vocabulary), now[index], before: before?[index])
        }
        return (CheckPage.Publication(file: name, findings: findings), reports)
    }

    /// What the reports of a revision say for and against each claim, in their order; looks up the facts concerned only.
    private func hearings(
        _ story: Story, _ snapshot: Snapshot
    ) throws -> (hearings: [PublicationHearing], reports: [ReportName: ReportRecord]) {
        let vocabulary = try snapshot.vocabulary()
        let published = claims.map { PublishedClaim($0.claim, line: $0.line, vocabulary).claim }
        let ids = Set(published.map(\.fact))
        let asked = Dictionary(grouping: published, by: \.fact).compactMap { Fact(id: $0.key, claims: $0.value) }
        // Those that may contradict what was published, whether or not a report says it too.
        let company = try story.repository.facts(against: asked, in: snapshot).filter { !ids.contains($0.id) }
        let facts = try snapshot.facts(with: ids) + company
        let known = try story.repository.side(facts, of: snapshot).provenance
        var records = known.reports
        for name in Set(published.map(\.report)) { records[name] = try snapshot.record(of: name) }
        var provenance = Provenance(reports: records, vocabulary: vocabulary)
        provenance.rulings = known.rulings
        let side = Side(facts: facts, provenance: provenance)
        let check = PublicationCheck(side)
        let hearings = try published.map { claim in
            let hearing = check.hearing(of: claim)
            guard !hearing.opponents.isEmpty else { return hearing }
            return check.hearing(
                hearing, of: claim, knowing: try story.formerClaims(of: claim.fact, before: snapshot.id))
        }
        return (hearings, records)
    }
}

extension ClaimsFile {
    /// The claims of a file, or of standard input for `-`.
    static func read(_ path: String, by extractor: ExtractorFingerprint? = nil) throws -> ClaimsFile {
        do {
            let descriptor =
                try path == "-" ? FileDescriptor.standardInput : FileDescriptor.open(FilePath(path), .readOnly)
            defer { if path != "-" { try? descriptor.close() } }
            return try ClaimsFile(LineReader(descriptor), by: extractor)
        } catch let problem as ClaimsProblem {
            throw Failure(message: problem.sentence(in: path), hint: "correct the header line; nothing was changed")
        } catch {
            throw Failure.unreadable(path, error)
        }
    }
}
