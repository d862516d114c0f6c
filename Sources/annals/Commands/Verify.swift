import ArgumentParser
import FactRepository
import Rendering

/// Checks the repository.
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check every revision: objects, digests, canonical form, ids, and every quotation against its text.",
        discussion: """
            Exits with 1 when something is wrong, and names it.

              annals verify
            """)

    @OptionGroup var place: StoryOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let story = try place.open()
        let result = story.repository.verify(from: try story.tip())
        let checked = [
            ("revisions", result.revisions), ("objects", result.objects), ("files", result.files),
            ("claims", result.claims),
            ("quotations", result.quotes),
        ]
        let hint = "restore the repository from a clone that verifies; git fsck names the objects"
        try output.show(
            VerifyPage(
                checked: checked.map { (what: $0.0, count: $0.1) },
                problems: result.problems.map { .init(place: $0.place, what: $0.what, hint: hint) }), in: story)
        if !result.problems.isEmpty { throw ExitStatus.findings }
    }
}
