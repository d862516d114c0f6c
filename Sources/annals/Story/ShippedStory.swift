import Extraction
import FactRepository
import Facts
import Rendering

/// The story that ships with the command: what came in on which day.
struct ShippedStory {
    /// One day's reports, and the claims that people made of them.
    struct DayOfNews {
        let date: String
        let second: Int
        let files: [(name: String, text: String)]
        let message: String?
        let withdrawn: Set<ReportName>
        /// The reports whose claims were made by hand; the reader reads the others.
        let readByHand: Set<ReportName>
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
    static func record(_ day: DayOfNews, in story: Story, by reader: any Extractor) async throws {
        var intake = Intake(story, base: try story.snapshot(nil))
        intake.recording.message = day.message
        intake.recording.withdrawn = day.withdrawn
        intake.recording.reports = try day.reports
        if !day.readByHand.isEmpty {
            try intake.add(ClaimPlaces(Array(day.claimsByHand.utf8)), DayOfNews.claimsName)
        }
        try await intake.readTexts(by: reader, isChosen: false, nil)
        _ = try story.repository.record(intake.recording, by: author(at: day.second))
    }
}

extension ShippedStory.DayOfNews {
    /// The file of claims that people made: recorded for the reports that they read by hand, the measure of the reader for others.
    static let claimsName = "claims.jsonl"

    /// What was published, in the order of the names.
    var reports: [Report] {
        get throws {
            try files.filter { ReportReader.endings.contains(ReportReader.ending(of: $0.name)) }.map {
                try ReportReader.report(Array($0.text.utf8), $0.name)
            }
        }
    }

    /// All the claims that people made; `nil` where they made none.
    var claims: ClaimsFile? {
        get throws {
            try files.first { $0.name == Self.claimsName }.map { try ClaimsFile(LineReader(Array($0.text.utf8))) }
        }
    }

    /// The lines of the claims that take the place of the reader's, after the header.
    var claimsByHand: String {
        get throws {
            guard let file = files.first(where: { $0.name == Self.claimsName }) else { return "" }
            let lines = file.text.split(separator: "\n")
            let own = try lines.dropFirst().filter { line in
                let name = try JSONParser.parse(String(line)).object?["report"]?.string
                return name.flatMap { ReportName($0) }.map(readByHand.contains) ?? false
            }
            return (lines.prefix(1) + own).map { $0 + "\n" }.joined()
        }
    }
}

extension ShippedStory.DayOfNews {
    fileprivate init(date: String, files: [(name: String, text: String)]) throws {
        let about = try files.first { $0.name == "revision.json" }.map { try JSONParser.parse($0.text) }
        let names = { (member: String) in
            Set((about?.object?[member]?.array ?? []).compactMap { $0.string.flatMap { ReportName($0) } })
        }
        self.init(
            date: date, second: try recordingTime(date), files: files, message: about?.object?["message"]?.string,
            withdrawn: names("withdraw"), readByHand: names("claims"))
    }
}
