import ArgumentParser
import FactDiff
import Facts

/// Settles a contradiction.
struct Resolve: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve", _superCommandName: Annals.name,
        abstract:
            "Settle a contradiction: the world changed, a report was wrong, both are possible, or not the same thing.",
        discussion: """
            HOW is world-changed, report-wrong, both-possible or not-the-same-thing. The contradiction opens again when a \
            report says something that was not ruled on.

              annals contradictions
              annals resolve czyolzxp both-possible -m "one is part of the other"
              annals resolve ckxkpxkw report-wrong --wrong northern-2022-09-22
            """)

    @OptionGroup var options: RulingOptions
    @Argument(help: "The start of the contradiction's id.", completion: .contradictions)
    var id: String
    @Argument(help: "world-changed, report-wrong, both-possible or not-the-same-thing.")
    var how: Resolution
    @Option(help: ArgumentHelp("With report-wrong: the report whose claims are rejected.", valueName: "report"))
    var wrong: [String] = []

    /// The ways to settle one.
    enum Resolution: String, ChoiceArgument {
        case worldChanged = "world-changed"
        case reportWrong = "report-wrong"
        case bothPossible = "both-possible"
        case notTheSameThing = "not-the-same-thing"
    }

    func validate() throws {
        if (how == .reportWrong) == wrong.isEmpty {
            throw ValidationError("report-wrong takes --wrong REPORT, and nothing else does")
        }
    }

    func run() throws {
        let reviewer = try options.reviewer()
        guard let contradiction = try Matters(reviewer: reviewer).contradiction(id),
            let verdict = Verdict(rawValue: how.rawValue)
        else { throw Failure.noContradiction(id) }
        let claims = contradiction.sides.flatMap(\.self)
        for name in wrong where !claims.contains(where: { $0.report.description == name }) {
            throw Failure(
                message: "report \(visible(name)) is no side of it",
                hint: "its sides: " + Set(claims.map(\.report.description)).sorted().joined(separator: ", "))
        }
        let rejected = try reviewer.rejections(of: claims.filter { wrong.contains($0.report.description) })
        try options.record(reviewer.resolution(verdict, of: contradiction) + rejected, by: reviewer)
    }
}
