import ArgumentParser
import FactDiff
import Facts

/// Applies a patch to a file of claims.
struct Apply: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply", _superCommandName: Annals.name,
        abstract: "Apply what changed between two sets of claims to a file of claims.",
        discussion: """
            A patch holds the claims that went and those that came (diff --patch, compare --patch). Where each that went is there, and \
            none that came is, the claims after are printed (claims/1, in the order of their facts); otherwise nothing is, and the \
            first claim that does not fit is named.

              annals compare monday.jsonl tuesday.jsonl --patch tuesday.patch
              annals apply tuesday.patch monday.jsonl > tuesday-again.jsonl
              annals apply tuesday.patch tuesday.jsonl --reverse
              annals apply tuesday.patch elsewhere.jsonl --check
            """)

    @Argument(help: "The patch (patch/1).")
    var patch: String
    @Argument(help: "The claims (claims/1) to apply it to.")
    var claims: String
    @Flag(name: .customLong("reverse"), help: "From the claims after to the claims before.")
    var isReversed = false
    @Flag(name: .customLong("check"), help: "Only say whether it applies.")
    var isCheck = false
    @Option(
        help: ArgumentHelp(
            "The vocabulary to read by. Default: the story's here, else the starter's.", valueName: "file"))
    var vocabulary: String?

    func run() throws {
        let vocabulary = try ReadingOptions.vocabulary(vocabulary, ReadingOptions.story())
        let written = try PatchFile.read(patch).anchoredNowhere(vocabulary)
        let file = try ComparedFile(claims, vocabulary)
        for refusal in file.refusals { Output.note("refused: \(refusal)") }
        let facts: [Fact]
        do {
            facts = try (isReversed ? written.inverted : written).apply(to: file.side.facts)
        } catch {
            let problem = error.reason == .missing ? "should go and is not there" : "should come and is there already"
            throw Failure(
                message: "the patch does not apply: claim \(error.claim) \(problem)",
                causes: ["fact \(error.fact)"],
                hint: isReversed ? "without --reverse it leads the other way" : "with --reverse it leads the other way")
        }
        if isCheck {
            Output.note("applies: \(written.lost.count) claims go, \(written.gained.count) come")
        } else {
            try Output.write(exchangeHeader + facts.flatMap(\.claims).exchangeLines)
        }
        if !file.refusals.isEmpty { throw ExitStatus.partial }
    }
}

extension Patch {
    /// The patch as it is between files of claims: read by one vocabulary, and no text at hand in which a quotation could stand.
    fileprivate func anchoredNowhere(_ vocabulary: Vocabulary) -> Patch {
        func read(_ claim: Claim) -> Claim {
            vocabulary.read(
                claim.stated, evidence: claim.evidence.map { Evidence(quote: $0.quote, anchor: .unchecked) })
        }
        return Patch(lost: lost.map(read), gained: gained.map(read))
    }
}
