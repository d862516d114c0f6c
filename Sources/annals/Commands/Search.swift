import ArgumentParser
import FactIndex
import FactRepository
import Facts
import Rendering

/// Finds claims by their words, in all revisions.
struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", _superCommandName: Annals.name,
        abstract: "Find who ever claimed something: in every revision, what is no longer there included.",
        discussion: """
            Claims that say or quote all WORDS; the last word of each argument may go on, several words in quotation marks stand \
            side by side. What still stands comes first; then come sentences of the revision's reports that have the words \
            and on which none of these claims rests, unless the search is for an entity, a predicate or what is gone.

              annals search sever tie
              annals search "trade ties" --entity Qatar
              annals search --predicate visited --report harbour-2020-02-23
            """)

    @OptionGroup var place: StoryOptions
    @Argument(help: "Words that the claims say or quote.")
    var words: [String] = []
    @Option(help: "Claims that name this entity, under any of its names.", completion: .entities)
    var entity: String?
    @Option(help: "Claims with this predicate: its id, or words for it.", completion: .predicates)
    var predicate: String?
    @Option(help: "Claims of this report.", completion: .reports)
    var report: String?
    @Flag(name: .customLong("gone"), help: "Only claims that are no longer there.")
    var isGone = false
    @Option(
        help: ArgumentHelp("Up to this revision. Default: the newest.", valueName: "revision"), completion: .revisions)
    var at: String?
    @Option(help: "Show so many claims at most.")
    var limit = 50
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if WordQuery(words) == nil, entity == nil, predicate == nil, report == nil {
            throw ValidationError("give words, such as: annals search severed ties")
        }
        if let report, ReportName(report) == nil {
            throw ValidationError("\(visible(report)) cannot be the name of a report")
        }
        if limit < 1 { throw ValidationError("--limit is 1 or more") }
    }

    func run() throws {
        let story = try place.open()
        let snapshot = try story.snapshot(at)
        let vocabulary = try snapshot.vocabulary()
        let index = try IndexReading(story, at: snapshot)
        let all = try index.index.claims(
            saying: WordQuery(words), predicate: predicate.map { vocabulary.predicate(for: $0).predicate.id },
            entity: entity.map { vocabulary.entity(named: $0) }, report: report.flatMap { ReportName($0) },
            upTo: index.number, limit: isGone ? .max : limit + 1)
        let found = isGone ? all.filter { !$0.holds(at: index.number) } : all
        let page = SearchPage(
            try found.prefix(limit).map { try item($0, index) },
            sentences: try sentences(
                in: snapshot, index, besides: found.filter { $0.holds(at: index.number) }.map(\.claim)),
            isCut: found.count > limit,
            naming: try story.naming(snapshot))
        try output.show(page, in: story)
    }

    /// The sentences of the revision's reports that have the words, but for those on which one of the claims rests.
    private func sentences(
        in snapshot: Snapshot, _ index: IndexReading, besides claims: [Claim]
    ) throws -> [SearchPage.Sentence] {
        guard entity == nil, predicate == nil, !isGone, let search = SentenceSearch(words) else { return [] }
        let known = Dictionary(grouping: claims, by: \.report).mapValues { $0.flatMap(\.evidence).compactMap(\.range) }
        let names = try report.flatMap { ReportName($0) }.map { [$0] } ?? index.reports(saying: search)
        var sentences: [SearchPage.Sentence] = []
        for name in names where sentences.count < limit {
            guard let report = try? snapshot.report(name) else { continue }
            sentences += search.sentences(in: report, besides: known[name] ?? []).map { .init($0, in: name) }
        }
        return Array(sentences.prefix(limit))
    }

    private func item(_ found: IndexedClaim, _ index: IndexReading) throws -> SearchPage.Found {
        let end = found.until.flatMap { $0 <= index.number ? $0 : nil }
        return SearchPage.Found(
            found.claim, since: try index.revision(found.since), until: try end.map { try index.revision($0) })
    }
}

/// An index, one of its revisions, and the revisions by number.
struct IndexReading {
    let index: FactIndex
    /// The number of the revision that is asked about.
    let number: Int

    /// The index of a story that knows a revision.
    init(_ story: Story, at snapshot: Snapshot) throws {
        let index = try story.index()
        if let number = try index.number(of: snapshot.id) {
            (self.index, self.number) = (index, number)
        } else {
            // A revision of another line than the newest one's.
            let other = try FactIndex.temporary(of: story.repository)
            try other.update(to: snapshot.id)
            (self.index, number) = (other, try other.lastNumber())
        }
    }

    /// A revision by its number.
    func revision(_ number: Int) throws -> Revision { try index.revision(number) }

    /// The reports that have a sentence with the words that a search is for, sorted.
    func reports(saying search: SentenceSearch) throws -> [ReportName] { try index.reports(saying: search, at: number) }
}
