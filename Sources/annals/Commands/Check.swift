import ArgumentParser
import FactDiff
import FactRepository
import Facts
import Rendering

/// Holds what is said to the rules of the vocabulary.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check what is said against the rules of the vocabulary: ranges, counts, sums, starts and ends.",
        discussion: """
            Exits with 1 when claims break a rule, and names them. vocabulary.yaml declares the rules: range (of a quantity's \
            role), monotone, parts (with tolerance), not-after.

              annals check
              annals check --at 2022-07-11 --format json
            """)

    @OptionGroup var place: StoryOptions
    @Option(help: ArgumentHelp("The revision. Default: the newest.", valueName: "revision"))
    var at: String?
    @OptionGroup var output: OutputOptions

    func run() throws {
        let story = try place.open()
        let snapshot = try story.snapshot(at)
        let facts = try snapshot.facts()
        let side = try story.repository.side(facts, of: snapshot)
        let check = InvariantCheck(side.provenance.vocabulary)
        let broken = check.broken(in: facts)
        try output.show(
            CheckPage(
                broken, rules: check.count,
                facts: facts.count { check.predicates.contains($0.claims[0].predicate) },
                reports: side.provenance.reports, naming: try story.naming(snapshot, among: facts)), in: story)
        if !broken.isEmpty { throw ExitStatus.findings }
    }
}
