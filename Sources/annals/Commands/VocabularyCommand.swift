import ArgumentParser
import FactDiff
import FactRepository
import Facts
import Rendering

/// Lists the predicates in use.
struct VocabularyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vocabulary", _superCommandName: Annals.name,
        abstract: "List the predicates that the facts use, what is declared of each, and what could be.",
        discussion: """
            QUERY is words of the predicate. Only what declares a single value, or is tied to what does, is ever called \
            contradicted. Declare more in vocabulary.yaml, beside .annals: annals record takes it up, and the changes that \
            come of it have the cause "vocabulary".

              annals vocabulary
              annals vocabulary --unchecked
              annals vocabulary --propose visited
            """)

    @OptionGroup var place: StoryOptions
    @Argument(help: "Words of the predicate.", completion: .predicates)
    var query: [String] = []
    @Flag(help: "Only those that are never called contradicted.")
    var unchecked = false
    @Flag(help: "Write declarations of those that have none, for vocabulary.yaml.")
    var propose = false
    @Option(help: ArgumentHelp("The revision. Default: the newest.", valueName: "revision"), completion: .revisions)
    var at: String?
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if propose, output.format != .text { throw ValidationError("--propose writes YAML, and has no --format") }
    }

    func run() throws {
        let story = try place.open()
        let snapshot = try story.snapshot(at)
        let (facts, vocabulary) = (try snapshot.facts(), try snapshot.vocabulary())
        let all = PredicateUse.all(in: facts, vocabulary)
        let uses = all.filter { isWanted($0) && !(unchecked && $0.canContradict) }
        guard !propose else { return try Output.write(PredicateUse.proposal(for: uses)) }
        let unused = Set(vocabulary.predicates.keys).subtracting(all.map(\.id)).sorted()
        let page = VocabularyPage(
            uses, unused: unchecked || !query.isEmpty ? [] : unused,
            coverage: ContradictionCoverage(of: facts, vocabulary), naming: try story.naming(snapshot, among: facts))
        try output.show(page, in: story)
    }

    private func isWanted(_ use: PredicateUse) -> Bool {
        let names = [use.id, use.predicate.label] + use.predicate.aliases + use.wordings.map(\.text)
        let folded = names.map(\.foldedForm)
        return query.allSatisfy { words in folded.contains { $0.contains(words.foldedForm) } }
    }
}
