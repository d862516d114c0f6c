import ArgumentParser
import FactRepository
import Facts
import Rendering

/// Lists entities.
struct Entities: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entities", _superCommandName: Annals.name,
        abstract: "List whom and what the facts name, and the names that may be of one entity.",
        discussion: """
            QUERY is words of the name, in any spelling. Names that look alike are never united by themselves: rule on them
            with annals same and annals different.

              annals entities
              annals entities cohen
              annals entities --alike
            """)

    @OptionGroup var place: StoryOptions
    @Argument(help: "Words of the name.")
    var query: [String] = []
    @Flag(help: "Only the pairs of names that may be of one entity.")
    var alike = false
    @Flag(help: "Descriptions as well, such as: top officials.")
    var all = false
    @Option(help: ArgumentHelp("The revision. Default: the newest.", valueName: "revision"), completion: .revisions)
    var at: String?
    @OptionGroup var output: OutputOptions

    func run() throws {
        let story = try place.open()
        let snapshot = try story.snapshot(at)
        let facts = try snapshot.facts()
        let vocabulary = try snapshot.vocabulary()
        let mentioned = MentionedEntity.all(in: facts)
        let pairs = LikeNames.pairs(among: mentioned, by: vocabulary)
        let naming = try story.naming(snapshot, among: facts)
        let page = EntitiesPage(
            mentioned.filter { isWanted($0) && (self.all || $0.isNamed) },
            alike: pairs.filter { isWanted($0.name) || isWanted($0.other) }, naming: naming,
            isAboutLikeness: alike)
        try output.show(page, in: story)
    }

    private func isWanted(_ entity: MentionedEntity) -> Bool {
        let words = query.flatMap { EntityKey(name: $0).description.split(separator: "-") }
        let names = [entity.key.description] + entity.spellings.map { EntityKey(name: $0.text).description }
        return words.allSatisfy { word in names.contains { $0.contains(word) } }
    }
}
