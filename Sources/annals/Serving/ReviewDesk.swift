import FactRepository
import Facts
import Rendering
import Web

/// A person's way through what is in dispute and the changes that wait, on the pages of the server: the queue, the answers and the undo
/// of the terminal.
struct ReviewDesk {
    private let story: Story
    private var reviewer: Reviewer
    private var acts: [ReviewAct] = []
    private var news: Line = []

    init(_ story: Story) throws {
        self.story = story
        reviewer = try Reviewer(story, since: nil, by: Self.author(of: story))
    }

    private static func author(of story: Story) throws -> Author {
        let author = try story.author(at: Terminal.now)
        let invocation = Invocation(command: "annals serve", seconds: author.seconds)
        return Author(name: author.name, email: author.email, seconds: author.seconds, invocation: invocation)
    }

    /// Takes in what others recorded or looked at meanwhile.
    private mutating func refresh() throws {
        let queue = reviewer.queue
        let looked = try story.repository.looked(by: reviewer.author)
        guard try story.tip() != queue.after.id || looked != queue.before?.id else { return }
        reviewer = try Reviewer(story, since: nil, by: Self.author(of: story))
    }

    // MARK: the page

    /// The page of the change or dispute with an id; where none has it, of the first dispute, or of the gravest change.
    mutating func page(of id: String?, formToken: String?) throws -> SiteFile {
        try refresh()
        let queue = reviewer.queue
        let open = queue.open
        let undo = acts.isEmpty ? [] : [key(.undo)]
        let waiting = try waiting(id, open)
        let page = RulingPage(
            of: story.name, waiting, progress: (queue.items.count - open.count, queue.items.count), news: news,
            commands: waiting == nil ? undo + [Self.done] : undo, formToken: formToken)
        return page.file
    }

    private func waiting(_ id: String?, _ open: [ReviewItem]) throws -> RulingPage.Waiting? {
        let disputes = reviewer.queue.disputes
        if let place = open.firstIndex(where: { $0.id.letters == id }) { return .change(try item(at: place, in: open)) }
        if let place = disputes.firstIndex(where: { $0.id.letters == id }) ?? disputes.indices.first {
            return .dispute(try matter(at: place, in: disputes))
        }
        return open.isEmpty ? nil : .change(try item(at: 0, in: open))
    }

    private func matter(at place: Int, in disputes: [Dispute]) throws -> RulingPage.DisputedMatter {
        let next =
            place + 1 < disputes.count ? disputes[place + 1].id.letters : reviewer.queue.open.first?.id.letters
        return RulingPage.DisputedMatter(
            disputes[place], place: (place + 1, disputes.count), next: next.map(RulingPage.address),
            naming: try story.naming(reviewer.queue.after))
    }

    private func item(at place: Int, in open: [ReviewItem]) throws -> RulingPage.Item {
        let item = open[place]
        let likeCount = reviewer.queue.open(like: item).count
        let screen = ReviewScreen(
            place: (place + 1, open.count), change: item.change, sentences: try reviewer.sentences(of: item),
            likeCount: likeCount, news: [], naming: try story.naming(reviewer.queue.after))
        let after = place + 1 < open.count ? open[place + 1] : open.count > 1 ? open[0] : nil
        let answers = Self.keys(item, likeCount).filter { $0.answer != nil }
        return RulingPage.Item(
            screen, id: item.id.letters, report: item.claims.first?.report,
            neighbours: (place > 0 ? open[place - 1].id.letters : nil, after?.id.letters),
            answers: answers.filter { !$0.isForAll }.map { key($0) },
            answersToAll: answers.filter(\.isForAll).map { key($0, likeCount) },
            amendment: Self.keys(item, likeCount).contains(.edit) ? key(.edit) : nil)
    }

    private func key(_ key: ReviewKey, _ likeCount: Int = 1) -> RulingPage.Key {
        RulingPage.Key(key.character, key.word(likeCount: likeCount), meaning: key.meaning)
    }

    private static let done = RulingPage.Key(
        ReviewKey.quit.character, "done", meaning: "The next review begins with what comes after this.")

    private static func keys(_ item: ReviewItem, _ likeCount: Int) -> [ReviewKey] {
        ReviewKey.keys(hasContradiction: item.contradiction != nil, isGone: item.isGone, likeCount: likeCount)
    }

    // MARK: what is answered

