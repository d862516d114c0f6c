import Facts
import Git

/// The claims of some lines that are to be checked: those of lines that are not known to be sound.
struct NewClaims {
    /// The claims, in the order of their lines.
    let all: [Claim]
    /// How many quotations the other lines have.
    private(set) var knownQuotes = 0
    /// The lines of ``all`` that may be remembered, each with all that its soundness depends on.
    private var candidates: [(line: CheckedBucket.Line, claim: Claim, circumstances: SoundLines.Circumstances)] = []
    private var rejected: Set<Claim> = []

    /// - Parameters:
    ///   - snapshot: the revision that has the lines.
    ///   - changed: reports of which the revision changed a file: what is said of them is checked with them.
    ///   - hasVocabulary: whether the revision's vocabulary can be read; where it cannot, nothing is known to be sound.
    init(
        _ lines: [CheckedBucket.Line], in snapshot: Snapshot, changed: Set<ReportName>, _ known: SoundLines,
        hasVocabulary: Bool
    ) {
        var surroundings = Surroundings(snapshot, hasVocabulary: hasVocabulary)
        var all: [Claim] = []
        for line in lines {
            let circumstances = surroundings.circumstances(of: line.report)
            if let circumstances, !changed.contains(line.report),
                let quotes = known.quotes(of: line.key, under: circumstances)
            {
                knownQuotes += quotes
                continue
            }
            guard let claim = line.statedClaim else { continue }
            all.append(claim)
            if let circumstances, line.isCanonical { candidates.append((line, claim, circumstances)) }
        }
        self.all = all
    }

    /// Notes that something is wrong with a claim.
    mutating func reject(_ claim: Claim) { rejected.insert(claim) }

    /// Has the lines of all claims remembered with which nothing is wrong.
    func remember(in known: SoundLines) {
        for (line, claim, circumstances) in candidates where !rejected.contains(claim) {
            let quotes = claim.evidence.count { $0.range != nil }
            known.remember(line.key, under: circumstances, quotes: quotes)
        }
    }
}

/// On what it depends in one revision whether lines are sound.
private struct Surroundings {
    private let snapshot: Snapshot
    private let vocabulary: ObjectID?
    private let rulings: ObjectID?
    private var folders: [ReportName: ObjectID?] = [:]

    init(_ snapshot: Snapshot, hasVocabulary: Bool) {
        self.snapshot = snapshot
        let vocabulary = (try? snapshot.blob(at: Layout.vocabulary)).flatMap(\.self)
        do {
            rulings = try snapshot.blob(at: Layout.entityDecisions)
            self.vocabulary = hasVocabulary ? vocabulary : nil
        } catch {
            (rulings, self.vocabulary) = (nil, nil)
        }
    }

    /// `nil` when it cannot be told.
    mutating func circumstances(of report: ReportName) -> SoundLines.Circumstances? {
        guard let vocabulary, let folder = folder(of: report) else { return nil }
        return SoundLines.Circumstances(vocabulary: vocabulary, rulings: rulings, report: folder)
    }

    private mutating func folder(of report: ReportName) -> ObjectID? {
        if let known = folders[report] { return known }
        let folder = (try? snapshot.entry(at: Layout.folder(of: report)))?.map(\.id)
        folders[report] = .some(folder)
        return folder
    }
}
