import FactDiff
import FactRepository
import Facts
import Git
import Rendering

/// Rules on changes in somebody's name: what the terminal, the commands and the pages of the server all do.
struct Reviewer {
    let story: Story
    let author: Author
    private(set) var queue: ReviewQueue

    /// The changes since a revision; `nil` for those since the person last looked, or since the beginning.
    init(_ story: Story, since name: String?, by author: Author) throws {
        self.story = story
        self.author = author
        queue = try Self.queue(story, try name.map { try story.snapshot($0).id } ?? story.repository.looked(by: author))
    }

    private static func queue(_ story: Story, _ before: ObjectID?) throws -> ReviewQueue {
        try story.repository.reviewQueue(
            from: before.map { try story.repository.snapshot($0) }, to: story.snapshot(nil))
    }

    /// Looks anew at the same changes, and at those that came since.
    mutating func refresh() throws { queue = try Self.queue(story, queue.before?.id) }

    /// Records what rulings make; `nil` when all of it is in force already.
    func decide(_ rulings: [Ruling], reason: String, at seconds: Int) throws -> Revision? {
        let person = Author(
            name: author.name, email: author.email, seconds: seconds, invocation: author.invocation)
        return try story.repository.decide(rulings, reason: reason, by: person)
    }

    /// What an answer rules on some items.
    func rulings(_ answer: ReviewAnswer, on items: [ReviewItem]) throws -> [Ruling] {
        var rulings: [Ruling] = []
        for item in items { rulings += try self.rulings(answer, on: item) }
        return rulings
    }

    private func rulings(_ answer: ReviewAnswer, on item: ReviewItem) throws -> [Ruling] {
        let repository = story.repository
        switch answer {
        case .accept: return try repository.rulings(.accept, on: item, in: queue)
        case .later: return try repository.rulings(.defer, on: item, in: queue)
        case .reject: return try repository.rulings(.reject, on: item, in: queue)
        case .amend(let amendment):
            guard !item.isGone, let claim = item.claims.first else { return [] }
            let target = try repository.target(of: claim, in: queue.after)
            return [try amendment.ruling(on: claim, target)]
        case .resolve(let verdict):
            guard let contradiction = item.contradiction else { return [] }
            return try resolution(verdict, of: contradiction) + repository.rulings(.accept, on: item, in: queue)
        case .earlierWrong:
            guard let contradiction = item.contradiction else { return [] }
            let own = Set(item.claims.map(\.id))
            let others = contradiction.sides.filter { side in !side.contains { own.contains($0.id) } }.flatMap(\.self)
            return try resolution(.reportWrong, of: contradiction) + rejections(of: others)
                + repository.rulings(.accept, on: item, in: queue)
        case .newWrong:
            guard let contradiction = item.contradiction else { return [] }
            return try resolution(.reportWrong, of: contradiction) + repository.rulings(.reject, on: item, in: queue)
        }
    }

    /// The ruling that settles a contradiction.
    func resolution(_ verdict: Verdict, of contradiction: Contradiction) -> [Ruling] {
        [Ruling(verdict, on: .contradiction(ContradictionTarget(contradiction)))].compactMap(\.self)
    }

    /// The rulings that reject claims of the newest revision.
    func rejections(of claims: [Claim]) throws -> [Ruling] {
        try claims.compactMap { claim in
            Ruling(.reject, on: .claim(try story.repository.target(of: claim, in: queue.after)))
        }
    }

    /// The sentences of an item's quotations, and of those that it is held against.
    func sentences(of item: ReviewItem) throws -> [ClaimID: QuotedSentence] {
        var sentences: [ClaimID: QuotedSentence] = [:]
        for (claim, snapshot) in [(item.change.before, queue.before ?? queue.after), (item.change.after, queue.after)] {
            guard let claim, let evidence = claim.evidence.first else { continue }
            // A claim that stands on both sides has its place in the newer text.
            for state in [snapshot, queue.after] {
                guard let report = try? state.report(claim.report) else { continue }
                let words = ReportWords(report)
                guard let sentence = QuotedSentence(evidence, in: words), sentence.quote == evidence.quote.oneLine
                else {
                    continue
                }
                sentences[claim.id] = sentence
                break
            }
        }
        return sentences
    }
}

/// What a person answers to a change.
enum ReviewAnswer: Hashable {
    case accept
    case reject
    case later
    case amend(Amendment)
    /// Accepted, and what it contradicts is settled.
    case resolve(Verdict)
    /// What it contradicts is wrong.
    case earlierWrong
    /// It contradicts what is right.
    case newWrong

    /// Whether it settles a contradiction.
    var needsContradiction: Bool {
        switch self {
        case .accept, .reject, .later, .amend: false
        case .resolve, .earlierWrong, .newWrong: true
        }
    }
}

extension String {
    /// The words with single spaces between them.
    fileprivate var oneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