    /// Does what a form says.
    ///
    /// - Returns: the page to show next.
    mutating func submit(_ fields: [String: String]) throws -> String {
        news = []
        do {
            try refresh()
            return try press(fields)
        } catch let failure as Failure {
            return stay(failure, fields)
        } catch let error as RepositoryError {
            return stay(Failure(error), fields)
        }
    }

    private mutating func stay(_ failure: Failure, _ fields: [String: String]) -> String {
        let message: Line = [Span(failure.message, .strong)]
        news = failure.hint.map { message.then($0, .dim, gap: 2) } ?? message
        let isKnownForm = { ReviewItemID.isPrefix($0) || DecisionID.isPrefix($0) }
        return fields["id"].flatMap { isKnownForm($0) ? RulingPage.address(of: $0) : nil } ?? RulingPage.path
    }

    private mutating func press(_ fields: [String: String]) throws -> String {
        if let decision = fields["uphold"] { return try uphold(decision, reason: fields["reason"] ?? "") }
        guard let word = fields["key"], word.count == 1, let key = word.first.flatMap(ReviewKey.init) else {
            throw Failure(message: "no such key", hint: "press one of those below", status: .usage)
        }
        switch key {
        case .undo: return try undo()
        case .quit: return try finish()
        default: return try answer(key, fields)
        }
    }

    private mutating func answer(_ key: ReviewKey, _ fields: [String: String]) throws -> String {
        let open = reviewer.queue.open
        guard let place = open.firstIndex(where: { $0.id.letters == fields["id"] }) else {
            throw Failure(message: "that change is ruled on already, or gone", hint: "this is the next")
        }
        let like = reviewer.queue.open(like: open[place])
        guard Self.keys(open[place], like.count).contains(key), let answer = try Self.answer(key, fields) else {
            throw Failure(message: "\(key.character) is no answer to this change", status: .usage)
        }
        guard !key.isForAll || fields["like"] == "\(like.count)" else {
            throw Failure(message: "there are \(like.count) like it by now", hint: "answer again for all of them")
        }
        let items = key.isForAll ? like : [open[place]]
        let ruled = Set(items.map(\.id))
        try rule(answer, on: items, reason: fields["reason"] ?? "")
        let next = (open[place...] + open[..<place]).first { !ruled.contains($0.id) }
        return next.map { RulingPage.address(of: $0.id.letters) } ?? RulingPage.path
    }

    private mutating func uphold(_ id: String, reason: String) throws -> String {
        let upheld = reviewer.queue.disputes.flatMap(\.decisions).first { $0.id.letters == id }
        guard let upheld else {
            throw Failure(message: "that is in dispute no longer", hint: "this is the next")
        }
        let why = reason.isEmpty ? "upheld" : reason
        if let revision = try reviewer.decide([upheld.ruling], reason: why, at: Terminal.now) {
            story.followWithIndex([revision])
            news = Line([Span("upheld \(upheld.name)", .word)]).then(revision.shortID, .id, gap: 2)
        }
        return RulingPage.path
    }

    private static func answer(_ key: ReviewKey, _ fields: [String: String]) throws -> ReviewAnswer? {
        key == .edit ? .amend(try Amendment([fields["amendment"] ?? ""])) : key.answer
    }

    private mutating func rule(_ answer: ReviewAnswer, on items: [ReviewItem], reason: String) throws {
        guard let act = try reviewer.rule(answer, on: items, reason: reason, at: Terminal.now) else {
            return news = [Span("it is so ruled already", .dim)]
        }
        acts.append(act)
        story.followWithIndex([act.revision])
        let count = items.count == 1 ? "" : " \(items.count) changes"
        news = Line([Span(answer.past + count, .word)]).then(act.revision.shortID, .id, gap: 2)
    }

    private mutating func undo() throws -> String {
        guard let act = acts.last else { throw Failure(message: "nothing to undo in this review") }
        try reviewer.takeBack(act, at: Terminal.now)
        acts.removeLast()
        news = [Span("taken back", .word)]
        return act.items.first.map { RulingPage.address(of: $0.id.letters) } ?? RulingPage.path
    }

    private mutating func finish() throws -> String {
        guard reviewer.queue.open.isEmpty, reviewer.queue.disputes.isEmpty else {
            throw Failure(
                message: "there are changes that wait", hint: "what is ruled stays ruled; the next review goes on here")
        }
        try story.repository.markLooked(at: reviewer.queue.after.id, by: reviewer.author)
        return "/"
    }
}

extension ReviewKey {
    /// Whether it answers to all changes that are like one.
    fileprivate var isForAll: Bool { self == .acceptLike || self == .rejectLike }
}
