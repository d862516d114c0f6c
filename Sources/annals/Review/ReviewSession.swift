import FactRepository
import Facts
import Git
import Rendering

/// A person's way through the changes that wait, one a screen, one key a ruling.
///
/// Every ruling is a revision at once: whatever ends the program, what was ruled stays, and the next review goes on behind it.
struct ReviewSession {
    private var reviewer: Reviewer
    private let naming: Naming
    private let style: TextStyle
    private var waiting: [ReviewItem]
    private var position = 0
    private var acts: [ReviewAct] = []
    /// The revisions that settled a dispute.
    private var settled: [Revision] = []
    /// What was ruled on here; what was put off among it does not come again before the next review.
    private var ruled: Set<ReviewItemID> = []
    private var news: Line = []
    private var reason = ""
    /// The changes that were asked for; those that come up later are taken too.
    private let isIncluded: (ReviewItem) -> Bool
    private let clock: () -> Int

    /// - Parameter isIncluded: the ids of the changes to go through, among those that wait now.
    init(
        _ reviewer: Reviewer, isIncluded: Set<ReviewItemID>, style: TextStyle, clock: @escaping () -> Int
    ) throws {
        let known = Set(reviewer.queue.items.map(\.id))
        self.isIncluded = { isIncluded.contains($0.id) || !known.contains($0.id) }
        self.reviewer = reviewer
        self.style = style
        self.clock = clock
        naming = try reviewer.story.naming(reviewer.queue.after)
        waiting = reviewer.queue.open.filter(self.isIncluded)
    }

    /// Goes on until nothing waits or nobody answers.
    mutating func run() throws {
        let keyboard = Keyboard()
        let display = ReviewDisplay(isScreen: keyboard.isInteractive && Terminal.isOutputInteractive, style: style)
        display.begin()
        var isInterrupted = false
        if try !settleDisputes(keyboard, display, &isInterrupted) {
            keyboard.restore()
            display.end()
            return try leave(isInterrupted: isInterrupted)
        }
        loop: while true {
            guard try isAnythingWaiting() else {
                guard !acts.isEmpty else { break }
                try display.show(
                    Document([.paragraph("Nothing waits any more.")]),
                    foot: ReviewKey.line([.undo, .quit], likeCount: 1),
                    news: news)
                guard keyboard.key() == .character(ReviewKey.undo.character) else { break }
                try undo()
                continue
            }
            let item = waiting[position]
            try show(item, on: display)
            switch keyboard.key() {
            case .interrupt:
                isInterrupted = true
                break loop
            case .end: break loop
            case .enter, .escape: continue
            case .character(let character):
                guard let key = ReviewKey(character) else {
                    news = [Span("\(character) does nothing here; ? lists the keys", .dim)]
                    continue
                }
                if key == .quit { break loop }
                try press(key, item, keyboard, display)
            }
        }
        keyboard.restore()
        display.end()
        try leave(isInterrupted: isInterrupted)
    }

    /// Goes through what is in dispute; whether to go on with the changes.
    private mutating func settleDisputes(
        _ keyboard: borrowing Keyboard, _ display: ReviewDisplay, _ isInterrupted: inout Bool
    ) throws -> Bool {
        guard !reviewer.queue.disputes.isEmpty else { return true }
        let settling = try DisputeReview(reviewer: reviewer, naming: naming, clock: clock).run(keyboard, display)
        settled = settling.made
        isInterrupted = settling.ending == .interrupted
        try refresh()
        return settling.ending == .done
    }

    /// Whether a change waits; looks once more when all are ruled on, for others may have recorded meanwhile.
    private mutating func isAnythingWaiting() throws -> Bool {
        guard waiting.isEmpty else { return true }
        guard !acts.isEmpty else { return false }
        try refresh()
        return !waiting.isEmpty
    }

    private mutating func refresh() throws {
        try reviewer.refresh()
        waiting = reviewer.queue.open.filter { isIncluded($0) && !ruled.contains($0.id) }
        position = min(position, max(0, waiting.count - 1))
    }

    // MARK: keys

    private mutating func press(
        _ key: ReviewKey, _ item: ReviewItem, _ keyboard: borrowing Keyboard, _ display: ReviewDisplay
    ) throws {
        news = []
        let allowed = keys(for: item)
        guard allowed.contains(key) else {
            news = [
                Span(
                    "\(key.character) needs \(key.answer?.needsContradiction == true ? "a contradiction" : "another change")",
                    .dim)
            ]
            return
        }
        switch key {
        case .acceptLike, .rejectLike:
            if let answer = key.answer { try rule(answer, on: like(item)) }
        case .edit:
            let line = display.ask("what it says in truth (object=…, time=…): ", keyboard)
            do {
                if !line.isEmpty { try rule(.amend(Amendment([line])), on: [item]) }
            } catch let failure as Failure {
                news = [Span(failure.message, .strong)]
            }
        case .reason: reason = display.ask("why: ", keyboard)
        case .skip: position = position + 1 < waiting.count ? position + 1 : 0
        case .back: position = max(0, position - 1)
        case .undo: try undo()
        case .help: display.page(ReviewKey.page, keyboard)
        case .full: display.page(screen(item, isFull: true).document, keyboard)
        case .report: display.page(try reportPage(item), keyboard)
        case .quit: break
        default: if let answer = key.answer { try rule(answer, on: [item]) }
        }
    }

