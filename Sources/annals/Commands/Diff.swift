import ArgumentParser
import Extraction
import FactDiff
import FactRepository
import Facts
import Rendering
import SystemPackage

/// Compares two revisions.
struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Show what changed between two revisions: facts added, removed, changed; how, why, and on whose word.",
        discussion: """
            A revision is spelled as in git (HEAD~2, a short id, a tag) or by date: the newest recorded by then.

              annals diff                       the newest revision
              annals diff HEAD~3                the last three
              annals diff 2020-02-24..2020-03-06
              annals diff A..B --content contradicted --format jsonl
            """)

    @OptionGroup var place: StoryOptions
    @Argument(help: ArgumentHelp("A, A B, or A..B. Default: HEAD~1..HEAD.", valueName: "revisions"))
    var revisions: [String] = []
    @Option(help: ArgumentHelp("Compare with the newest revision recorded by this date.", valueName: "date"))
    var since: String?
    @OptionGroup var filter: ChangeFilter
    @Flag(name: .customLong("all"), help: "Every change, nothing folded.")
    var showsAll = false
    @Flag(name: .customLong("exit-code"), help: "Exit with 1 when there are changes.")
    var setsExitCode = false
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if since != nil, !revisions.isEmpty {
            throw ValidationError("--since takes the place of a revision; give one or the other")
        }
    }

    func run() throws {
        let story = try place.open()
        let (page, changes) = try Self.page(
            try since.map { try RevisionRange([$0]) } ?? RevisionRange(revisions), in: story, filter: filter,
            showsAll: showsAll)
        try output.show(page, in: story)
        if setsExitCode, !changes.changes.isEmpty { throw ExitStatus.findings }
    }

    /// The page of a comparison, and the changes on it.
    static func page(
        _ range: RevisionRange, in story: Story, filter: ChangeFilter? = nil, showsAll: Bool = false
    ) throws -> (DiffPage, ChangeSet) {
        let (before, after) = try range.snapshots(in: story)
        let all = try story.repository.changes(from: before, to: after)
        let changes = filter?.filtered(all, try after.vocabulary()) ?? all
        let page = DiffPage(
            before: try before.map { .revision(try story.repository.revision($0.id)) } ?? .nothing,
            after: .revision(try story.repository.revision(after.id)), changeSet: changes,
            naming: try story.naming(after),
            reports: try story.records(of: changes, in: after), showsAll: showsAll)
        return (page, changes)
    }
}

/// Compares two files of claims.
struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare two files of claims, without a story.",
        discussion: """
            No report's text is at hand, so quotations are taken as they come, and every difference inside a report counts as the \
            extractor's.

              annals compare rules-1.jsonl rules-2.jsonl --vocabulary vocabulary.yaml
            """)

    @Argument(help: "Claims before (claims/1).")
    var before: String
    @Argument(help: "Claims after (claims/1).")
    var after: String
    @Option(help: ArgumentHelp("The vocabulary to read them by. Default: the starter vocabulary.", valueName: "file"))
    var vocabulary: String?
    @OptionGroup var filter: ChangeFilter
    @Flag(name: .customLong("all"), help: "Every change, nothing folded.")
    var showsAll = false
    @Flag(name: .customLong("exit-code"), help: "Exit with 1 when there are changes.")
    var setsExitCode = false
    @OptionGroup var output: OutputOptions

    func run() throws {
        let words = try vocabulary.map(Self.text) ?? EmbeddedFiles.starterVocabulary
        let known = try Self.read(words, vocabulary ?? "the starter vocabulary")
        let old = try ComparedFile(before, known)
        let new = try ComparedFile(after, known)
        let changes = filter.filtered(ChangeSet(from: old.side, to: new.side), known)
        let page = DiffPage(
            before: .named(before), after: .named(after), changeSet: changes, naming: Naming(known), showsAll: showsAll)
        try output.show(page, in: nil)
        let refusals = old.refusals + new.refusals
        for refusal in refusals { Output.note("refused: \(refusal)") }
        if !refusals.isEmpty { throw ExitStatus.partial }
        if setsExitCode, !changes.changes.isEmpty { throw ExitStatus.findings }
    }

    private static func read(_ text: String, _ path: String) throws -> Vocabulary {
        do {
            return try VocabularyReader.read(text)
        } catch {
            throw Failure(error, in: path)
        }
    }

    private static func text(_ path: String) throws -> String {
        do {
            return String(decoding: try ReportReader.bytes(path), as: UTF8.self)
        } catch {
            throw Failure(message: error.sentence)
        }
    }
}

/// The claims of one file as a side of a comparison.
private struct ComparedFile {
    let side: Side
    let refusals: [String]

    init(_ path: String, _ vocabulary: Vocabulary) throws {
        let file: ClaimsFile
        do {
            let descriptor = try FileDescriptor.open(FilePath(path), .readOnly)
            file = try descriptor.closeAfter { try ClaimsFile(LineReader(descriptor)) }
        } catch let problem as ClaimsProblem {
            throw Failure(message: problem.sentence(in: path))
        } catch {
            throw Failure.unreadable(path, error)
        }
        let claims = file.byReport.values.flatMap { $0 }.map { item in
            vocabulary.read(
                item.claim, evidence: item.claim.evidence.map { Evidence(quote: $0.quote, anchor: .unchecked) })
        }
        let facts = Dictionary(grouping: Set(claims), by: \.fact).compactMap {
            Fact(id: $0.key, claims: Array($0.value))
        }
        var records: [ReportName: ReportRecord] = [:]
        for name in file.byReport.keys {
            var record = ReportRecord(name: name, text: [])
            record.extractor = file.fingerprint
            records[name] = record
        }
        side = Side(facts: facts, provenance: Provenance(reports: records, vocabulary: vocabulary))
        refusals = file.problems.map { $0.sentence(in: path) }
    }
}
