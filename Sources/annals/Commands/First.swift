import ArgumentParser
import FactDiff
import FactRepository
import Facts
import Rendering

/// Finds the first revision in which something came to be of a fact.
struct First: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "first", _superCommandName: Annals.name,
        abstract: "Find the first revision in which a fact was stated, said a value, was contradicted, or was gone.",
        discussion: """
            What git bisect looks for among commits is looked up here: the revisions that changed the fact are known. Exits \
            with 1 when it never was so. FACT is the start of its id, or words that only this fact says.

              annals first vvutzqnp
              annals first vvutzqnp --contradicted
              annals first "Qatar severed ties" --value trade --id
            """)

    /// What can come to be of a fact.
    enum Event: String, EnumerableFlag {
        case stated, contradicted, disputed, corrected, updated, corroborated, retracted, gone

        static func help(for value: Event) -> ArgumentHelp? {
            switch value {
            case .stated: "When a report first said something of it (default)."
            case .contradicted: "When another source first contradicted it."
            case .disputed: "When somebody's word first stood against it."
            case .corrected: "When a source first corrected itself on it."
            case .updated: "When the world first moved on."
            case .corroborated: "When an independent source first joined."
            case .retracted: "When a source first withdrew it."
            case .gone: "When nothing was said of it any more."
            }
        }
    }

    @OptionGroup var place: StoryOptions
    @Argument(help: "The start of a fact's id, or words.", completion: .facts)
    var fact: String
    @Flag var events: [Event] = []
    @Option(help: ArgumentHelp("When it first said these words.", valueName: "words"))
    var value: String?
    @Flag(name: .customLong("id"), help: "Print the revision's id in full and nothing else, for scripts.")
    var showsIDOnly = false
    @Option(
        help: ArgumentHelp("Up to this revision. Default: the newest.", valueName: "revision"), completion: .revisions)
    var at: String?
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if events.count + (value == nil ? 0 : 1) > 1 {
            throw ValidationError("one question at a time: --value, or one of the flags")
        }
    }

    func run() throws {
        let story = try place.open()
        let snapshot = try story.snapshot(at)
        let fact = try story.fact(self.fact, at: snapshot)
        let found = try occasion(of: fact.id, story, snapshot)
        if showsIDOnly {
            if let found { try Output.write("\(found.revision.id)\n") }
        } else {
            let question = value.map { "said \"\($0)\"" } ?? (events.first ?? .stated).rawValue
            try output.show(
                FirstPage(fact, question: question, found: found, naming: try story.naming(snapshot)), in: story)
        }
        if found == nil { throw ExitStatus.findings }
    }

    private func occasion(of fact: FactID, _ story: Story, _ snapshot: Snapshot) throws -> FirstPage.Occasion? {
        let steps = try story.history(of: fact, from: snapshot.id)
        if let value {
            let query = FactQuery([value], try snapshot.vocabulary())
            return steps.occasion { $0.gained.contains(where: query.matches) }
        }
        switch events.first ?? .stated {
        case .stated: return steps.first.map { .init($0.revision, $0.changes) }
        case .gone: return steps.occasion { $0.kind == .removed }
        case .corroborated: return steps.occasion { $0.support == .corroborated }
        case .retracted: return steps.occasion { $0.support == .retracted }
        case .corrected: return steps.occasion { $0.content == .corrected && !$0.gained.isEmpty }
        case .updated: return steps.occasion { $0.content == .updated && !$0.gained.isEmpty }
        case .contradicted: return try opening(of: fact, as: .contradicted, steps, story, snapshot)
        case .disputed: return try opening(of: fact, as: .disputed, steps, story, snapshot)
        }
    }

    /// The first revision in which a contradiction of the fact, be it with another, had a label.
    private func opening(
        of fact: FactID, as content: Content, _ steps: [(revision: Revision, changes: [Change])], _ story: Story,
        _ snapshot: Snapshot
    ) throws -> FirstPage.Occasion? {
        let lives = try story.contradictionLives(upTo: snapshot.id).filter { $0.latest.facts.contains(fact) }
        let openings = lives.flatMap(\.steps).filter { $0.change.after?.content == content }
        guard let first = openings.min(by: { $0.revision.recorded < $1.revision.recorded }) else { return nil }
        let changes = steps.first { $0.revision.id == first.revision.id }?.changes ?? []
        return .init(first.revision, changes, contradiction: first.change.after)
    }
}

extension [(revision: Revision, changes: [Change])] {
    /// The first that has a change that passes, with such changes.
    fileprivate func occasion(_ isMeant: (Change) -> Bool) -> FirstPage.Occasion? {
        for step in self {
            let found = step.changes.filter(isMeant)
            if !found.isEmpty { return .init(step.revision, found) }
        }
        return nil
    }
}