    private mutating func rule(_ answer: ReviewAnswer, on items: [ReviewItem]) throws {
        guard let act = try reviewer.rule(answer, on: items, reason: reason, at: clock()) else {
            news = [Span("it is so ruled already", .dim)]
            remove(items)
            return
        }
        reason = ""
        acts.append(act)
        remove(items)
        let count = items.count == 1 ? "" : " \(items.count) changes"
        news = Line([Span(answer.past + count, .word)]).then(act.revision.shortID, .id, gap: 2)
    }

    private mutating func remove(_ items: [ReviewItem]) {
        let ids = Set(items.map(\.id))
        ruled.formUnion(ids)
        waiting.removeAll { ids.contains($0.id) }
        position = min(position, max(0, waiting.count - 1))
    }

    private func like(_ item: ReviewItem) -> [ReviewItem] { waiting.filter { $0.kind == item.kind } }

    private func keys(for item: ReviewItem) -> [ReviewKey] {
        ReviewKey.keys(
            hasContradiction: item.contradiction != nil, isGone: item.isGone, likeCount: like(item).count)
    }

    private mutating func undo() throws {
        guard let act = acts.popLast() else {
            news = [Span("nothing to undo in this review", .dim)]
            return
        }
        try reviewer.takeBack(act, at: clock())
        ruled.subtract(act.items.map(\.id))
        try refresh()
        position = waiting.firstIndex { $0.id == act.items.first?.id } ?? position
        news = [Span("taken back", .word)]
    }

    // MARK: what is shown

    private func show(_ item: ReviewItem, on display: ReviewDisplay) throws {
        let likeCount = like(item).count
        let foot = ReviewKey.line(
            keys(for: item).filter { ![.rejectLike, .back, .full, .report].contains($0) }, likeCount: likeCount)
        try display.show(screen(item).document, foot: foot, news: news)
    }

    private func screen(_ item: ReviewItem, isFull: Bool = false) -> ReviewScreen {
        let line: Line = reason.isEmpty ? news : news.then("why: \(reason)", .dim, gap: 2)
        return ReviewScreen(
            place: (position + 1, waiting.count), change: item.change,
            sentences: isFull ? [:] : (try? reviewer.sentences(of: item)) ?? [:], likeCount: like(item).count,
            news: line, naming: naming)
    }

    /// The words of the report that the change is about, from a few lines before the quotation.
    private func reportPage(_ item: ReviewItem) throws -> Document {
        guard let claim = item.claims.first, let snapshot = item.isGone ? reviewer.queue.before : reviewer.queue.after,
            let report = try? snapshot.report(claim.report)
        else { return Document([.paragraph("the report is not there")]) }
        let lines = String(decoding: ReportWords(report).bytes, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let first = max(0, (claim.evidence.first?.range?.line ?? 1) - 4)
        return Document(
            [.heading([Span(claim.report.description, .place)]), .blank]
                + lines.dropFirst(first).map { .paragraph([Span(String($0))]) })
    }

    // MARK: the end

    private func leave(isInterrupted: Bool) throws {
        let repository = reviewer.story.repository
        if !acts.isEmpty || !settled.isEmpty { reviewer.story.followWithIndex(settled + acts.map(\.revision)) }
        let count = acts.reduce(settled.count) { $0 + $1.items.count }
        let left = reviewer.queue.open.count { !ruled.contains($0.id) } + reviewer.queue.disputes.count
        let putOff = waiting.isEmpty ? reviewer.queue.open.count - left : 0
        if left == 0, putOff == 0 {
            try repository.markLooked(at: reviewer.queue.after.id, by: reviewer.author)
            try Output.write("Nothing waits. \(count) ruled on; the next review begins here.\n")
        } else {
            let later = putOff > 0 ? ", \(putOff) put off" : ""
            try Output.write("\(count) ruled on, \(left) left\(later). annals review goes on here.\n")
        }
        if isInterrupted { throw ExitStatus.interrupted }
    }
}

extension ReviewAnswer {
    /// What was done, in a word or two.
    var past: String {
        switch self {
        case .accept: Verdict.accept.past
        case .reject: Verdict.reject.past
        case .later: Verdict.defer.past
        case .amend: Verdict.amend.past
        case .resolve(let verdict): verdict.past
        case .earlierWrong, .newWrong: Verdict.reportWrong.past
        }
    }
}
