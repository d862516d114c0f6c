import Facts
import Git

/// Checks all there is of a repository: its packs, references, log and locks, and every revision that any of them leads to.
struct RepositoryVerifier {
    private let repository: FactRepository
    private var result = VerificationResult()

    init(_ repository: FactRepository) { self.repository = repository }

    private var git: GitRepository { repository.git }

    /// Runs every check, those of the caller last and only where the revisions are sound.
    ///
    /// - Parameter progress: is told how many revisions were checked so far, and of how many.
    mutating func run(_ checks: [RepositoryCheck], progress: (Int, Int) -> Void) -> VerificationResult {
        let packs = attempt("objects/pack") { (git) throws(GitError) in try PackCheck(git) }
        result.packs = packs?.packs ?? 0
        result.bytes = packs?.bytes ?? 0
        let tip = checkTip()
        let damagedFiles = result.problems.count
        var verifier = Verifier(repository, result)
        if let tip { verifier.run(from: tip, progress: progress) }
        for other in otherTips() { verifier.run(from: other, progress: progress) }
        result = verifier.result
        let isWhole = result.problems.count == damagedFiles
        tellPacks(packs?.findings ?? [], isWhole: isWhole && tip != nil)
        tellAffected(verifier)
        checkOperations(tip)
        tellLocks()
        tellAbandonedFiles()
        if let tip, result.problems.isEmpty { run(checks, tip) }
        return result
    }

    private mutating func attempt<Value>(
        _ place: String, _ read: (GitRepository) throws(GitError) -> Value
    ) -> Value? {
        do throws(GitError) {
            return try read(git)
        } catch {
            result.report(place, error.description)
            return nil
        }
    }

    // MARK: references

    /// The newest revision; the branch is named when it is not there or leads nowhere.
    private mutating func checkTip() -> ObjectID? {
        do throws(RepositoryError) {
            if let tip = try repository.tip() { return tip }
            result.problems.append(
                .init(place: FactRepository.branch, what: "it is missing", step: .restoreBranch(revision: lastLogged)))
        } catch {
            result.problems.append(
                .init(place: error.subject, what: error.finding, step: .restoreBranch(revision: lastLogged)))
        }
        return lastLogged.flatMap { ObjectID(hex: $0) }
    }

    /// The last revision that the branch's log leads to.
    private var lastLogged: String? {
        (try? git.reflog(of: FactRepository.branch))?.entries.last?.after?.hex
    }

    /// What the other references lead to: revisions that were undone, and what people have named.
    private mutating func otherTips() -> [ObjectID] {
        let references = attempt("refs") { (git) throws(GitError) in try git.references() } ?? []
        return references.filter { $0.name != FactRepository.branch }.compactMap { reference in
            attempt(reference.name) { (git) throws(GitError) in try git.resolve(reference.name) }
        }
    }

    // MARK: packs

    /// A pack without an index, or the reverse, is what a killed writer leaves; it is damage where an object is missed.
    private mutating func tellPacks(_ findings: [PackCheck.Finding], isWhole: Bool) {
        var told: [VerificationResult.Problem] = []
        for finding in findings {
            switch finding.fault {
            case .indexMissing where isWhole, .packMissing where isWhole:
                result.leftovers.append(
                    .init(place: finding.path, what: "it is missing, and nothing needs it", step: .none))
            default: told.append(.init(finding, isWhole: isWhole))
            }
        }
        result.problems.insert(contentsOf: told, at: 0)
    }

    // MARK: what is affected

    private mutating func tellAffected(_ verifier: Verifier) {
        let shift = result.problems.count - verifier.result.problems.count
        let affected = AffectedRevisions(verifier.revisions, repository)
        for (object, path, problem) in verifier.damaged.prefix(Self.told) {
            result.problems[problem + shift].affected = affected.words(of: object, at: path)
        }
    }

    /// Damaged objects whose revisions are looked for: where more are, a backup is the answer whatever they are.
    private static let told = 100

    // MARK: log and locks

    private mutating func checkOperations(_ tip: ObjectID?) {
        guard let tip else { return }
        let log: OperationLog
        do throws(RepositoryError) {
            log = try repository.operations(tip: tip)
        } catch {
            return result.report(error.subject, error.finding)
        }
        result.operations = log.operations.count
        for line in log.damagedLines {
            result.problems.append(
                .init(
                    place: "logs/\(FactRepository.branch) line \(line)", what: "it is not a line of git's log",
                    affected: ["one operation is not listed; no revision, report or fact"]))
        }
        for operation in log.operations where !git.contains(operation.after) {
            result.report(
                "operation \(operation.number)", "its revision \(operation.after.hex.prefix(8)) is not there")
        }
    }

    private mutating func tellLocks() {
        for path in attempt("refs", { (git) throws(GitError) in try git.lockFiles() }) ?? [] {
            let what = "a lock: somebody is recording, or died over it and the next recording removes it"
            result.leftovers.append(.init(place: path, what: what, step: .none))
        }
    }

    private mutating func tellAbandonedFiles() {
        for path in attempt("objects/pack", { (git) throws(GitError) in try git.abandonedFiles() }) ?? [] {
            let what = "somebody died over it: annals pack removes it, and so does the next recording or beginning"
            result.leftovers.append(.init(place: path, what: what, step: .none))
        }
    }

    // MARK: checks of the caller

    private mutating func run(_ checks: [RepositoryCheck], _ tip: ObjectID) {
        for check in checks {
            do {
                let found = try check.run(repository, tip)
                result.others[check.name] = found.count
                for problem in found.problems { report(problem, of: check) }
            } catch {
                report("\(error)", of: check)
            }
        }
    }
}

extension RepositoryVerifier {
    private mutating func report(_ problem: String, of check: RepositoryCheck) {
        result.problems.append(
            .init(
                place: check.name, what: problem, affected: ["no revision: it is derived"], step: .remake(check.remedy))
        )
    }
}

extension VerificationResult.Problem {
    /// - Parameter isWhole: whether no object that a revision needs was hit.
    fileprivate init(_ finding: PackCheck.Finding, isWhole: Bool) {
        let stem = finding.path.split(separator: ".").first.map(String.init) ?? finding.path
        let isIndex = finding.path.hasSuffix(".idx")
        let what =
            switch finding.fault {
            case .damaged: "its bytes are not those that were written"
            case .mismatched: "it is the index of another pack"
            case .packMissing: "it is missing, and its index is there"
            case .indexMissing: "it is missing, and its pack is there"
            case .unreadable(let why): "it cannot be read: \(why)"
            }
        self.init(
            place: finding.path, what: what,
            affected: [isWhole ? "no revision: every object that one needs reads well" : "what is named below"],
            step: isIndex ? .makeIndex(pack: stem + ".pack") : .restore)
    }
}

extension FactRepository {
    /// Checks everything: packs, references, the log of operations, locks, and every revision that any reference leads to.
    ///
    /// - Parameters:
    ///   - checks: of what is derived from the revisions; run last, and only where those are sound.
    ///   - progress: is told how many revisions were checked so far, and of how many.
    package func verify(
        including checks: [RepositoryCheck] = [], progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) -> VerificationResult {
        var verifier = RepositoryVerifier(self)
        return verifier.run(checks, progress: progress)
    }
}
