import Facts
package import Git
import Parallel

/// Checks a whole repository, revision by revision from the first: that objects are what their names say, content digests chain,
/// and the files of each revision are right (``RevisionCheck``).
///
/// As many revisions are checked at a time as there are processors, and what was found is put together in their order. Each object
/// is counted and told once, in the first revision that has it.
struct Verifier {
    private let repository: FactRepository
    private(set) var result: VerificationResult
    /// What was found wrong so far, in words.
    private var told: Set<String>
    private var seen: Set<ObjectID> = []
    private var checked: [ObjectID: HistoryEntry] = [:]
    private let known = SoundLines()
    private let folders = FolderMemory()
    /// The objects that could not be read, and where the first revision with each has it.
    private(set) var damaged: [(object: ObjectID, path: String, problem: Int)] = []

    /// So many revisions may be checked before the first of them is put together with the others.
    private static let ahead = 64

    init(_ repository: FactRepository, _ result: VerificationResult = VerificationResult()) {
        self.repository = repository
        self.result = result
        told = Set(result.problems.map(\.what))
    }

    private var git: GitRepository { repository.git }

    /// The revisions that were checked, by commit.
    var revisions: [HistoryEntry] { Array(checked.values) }

    /// What is to be done, one after another.
    private enum Step: Sendable {
        case check(RevisionCheck)
        case tell(VerificationResult.Problem)
    }

    /// Checks every revision from `tip` back that was not checked yet, those that were merged before what they were merged into.
    ///
    /// - Parameter progress: is told how many revisions were checked so far, and of how many.
    mutating func run(from tip: ObjectID, progress: (Int, Int) -> Void = { _, _ in }) {
        var steps: [Step] = []
        plan(from: tip, into: &steps)
        let (before, count) = (result.revisions, steps.count)
        // Nothing of it throws: what cannot be read is a finding.
        try? concurrentStream(count, ahead: Self.ahead) {
            [repository, known, folders, steps] (index) throws(RepositoryError) in
            switch steps[index] {
            case .check(let check): Outcome.found(check.run(in: repository, known, folders))
            case .tell(let problem): Outcome.known(problem)
            }
        } into: { (outcome) throws(RepositoryError) in
            add(outcome)
            progress(result.revisions, before + count)
        }
    }

    private enum Outcome: Sendable {
        case found(RevisionCheck.Findings)
        case known(VerificationResult.Problem)
    }

    /// Takes a revision, and all that it descends from, for checked: what they have is not read again.
    mutating func trust(_ tip: ObjectID) throws(GitError) {
        for entry in try git.ancestry(of: tip) { checked[entry.id] = entry }
    }

    // MARK: which revisions

    private mutating func plan(from tip: ObjectID, into steps: inout [Step]) {
        for entry in history(from: tip, into: &steps).reversed() {
            for merged in entry.commit.parents.dropFirst() { plan(from: merged, into: &steps) }
            steps.append(.check(RevisionCheck(entry: entry, parents: entry.commit.parents.map { checked[$0] })))
            checked[entry.id] = entry
        }
    }

    /// The revisions from `tip` back, as far as they can be read and were not checked yet.
    private func history(from tip: ObjectID, into steps: inout [Step]) -> [HistoryEntry] {
        var history = git.history(from: tip)
        var entries: [HistoryEntry] = []
        do {
            while let entry = try history.next(), checked[entry.id] == nil { entries.append(entry) }
        } catch {
            let id = entries.last?.commit.parents.first ?? tip
            let younger = entries.last.map { "\($0.id.hex.prefix(8)) and those after it have no past that can be read" }
            let problem = VerificationResult.Problem(
                place: "revision \(id.hex.prefix(8))", what: error.description,
                affected: ["this revision and all before it"] + [younger].compactMap(\.self))
            steps.append(.tell(problem))
        }
        return entries
    }

    // MARK: what was found

    private mutating func add(_ outcome: Outcome) {
        switch outcome {
        case .found(let findings): add(findings)
        case .known(let problem):
            told.insert(problem.what)
            result.problems.append(problem)
        }
    }

    private mutating func add(_ findings: RevisionCheck.Findings) {
        result.revisions += 1
        for visit in findings.visits { add(visit, findings.place) }
        if let problem = findings.problem { tell(findings.place, problem) }
        result.add(findings.files.counts)
        // An object that was named when it was visited is not named again.
        for finding in findings.files.findings.filter({ !$0.isOfObject || !told.contains($0.what) }) {
            tell(finding.place, finding.what)
        }
    }

    private mutating func add(_ visit: RevisionCheck.Visit, _ place: String) {
        guard seen.insert(visit.object).inserted else { return }
        result.objects += 1
        switch visit.bytes {
        case .success(let count): result.bytes += count
        case .failure(let error):
            damaged.append((visit.object, visit.path, result.problems.count))
            tell(visit.path.isEmpty ? place : "\(place) \(visit.path)", error.description)
        }
    }

    private mutating func tell(_ place: String, _ what: String) {
        told.insert(what)
        result.report(place, what)
    }
}

extension FactRepository {
    /// Checks every revision up to `tip`; reads everything.
    package func verify(from tip: ObjectID) -> VerificationResult {
        var verifier = Verifier(self)
        verifier.run(from: tip)
        return verifier.result
    }
}
