import ArgumentParser
import FactIndex
import FactRepository
import Rendering

/// Checks the repository.
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", _superCommandName: Annals.name,
        abstract: "Check every revision: objects, digests, canonical form, ids, and every quotation against its text.",
        discussion: """
            Packs and their indexes are hashed, every object again under its own name, and every revision that a reference leads to \
            is checked, those that were undone among them. Exits with 1 when something is wrong; names it, what it affects, and what \
            to do. The index, where there is one, is compared with what a replay of all revisions makes of it.

              annals verify
            """)

    @OptionGroup var place: StoryOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let folder = try place.locate()
        let repository = try FactRepository.openDamaged(at: "\(folder)/\(FactRepository.folderName)")
        let result = verify(repository)
        try output.show(VerifyPage(result), in: nil)
        if !result.problems.isEmpty { throw ExitStatus.findings }
    }

    /// Checks the revisions, and then what is derived from them.
    private func verify(_ repository: FactRepository) -> VerificationResult {
        let revisions = Progress("verifying", of: "revisions")
        let index = Progress("comparing the index:", of: "revisions")
        defer {
            revisions.end()
            index.end()
        }
        let check = FactIndex.check { done, total in
            revisions.end()
            index.reach(done, of: total)
        }
        return repository.verify(including: FactIndex.exists(in: repository) ? [check] : []) { done, total in
            revisions.reach(done, of: total)
        }
    }
}

extension VerifyPage {
    /// A page of what verification found.
    init(_ result: VerificationResult) {
        let checked = [
            ("revisions", result.revisions), ("objects", result.objects), ("files", result.files),
            ("facts", result.facts), ("claims", result.claims), ("quotations", result.quotes),
            ("decisions", result.decisions), ("texts", result.texts), ("packs", result.packs), ("bytes", result.bytes),
            ("operations", result.operations),
        ]
        let others = result.others.sorted { $0.key < $1.key }.map { (what: $0.key, count: $0.value) }
        self.init(
            checked: checked.map { (what: $0.0, count: $0.1) } + others,
            problems: result.problems.map(Problem.init), leftovers: result.leftovers.map(Problem.init))
    }
}

extension VerifyPage.Problem {
    fileprivate init(_ problem: VerificationResult.Problem) {
        self.init(place: problem.place, what: problem.what, affected: problem.affected, hint: problem.step.words)
    }
}

extension VerificationResult.NextStep {
    /// The step as a sentence; empty when there is none to take.
    fileprivate var words: String {
        switch self {
        case .restore: "restore .annals from a clone or a backup that verifies; what is sound stays readable meanwhile"
        case .makeIndex(let pack): "git -C .annals index-pack \(pack) makes the index again from a whole pack"
        case .restoreBranch(let revision?):
            "git -C .annals update-ref \(FactRepository.branch) \(revision) leads the branch back to its last revision"
        case .restoreBranch(nil): "git -C .annals fsck --lost-found names revisions that the branch may be led back to"
        case .remake(let sentence): sentence
        case .none: ""
        }
    }
}
