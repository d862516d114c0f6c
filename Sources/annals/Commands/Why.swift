import ArgumentParser
import FactDiff
import FactRepository
import Facts
import Git
import Rendering

/// Tells all that a fact rests on.
struct Why: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why", _superCommandName: Annals.name,
        abstract:
            "Tell why a fact stands as it does: every value, on whose word, in which sentence, and what says otherwise.",
        discussion: """
            Of each revision that changed the fact, newest first: what it said from then on and why that has its label, who read \
            it in which report, and the sentence, «the words quoted» marked and looked for again in the bytes that the story \
            stores. FACT is the start of its id, or words that only this fact says. annals history tells the same in fewer lines.

              annals why vvutzqnp
              annals why "Qatar severed ties" --at 2022-07-11
            """)

    @OptionGroup var place: StoryOptions
    @Argument(help: "The start of a fact's id, or words.", completion: .facts)
    var fact: String
    @Option(
        help: ArgumentHelp("Up to this revision. Default: the newest.", valueName: "revision"), completion: .revisions)
    var at: String?
    @OptionGroup var output: OutputOptions

    func run() throws {
        let story = try place.open()
        let snapshot = try story.snapshot(at)
        let fact = try story.fact(self.fact, at: snapshot)
        let steps = try story.history(of: fact.id, from: snapshot.id)
        var witnesses = WitnessReading(story, rulingsOf: snapshot)
        let told = try steps.map { step in
            WhyPage.Step(step.revision, step.changes, try witnesses.witnesses(of: step.changes, in: step.revision))
        }
        let standing = try snapshot.facts(with: [fact.id])
        let side = try story.repository.sideWithCompany(of: standing.isEmpty ? [fact] : standing, in: snapshot)
        try output.show(
            WhyPage(
                standing.first ?? fact, isStanding: !standing.isEmpty, steps: told,
                contradictions: Contradiction.all(in: side).filter { $0.facts.contains(fact.id) },
                decisions: try snapshot.decisions(onContradictionsOf: [fact.id]).filter { $0.isOn(fact.id) },
                reports: side.provenance.reports.merging(witnesses.records) { standing, _ in standing },
                naming: try story.naming(snapshot), stale: try story.staleFacts(after: steps)), in: story)
    }
}

/// Looks quotations up in the reports as the revisions have them.
private struct WitnessReading {
    private let story: Story
    private let newest: Snapshot
    private var rulings: [ReportName: ClaimRulings] = [:]
    /// What the newest revision that was looked at knows of each report.
    private(set) var records: [ReportName: ReportRecord] = [:]

    init(_ story: Story, rulingsOf newest: Snapshot) { (self.story, self.newest) = (story, newest) }

    /// What the claims rest on that a revision shows of a fact.
    mutating func witnesses(of changes: [Change], in revision: Revision) throws -> [ClaimID: Witness] {
        guard let id = ObjectID(hex: revision.id) else { return [:] }
        let snapshot = try story.repository.snapshot(id)
        var found: [ClaimID: Witness] = [:]
        for claim in changes.compactMap(\.told) {
            // What a revision withdrew stands in the revision before.
            let holder = try snapshot.record(of: claim.report) == nil ? parent(of: revision) : snapshot
            guard let holder, try holder.record(of: claim.report) != nil else { continue }
            let report = try holder.report(claim.report)
            records[claim.report] = records[claim.report] ?? report.record
            let decision = try rulings(on: claim.report).decision(on: claim, in: ReportWords(report))
            found[claim.id] = Witness(claim, in: report, decision: decision)
        }
        return found
    }

    private func parent(of revision: Revision) throws -> Snapshot? {
        try revision.parent.flatMap { ObjectID(hex: $0) }.map { try story.repository.snapshot($0) }
    }

    private mutating func rulings(on report: ReportName) throws -> ClaimRulings {
        if let known = rulings[report] { return known }
        let read = try newest.rulings(onClaimsOf: report)
        rulings[report] = read
        return read
    }
}

extension Decision {
    /// Whether it is on a contradiction of a fact.
    fileprivate func isOn(_ fact: FactID) -> Bool {
        if case .contradiction(let target) = ruling.matter { target.facts.contains(fact) } else { false }
    }
}
