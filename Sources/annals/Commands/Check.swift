import ArgumentParser
import Extraction
import FactDiff
import FactRepository
import Facts
import Rendering

/// Holds what was published to what the reports say, and what is said to the rules of the vocabulary.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", _superCommandName: Annals.name,
        abstract: "Check published claims against the reports, and what is said against the rules of the vocabulary.",
        discussion: """
            Exits with 1 when something is found that --fail-on names. Of a file of published claims (claims/1, a line each; a \
            member "article" says where it was published) each is ok, corroborated, weakened, contradicted, corrected (a report \
            that said so says otherwise now), stale (the world moved on) or unsupported. The rules of the vocabulary are ranges, \
            counts that go one way, sums and starts before ends. With --since only what came about since then fails.

              annals check
              annals check --published published.jsonl
              annals check --published published.jsonl --since 2022-06-01 --fail-on stale
              annals check --published published.jsonl --output sarif=check.sarif
            """)

    @OptionGroup var place: StoryOptions
    @Option(
        help: ArgumentHelp("Claims that were published; - is standard input.", valueName: "file"),
        completion: .file(extensions: ["jsonl"]))
    var published: String?
    @Flag(help: "The rules of the vocabulary as well. Default where nothing published is given.")
    var rules = false
    @Option(
        help: ArgumentHelp("The revision. Default: the newest.", valueName: "revision"), completion: .revisions)
    var at: String?
    @Option(
        help: ArgumentHelp("Only what came about since this revision fails.", valueName: "revision"),
        completion: .revisions)
    var since: String?
    @Option(
        help: ArgumentHelp(
            "What fails: contradicted, corrected, stale, unsupported, weakened, broken (a rule), none.",
            valueName: "list"),
        completion: .list(FailingConditions.allValueStrings))
    var failOn = FailingConditions([.contradicted, .corrected, .broken])
    @OptionGroup var output: FindingOutput

    func run() throws {
        let story = try place.open()
        let snapshot = try story.snapshot(at)
        let former = try since.map { try story.snapshot($0) }
        let file = try published.map { try PublishedFile($0) }
        let publication = try file?.publication(in: story, at: snapshot, since: former)
        let ruling = try file == nil || rules ? ruling(story, snapshot, since: former) : nil
        let page = CheckPage(
            try story.repository.revision(snapshot.id), since: try former.map { try story.repository.revision($0.id) },
            failingOn: failOn.conditions, publication: publication?.page, rules: ruling?.page,
            reports: (publication?.reports ?? [:]).merging(ruling?.reports ?? [:]) { known, _ in known },
            naming: try story.naming(snapshot))
        try output.show(page, in: story)
        for refusal in file?.refusals ?? [] { Output.note("refused: \(refusal)") }
        if page.fails { throw ExitStatus.findings }
        if file?.refusals.isEmpty == false { throw ExitStatus.partial }
    }

    /// The rules of the vocabulary and what breaks them.
    private func ruling(
        _ story: Story, _ snapshot: Snapshot, since former: Snapshot?
    ) throws -> (page: CheckPage.Rules, reports: [ReportName: ReportRecord]) {
        let facts = try snapshot.facts()
        let side = try story.repository.side(facts, of: snapshot)
        let check = InvariantCheck(side.provenance.vocabulary)
        let before = try former.map { Set(InvariantCheck(try $0.vocabulary()).broken(in: try $0.facts())) }
        let page = CheckPage.Rules(
            check.broken(in: facts), former: before, count: check.count,
            facts: facts.count { check.predicates.contains($0.claims[0].predicate) })
        return (page, side.provenance.reports)
    }
}

/// What fails a check, as people write it: `contradicted,stale`.
struct FailingConditions: ExpressibleByArgument {
    let conditions: Set<CheckPage.Condition>

    init(_ conditions: Set<CheckPage.Condition>) { self.conditions = conditions }

    init?(argument: String) {
        let words = argument.split(separator: ",").map(String.init)
        let found = words.compactMap { CheckPage.Condition(rawValue: $0) }
        guard argument == "none" || (!words.isEmpty && found.count == words.count) else { return nil }
        conditions = Set(found)
    }

    var defaultValueDescription: String {
        let named = CheckPage.Condition.allCases.filter(conditions.contains).map(\.rawValue)
        return named.isEmpty ? "none" : named.joined(separator: ",")
    }

    static var allValueStrings: [String] { CheckPage.Condition.allCases.map(\.rawValue) + ["none"] }
}
