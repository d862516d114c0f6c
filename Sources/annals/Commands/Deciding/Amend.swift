import ArgumentParser
import FactRepository
import Facts

/// Amends a claim.
struct Amend: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "amend", _superCommandName: Annals.name,
        abstract: "Say what the report says in truth, where the extractor read something else.",
        discussion: """
            FIELD is subject, predicate, object, time, polarity, certainty or arguments.NAME. The amended claim rests on the \
            same quotation, and stands whatever is read there later; once an extractor reads the same, its own claim stands.

              annals amend ekzpvywnw object="air base" -m "whose it is, it does not say"
            """)

    @OptionGroup var options: RulingOptions
    @Argument(help: "The change or fact.", completion: .changes)
    var id: String
    @Argument(help: ArgumentHelp("What becomes what.", valueName: "field=text"))
    var fields: [String]

    func run() throws {
        let reviewer = try options.reviewer()
        let matters = Matters(reviewer: reviewer)
        let amendment = try Amendment(fields)
        let claims = try matters.item(id)?.claims ?? reviewer.queue.after.fact(id)?.claims ?? []
        guard !claims.isEmpty else { throw Failure.nothingToRule(on: id) }
        guard claims.count == 1, let claim = claims.first else {
            throw Failure(
                message: "\(visible(id)) rests on \(claims.count) claims, and an amendment is of one",
                hint: "annals review --list has the change that brought the one you mean")
        }
        let target = try reviewer.story.repository.target(of: claim, in: reviewer.queue.after)
        try options.record([amendment.ruling(on: claim, target)], by: reviewer)
    }
}
