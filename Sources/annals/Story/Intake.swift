import Extraction
import FactDiff
import FactRepository
import Facts
import Rendering

/// Gathers what one act of recording brings in: what is good for the repository, what is refused for the person.
struct Intake {
    let story: Story
    let base: Snapshot
    /// What is good.
    var recording = Recording()
    /// One sentence for each thing refused.
    var refusals: [String] = []
    /// One sentence for each claim whose quotation has no one place.
    private var orphans: [String] = []

    init(_ story: Story, base: Snapshot) {
        self.story = story
        self.base = base
    }

    /// Takes in the reports of files and folders.
    mutating func read(reports paths: [String], as name: ReportName?) {
        let collection = ReportCollection(paths, as: name)
        recording.reports += collection.reports
        refusals += collection.problems.map(\.sentence)
    }

    /// Takes in a file of claims; `-` is standard input.
    mutating func read(claimsFile path: String, by extractor: ExtractorFingerprint?) async throws {
        try add(ClaimsFile.read(path, by: extractor), path)
    }

    /// Takes in the claims of a file, anchored in the reports that are given or were recorded before.
    mutating func add(_ file: ClaimsFile, _ path: String) throws {
        refusals += file.problems.map { $0.sentence(in: path) }
        let given = Dictionary(recording.reports.map { ($0.record.name, $0) }) { _, last in last }
        for (name, items) in file.byReport.sorted(by: { $0.key < $1.key }) {
            guard let report = try given[name] ?? recorded(name) else {
                let refusal = ClaimRefusal.unknownReport(name, claims: items.count)
                refusals.append(refusal.sentence(line: items[0].line, in: path))
                continue
            }
            guard recording.claims[name] == nil else {
                refusals.append(ClaimRefusal.givenTwice(name).sentence(line: items[0].line, in: path))
                continue
            }
            add(items, of: report, by: file.fingerprint, path)
        }
    }

    private mutating func add(
        _ items: [(line: Int, claim: StatedClaim)], of report: Report, by extractor: ExtractorFingerprint,
        _ path: String
    ) {
        let reading = AnchoredReading(items.map(\.claim), by: extractor, in: report)
        for (index, quote) in reading.refused {
            let refusal = ClaimRefusal.noQuotation(quote, report.record.name)
            refusals.append(refusal.sentence(line: items[index].line, in: path))
        }
        for item in reading.claims.claims where item.evidence.contains(where: { $0.anchor == .orphaned }) {
            let quote = visible(item.evidence.first { $0.anchor == .orphaned }?.quote ?? "")
            orphans.append("\(report.record.name): it stands in several places, give its \"start\": \"\(quote)\"")
        }
        // Where every claim was refused, the report's earlier claims are better than none.
        if !reading.claims.claims.isEmpty { recording.claims[report.record.name] = reading.claims }
    }

    /// What the claims that came in break among the rules of the vocabulary, a sentence each; they are recorded all the same.
    private func brokenRules() throws -> [String] {
        let after = try story.snapshot(nil)
        let broken = try story.repository.newlyBroken(by: recording.claims, from: base, to: after)
        let naming = broken.isEmpty ? nil : try story.naming(after)
        return naming.map { naming in broken.map { $0.sentence(naming) } } ?? []
    }

    /// Why no revision came of what was given.
    private var reasonForNothing: String {
        guard recording.reports.isEmpty, recording.claims.isEmpty, recording.withdrawn.isEmpty else {
            return "the story has all \(refusals.isEmpty ? "of this" : "the rest") already"
        }
        return "no report (.md, .txt, .html) and no claim was given, and the vocabulary is as it was"
    }

    /// The first of the sentences, and how many more there are.
    private func tell(_ sentences: [String], as word: String) {
        for sentence in sentences.prefix(Self.told) { Output.note("\(word): \(sentence)") }
        if sentences.count > Self.told { Output.note("\(word): and \(sentences.count - Self.told) more") }
    }

    /// So many sentences of a kind are read by people.
    private static let told = 20

    private func recorded(_ name: ReportName) throws -> Report? {
        try base.record(of: name).map { (record) throws in Report(record: record, text: try base.text(of: name) ?? []) }
    }

    /// Records what is good, tells what was done and what was refused, and leaves with the status that says it.
    func record(at seconds: Int) throws {
        let revisions = try story.repository.record(recording, by: story.author(at: seconds))
        for revision in revisions { try Output.write(revision.receipt) }
        story.followWithIndex(revisions)
        try story.noteAgreement()
        tell(refusals, as: "refused")
        tell(orphans, as: "orphaned")
        if !revisions.isEmpty { tell(try brokenRules(), as: "warning") }
        let isAllRefused = !refusals.isEmpty && recording.reports.isEmpty && recording.claims.isEmpty
        if !revisions.isEmpty {
            Output.note("next: annals diff HEAD~1")
        } else if isAllRefused {
            throw Failure.allRefused(refusals.count)
        } else {
            try Output.write("Nothing to record: \(reasonForNothing)\n")
        }
        guard !refusals.isEmpty else { return }
        Output.note("hint: correct what was refused and record it again; the rest is recorded")
        throw ExitStatus.partial
    }
}

extension Revision {
    /// What was recorded, in a line.
    var receipt: String {
        let reports = "reports +\(counts.reportsAdded) ~\(counts.reportsEdited) -\(counts.reportsWithdrawn)"
        let facts = "facts +\(counts.factsAdded) ~\(counts.factsChanged) -\(counts.factsRemoved)"
        let title = visible(String(message.prefix { !$0.isNewline }))
        return "\(shortID)  \(day)  \(kind.rawValue)  \(title)  (\(reports), \(facts))\n"
    }
}
