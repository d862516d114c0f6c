import FactDiff
import FactRepository
import Facts
import Rendering

/// Finds what people name to be ruled on: a change of the review list, a fact, a contradiction, a decision.
struct Matters {
    let reviewer: Reviewer

    /// The rulings that a verdict makes on what ids name.
    func rulings(_ verdict: Verdict, on names: [String]) throws -> [Ruling] {
        var rulings: [Ruling] = []
        for name in names { rulings += try self.rulings(verdict, on: name) }
        return rulings
    }

    private func rulings(_ verdict: Verdict, on name: String) throws -> [Ruling] {
        let found: [Ruling]
        if ReviewItemID.isPrefix(name), let item = try item(name) {
            found = try reviewer.story.repository.rulings(verdict, on: item, in: reviewer.queue)
        } else if ContradictionID.isPrefix(name), let contradiction = try contradiction(name) {
            found = reviewer.resolution(verdict, of: contradiction)
        } else if DecisionID.isPrefix(name), let decision = try decision(name) {
            found = [Ruling(verdict, on: decision.ruling.matter)].compactMap(\.self)
        } else if FactID.isPrefix(name), name.count >= 4, let fact = try reviewer.queue.after.fact(name) {
            found = try fact.claims.compactMap { claim in
                let target = try reviewer.story.repository.target(of: claim, in: reviewer.queue.after)
                return Ruling(verdict, on: .claim(target))
            }
        } else {
            throw Failure.nothingToRule(on: name)
        }
        guard !found.isEmpty else {
            throw Failure(
                message: "\(visible(name)) cannot be ruled so: \(verdict.rawValue)",
                hint: "what is gone can be accepted or put off; a contradiction is resolved", status: .usage)
        }
        return found
    }

    /// The change with an id that starts so; `nil` when there is none.
    func item(_ name: String) throws -> ReviewItem? {
        let found = reviewer.queue.items.filter { $0.id.letters.hasPrefix(name) }
        guard found.count < 2 else { throw Failure.several(name, found.map(\.id.letters)) }
        return found.first
    }

    /// The contradiction of the newest revision with an id that starts so, settled or not; `nil` when there is none.
    func contradiction(_ name: String) throws -> Contradiction? {
        let snapshot = reviewer.queue.after
        let side = try reviewer.story.repository.side(snapshot.facts(), of: snapshot)
        let found = Contradiction.found(in: side).filter { $0.id.letters.hasPrefix(name) }
        guard found.count < 2 else { throw Failure.several(name, found.map(\.id.letters)) }
        return found.first
    }

    /// The decision with an id that starts so; `nil` when there is none.
    func decision(_ name: String) throws -> Decision? {
        let found = try reviewer.queue.after.decisions().filter { $0.id.letters.hasPrefix(name) }
        guard found.count < 2 else { throw Failure.several(name, found.map(\.id.letters)) }
        return found.first
    }
}

extension Failure {
    /// Nothing has an id that starts so.
    static func nothingToRule(on name: String) -> Failure {
        Failure(
            message: "nothing to rule on is called \(visible(name))",
            hint: "annals review --list shows the changes, annals facts the facts, annals contradictions what clashes")
    }

    /// Several ids start so.
    static func several(_ name: String, _ ids: [String]) -> Failure {
        Failure(
            message: "\(visible(name)) could be any of \(ids.count)",
            causes: ids.prefix(5).map { String($0.prefix(14)) }, hint: "give more letters")
    }
}
