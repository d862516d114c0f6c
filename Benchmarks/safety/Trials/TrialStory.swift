import FactRepository
import Facts
import Git

/// A made-up story of any length, the same whoever tells it.
enum TrialStory {
    /// A vocabulary that knows nothing.
    static let vocabulary = "format: vocabulary/1\nentities: []\npredicates: []\n"

    /// Who records the revision of a number, a day later for each.
    static func author(_ number: Int) -> Author {
        let seconds = 1_580_558_400 + 86_400 * number
        return Author(
            name: "Writer", email: "writer@example.com", seconds: seconds,
            invocation: Invocation(command: "annals record", seconds: seconds))
    }

    /// What revision `number` of a writer brings in: a new report and a new version of the one before, with a claim a sentence.
    static func recording(_ number: Int, of writer: String = "a", claims: Int = 5) -> Recording {
        var recording = Recording()
        for (index, version) in [(number, 1), (number - 1, 2)] where index > 0 {
            guard let name = ReportName("report-\(writer)-\(index)") else { continue }
            let sentences = (0..<claims).map {
                "Party \(writer)\(index * claims + $0) paid \(number + $0 * version) million."
            }
            let text = Array(sentences.joined(separator: " ").utf8)
            let anchor = QuoteAnchor(text: text)
            let claims = sentences.compactMap { sentence in
                AnchoredClaim(claim(sentence, of: name), in: anchor)
            }
            recording.reports.append(Report(record: ReportRecord(name: name, text: text), text: text))
            recording.claims[name] = ReadClaims(extractor: .unnamed, claims: claims)
        }
        return recording
    }

    private static func claim(_ sentence: String, of name: ReportName) -> StatedClaim {
        let words = sentence.dropLast().split(separator: " ")
        var claim = StatedClaim(
            report: name, subject: .plain(words[0...1].joined(separator: " ")), predicate: String(words[2]))
        claim.object = .plain(words[3...].joined(separator: " "))
        claim.evidence = [.init(quote: sentence, start: nil)]
        return claim
    }

    /// Gives a story another line, named `theirs`, of what somebody else recorded; the story itself goes on too.
    static func fork(_ path: String, by writer: String) throws {
        let story = try FactRepository.open(at: path)
        let base = try story.tip()
        _ = try story.record(recording(4, of: writer), by: author(4))
        guard let theirs = try story.tip() else { return }
        let who = Signature(name: "Writer", email: "writer@example.com", seconds: 0, offsetMinutes: 0)
        try story.git.moveReference("refs/heads/theirs", from: nil, to: theirs, message: "fork", signature: who)
        if let base {
            try story.git.moveReference(
                FactRepository.branch, from: theirs, to: base, message: "fork", signature: who)
        }
        _ = try story.record(recording(4), by: author(4))
    }

    /// Puts the packs of a story of three recordings into one, and records once more.
    static func packAndGoOn(_ path: String) throws {
        _ = try FactRepository.open(at: path).pack()
        _ = try FactRepository.open(at: path).record(recording(4, claims: 1), by: author(4))
    }

    /// Makes a story of so many recordings at `path`, and closes it: libgit2 shares what it has mapped.
    static func tell(_ count: Int, at path: String) throws {
        let story = try FactRepository.create(at: path, vocabulary: vocabulary, by: author(0))
        for number in stride(from: 1, through: count, by: 1) {
            _ = try story.record(recording(number), by: author(number))
        }
    }
}
