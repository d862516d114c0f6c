import FactRepository
import Facts
import Git

/// A ruling of a review that can be taken back.
struct ReviewAct {
    /// The revision that it made.
    let revision: Revision
    /// What was ruled.
    let rulings: [Ruling]
    /// The changes that it ruled on.
    let items: [ReviewItem]
}

extension Reviewer {
    /// Rules so on some changes; `nil` when all of it is in force already.
    func rule(_ answer: ReviewAnswer, on items: [ReviewItem], reason: String, at seconds: Int) throws -> ReviewAct? {
        let rulings = try rulings(answer, on: items)
        return try decide(rulings, reason: reason, at: seconds).map {
            ReviewAct(revision: $0, rulings: rulings, items: items)
        }
    }

    /// Takes a ruling back: the operation where it was the last one, else by a ruling that reopens it.
    func takeBack(_ act: ReviewAct, at seconds: Int) throws {
        let repository = story.repository
        if let tip = try repository.tip(), tip.hex == act.revision.id,
            let before = try repository.operations()?.operations.last(where: { $0.after.hex == act.revision.parent })
        {
            _ = try repository.undo(to: before.number, by: author)
        } else {
            let reopened = act.rulings.compactMap { Ruling(.reopen, on: $0.matter) }
            _ = try decide(reopened, reason: "undone in review", at: seconds)
        }
    }
}
