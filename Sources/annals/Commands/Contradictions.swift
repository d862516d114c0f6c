import ArgumentParser
import FactDiff
import FactRepository
import Facts
import Git
import Rendering

/// Lists what cannot all be true.
struct Contradictions: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contradictions", _superCommandName: Annals.name,
        abstract:
            "List claims of one revision that cannot all hold, with the words of each side and what became of them.",
        discussion: """
            A contradiction keeps its id through all revisions. ID is the start of one; it is told with its whole life, open or not.

              annals contradictions
              annals contradictions --all
              annals contradictions --at 2022-07-11 --exit-code
            """)

    @OptionGroup var place: StoryOptions
    @Argument(
        help: "The start of a contradiction's id. Default: all that are open.", completion: .contradictions)
    var id: String?
    @Flag(help: "Those that are open (default), or those that are over as well.")
    var extent = Extent.open
    @Option(help: ArgumentHelp("The revision. Default: the newest.", valueName: "revision"), completion: .revisions)
    var at: String?
    @Flag(name: .customLong("exit-code"), help: "Exit with 1 when any shown is open.")
    var setsExitCode = false
    @OptionGroup var output: OutputOptions

    /// Which contradictions are shown.
    enum Extent: String, EnumerableFlag {
        case open, all
    }

    func run() throws {
        let story = try place.open()
        let page =
            try id.map { try Self.page(of: $0, in: story, at: at) } ?? Self.page(in: story, at: at, extent: extent)
        try output.show(page, in: story)
        if setsExitCode, !page.contradictions.isEmpty { throw ExitStatus.findings }
    }

    /// The page of all contradictions of a revision, or of those that are open there.
    static func page(
        in story: Story, at revision: String? = nil, extent: Extent = .open
    ) throws -> ContradictionsPage {
        try ContradictionReading(story, story.snapshot(revision)).page(showsClosed: extent == .all)
    }

    /// The page of one contradiction.
    static func page(of name: String, in story: Story, at revision: String?) throws -> ContradictionsPage {
        let reading = try ContradictionReading(story, story.snapshot(revision))
        let found = reading.lives.filter { $0.id.letters.hasPrefix(name) }
        guard ContradictionID.isPrefix(name), let life = found.first else { throw Failure.noContradiction(name) }
        guard found.count == 1 else { throw Failure.contradictions(name, found.map(\.id)) }
        return try reading.page(of: life)
    }
}

/// The contradictions of a revision and their lives up to it.
private struct ContradictionReading {
    let lives: [ContradictionLife]
    private let story: Story
    private let snapshot: Snapshot

    init(_ story: Story, _ snapshot: Snapshot) throws {
        (self.story, self.snapshot) = (story, snapshot)
        lives = try story.contradictionLives(upTo: snapshot.id)
    }

    /// The page of one.
    func page(of life: ContradictionLife) throws -> ContradictionsPage {
        try page(closed: life.isOpen ? [] : [life]) { $0.id == life.id }
    }

    /// The page of all that are open; with those that are over, the ones that ended last first.
    func page(showsClosed: Bool) throws -> ContradictionsPage {
        let closed = showsClosed ? lives.filter { !$0.isOpen } : []
        return try page(closed: closed.sorted { ($1.end, $0.id) < ($0.end, $1.id) }) { _ in true }
    }

    private func page(
        closed: [ContradictionLife], _ isShown: (Contradiction) -> Bool
    ) throws -> ContradictionsPage {
        let facts = try snapshot.facts()
        let side = try story.repository.side(facts, of: snapshot)
        return ContradictionsPage(
            Contradiction.all(in: side).filter(isShown), lives: lives, closed: closed,
            coverage: ContradictionCoverage(of: facts, side.provenance.vocabulary),
            reports: side.provenance.reports, naming: try story.naming(snapshot, among: facts))
    }
}

extension ContradictionLife {
    /// When it ended, in seconds from 1970-01-01T00:00:00Z.
    fileprivate var end: Int { closed?.revision.recorded ?? .min }
}
