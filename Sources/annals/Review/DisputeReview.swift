import FactRepository
import Facts
import Rendering

/// A person's way through what is in dispute: one dispute a screen, the number of a ruling to uphold it.
struct DisputeReview {
    let reviewer: Reviewer
    let naming: Naming
    let clock: () -> Int

    /// How it ended.
    enum Ending {
        case done, quit, interrupted
    }

    /// Goes through the disputes; returns the revisions that were made, and how it ended.
    func run(_ keyboard: borrowing Keyboard, _ display: ReviewDisplay) throws -> (made: [Revision], ending: Ending) {
        var made: [Revision] = []
        let disputes = reviewer.queue.disputes
        var (place, news): (Int, Line) = (0, [])
        while place < disputes.count {
            let dispute = disputes[place]
            try display.show(document(dispute, place, of: disputes.count, news), foot: foot(dispute), news: news)
            switch keyboard.key() {
            case .interrupt: return (made, .interrupted)
            case .end: return (made, .quit)
            case .character("q"): return (made, .quit)
            case .character("s"): place += 1
            case .character(let character):
                guard let number = character.wholeNumberValue, dispute.decisions.indices.contains(number - 1) else {
                    news = [Span("\(character) does nothing here", .dim)]
                    continue
                }
                let upheld = dispute.decisions[number - 1]
                if let revision = try reviewer.decide([upheld.ruling], reason: "upheld", at: clock()) {
                    made.append(revision)
                    news = Line([Span("upheld \(upheld.name)", .word)]).then(revision.shortID, .id, gap: 2)
                }
                place += 1
            case .enter, .escape: continue
            }
        }
        return (made, .done)
    }

    private func document(_ dispute: Dispute, _ place: Int, of count: Int, _ news: Line) -> Document {
        let counter = Line([Span("\(place + 1)/\(count)", .strong)])
            .then("people ruled differently; nobody's ruling is followed", .dim, gap: 3)
        let head: [Document.Block] = news.isEmpty ? [] : [.paragraph(news)]
        return Document(head + [.paragraph(counter), .blank, .entry(dispute.entry(naming, settling: .keys))])
    }

    private func foot(_ dispute: Dispute) -> Line {
        let sides = dispute.decisions.prefix(9).enumerated().map { index, decision in
            Line([Span("\(index + 1)", .command)]).tied("uphold \(decision.name)")
        }
        let rest = [Line([Span("s", .command)]).tied("skip"), Line([Span("q", .command)]).tied("quit")]
        return (sides + rest).reduce(Line()) { $0.then($1, gap: 3) }
    }
}
