import Extraction
import FactRepository
import Facts
import Rendering

/// The story that ships with the command: what came in on which day.
struct ShippedStory {
    /// One day's reports and claims.
    struct DayOfNews {
        let date: String
        let second: Int
        let files: [(name: String, text: String)]
        let message: String?
        let withdrawn: Set<ReportName>
    }

    /// The days, in order.
    let revisions: [DayOfNews]

    /// Who begins it: the day before the first.
    var beginning: Author { Self.author(at: (revisions.first?.second ?? 0) - 86400) }

    private static func author(at second: Int) -> Author {
        Author(name: "Annals demo", email: "demo@example.org", seconds: second)
    }

    /// Reads the embedded files.
    init() throws {
        let files = EmbeddedFiles.all.compactMap { file -> (date: String, name: String, text: String)? in
            let parts = file.path.split(separator: "/").map(String.init)
            return parts.count == 3 && parts[0] == "gulf-diplomacy" ? (parts[1], parts[2], file.text) : nil
        }
        revisions = try Dictionary(grouping: files, by: \.date).sorted { $0.key < $1.key }.map { date, files in
            try DayOfNews(date: date, files: files.map { ($0.name, $0.text) }.sorted { $0.0 < $1.0 })
        }
    }

    /// Records one day as `annals record` would.
    static func record(_ day: DayOfNews, in story: Story) throws {
        var recording = Recording()
        recording.message = day.message
        recording.withdrawn = day.withdrawn
        recording.reports = try day.files.filter { ReportReader.endings.contains(ReportReader.ending(of: $0.name)) }
            .map { try ReportReader.report(Array($0.text.utf8), $0.name) }
        if let claims = day.files.first(where: { $0.name == "claims.jsonl" }) {
            recording.claims = try Self.claims(claims.text, recording.reports, try story.snapshot(nil))
        }
        _ = try story.repository.record(
            recording, by: author(at: day.second))
    }

    private static func claims(
        _ text: String, _ reports: [Report], _ base: Snapshot
    ) throws -> [ReportName: ReadClaims] {
        let file = try ClaimsFile(LineReader(Array(text.utf8)))
        let given = Dictionary(reports.map { ($0.record.name, $0) }) { _, last in last }
        var claims: [ReportName: ReadClaims] = [:]
        for (name, items) in file.byReport {
            let reading = AnchoredReading(
                items.map(\.claim), by: file.fingerprint, in: try given[name] ?? base.report(name))
            claims[name] = reading.claims
        }
        return claims
    }
}

extension ShippedStory.DayOfNews {
    fileprivate init(date: String, files: [(name: String, text: String)]) throws {
        let about = try files.first { $0.name == "revision.json" }.map { try JSONParser.parse($0.text) }
        self.init(
            date: date, second: try recordingTime(date), files: files, message: about?.object?["message"]?.string,
            withdrawn: Set(
                (about?.object?["withdraw"]?.array ?? []).compactMap { $0.string.flatMap { ReportName($0) } }))
    }
}
