import ArgumentParser
import FactDiff
import FactRepository
import Facts
import Git
import Rendering

/// Reviews what changed.
struct Review: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", _superCommandName: Annals.name,
        abstract: "Rule on what changed since you last looked: one change a screen, one key a ruling.",
        discussion: """
            First what people ruled differently on, as after annals merge. Then gravest first, with both quotations in their sentences, the cause, and why the change has its label. Every ruling \
            is recorded at once; whenever you stop, the next review goes on there. When nothing waits any more, that is where \
            the next one begins. Keys may also come from another program, through a pipe. A change keeps its id whatever is ruled \
            on it, and in every comparison that shows it, as long as the same claims came and went: a report that is read \
            otherwise makes another.

              annals review
              annals review --since HEAD~3
              annals review --list --format jsonl
              annals review --list --all
            """)

    @OptionGroup var place: StoryOptions
    @Option(help: ArgumentHelp("Changes since this revision. Default: since you last looked.", valueName: "revision"))
    var since: String?
    @Flag(name: .customLong("list"), help: "List the changes that wait instead of going through them.")
    var lists = false
    @Flag(name: .customLong("all"), help: "With --list: those that are ruled on as well.")
    var listsAll = false
    @OptionGroup var filter: ChangeFilter
    @OptionGroup var output: OutputOptions

    func run() throws {
        let story = try place.open()
        let reviewer = try Reviewer(story, since: since, by: story.author(at: Terminal.now))
        guard !lists else { return try output.show(page(reviewer), in: story) }
        var session = try ReviewSession(
            reviewer, isIncluded: try included(reviewer), style: OutputOptions.style(output.color),
            clock: { Terminal.now })
        try session.run()
    }

    /// The changes that pass the filter.
    private func included(_ reviewer: Reviewer) throws -> Set<ReviewItemID> {
        let changes = filter.filtered(reviewer.queue.changes, try reviewer.queue.after.vocabulary()).changes
        let included = Set(changes)
        return Set(reviewer.queue.items.filter { included.contains($0.change) }.map(\.id))
    }

    private func page(_ reviewer: Reviewer) throws -> ReviewPage {
        let (queue, story) = (reviewer.queue, reviewer.story)
        let included = try included(reviewer)
        let shown = (listsAll ? queue.items : queue.open).filter { included.contains($0.id) }
        let likeCounts = Dictionary(grouping: queue.open, by: \.kind).mapValues(\.count)
        let items = shown.map { item in
            ReviewPage.Item(
                status: item.status.name, decision: item.status.decision, id: item.id.short, change: item.change,
                contradiction: item.contradiction?.id,
                likeCount: item.status.isOpen ? likeCounts[item.kind] ?? 1 : 0)
        }
        let statuses = ["pending", "disputed", "deferred", "decided", "accepted-by-rule"]
        // What is in dispute may be no change at all, and is counted as it is listed.
        let counts = statuses.map { status in
            (status, status == "disputed" ? queue.disputes.count : queue.items.count { $0.status.name == status })
        }
        return ReviewPage(
            items, disputes: queue.disputes, counts: counts.map { (status: $0.0, count: $0.1) },
            from: try queue.before.map { .revision(try story.repository.revision($0.id)) } ?? .nothing,
            to: .revision(try story.repository.revision(queue.after.id)), naming: try story.naming(queue.after))
    }
}

extension ReviewItem.Status {
    /// How it is called in lists.
    var name: String {
        switch self {
        case .pending: "pending"
        case .disputed: "disputed"
        case .deferred: "deferred"
        case .decided: "decided"
        case .accepted: "accepted-by-rule"
        }
    }

    /// What made it so; `nil` while it is pending.
    var decision: Decision? {
        switch self {
        case .pending, .disputed: nil
        case .deferred(let decision), .decided(let decision), .accepted(let decision): decision
        }
    }
}
