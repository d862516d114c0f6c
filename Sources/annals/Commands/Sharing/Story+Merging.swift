import FactRepository
import Facts
import FoundationEssentials
import Git
import Rendering

extension Story {
    /// Merges a revision, or says what that would do, and leaves with the status that says whether something waits.
    func merge(
        _ name: String, _ choices: MergeChoices, message: String?, isPreview: Bool, _ output: OutputOptions
    ) throws {
        let theirs = try snapshot(name)
        let merge =
            isPreview
            ? try repository.mergePreview(theirs.id, choices: choices)
            : try recordMerge(of: theirs, choices, message ?? "Merge \(name)")
        let naming = try self.naming(snapshot(nil))
        try output.show(MergePage(merge, of: name, isPreview: isPreview, naming: naming), in: self)
        if merge.isWaiting { throw ExitStatus.waiting }
    }

    private func recordMerge(of theirs: Snapshot, _ choices: MergeChoices, _ message: String) throws -> Merge {
        let recorded = try snapshot(nil).vocabularyText()
        let edited = try editedVocabulary()
        // The folder's vocabulary is the person's: what a merge brings must not be lost under it, nor it under a merge.
        if let edited, edited != recorded, try theirs.vocabularyText() != recorded {
            throw Failure(
                message: "\(Self.vocabularyName) has edits that are not recorded, and the other side's is another",
                hint: "annals record takes them up; then merge again")
        }
        let merge = try repository.merge(
            theirs.id, choices: choices, message: message, by: author(at: Terminal.now))
        guard let result = merge.result else { return merge }
        if edited == recorded { try writeVocabulary() }
        followWithIndex([result])
        return merge
    }
}

extension MergePage {
    /// The page of a merge.
    fileprivate init(_ merge: Merge, of name: String, isPreview: Bool, naming: Naming) {
        let bases = merge.outcome == .forwarded ? [] : merge.bases
        let revisions =
            bases.map { Row("base", $0) } + [Row("ours", merge.ours), Row("theirs", merge.theirs)]
            + (merge.outcome == .joined ? merge.result.map { [Row("now", $0)] } ?? [] : [])
        let vocabulary = merge.undecidedVocabulary.map { [Undecided($0)] } ?? []
        let disputes = Count("decisions", "disputes", "in dispute", merge.disputes.count)
        let isNews = merge.outcome != .nothingToDo
        self.init(
            of: name, Outcome(merge.outcome), isPreview: isPreview, rows: isNews ? revisions : [],
            counts: isNews ? merge.counts.listed + [disputes] : [],
            undecided: vocabulary + merge.undecided.map { Undecided($0) }, disputes: merge.disputes, naming: naming)
    }
}

extension MergePage.Outcome {
    fileprivate init(_ outcome: Merge.Outcome) {
        self =
            switch outcome {
            case .nothingToDo: .nothingToDo
            case .forwarded: .forwarded
            case .joined: .joined
            case .undecided: .undecided
            }
    }
}

extension Merge.Counts {
    fileprivate var listed: [MergePage.Count] {
        [
            .init("reports", "reportsOfTheirs", "from theirs", reportsOfTheirs),
            .init("reports", "reportsOfOurs", "from ours", reportsOfOurs),
            .init("reports", "reportsOfBoth", "from both", reportsOfBoth),
            .init("facts", "factsSame", "as before", factsSame),
            .init("facts", "factsOfOurs", "changed by ours only", factsOfOurs),
            .init("facts", "factsOfTheirs", "changed by theirs only", factsOfTheirs),
            .init("facts", "factsOfBoth", "changed by both", factsOfBoth),
            .init("decisions", "decisions", "from theirs", decisions),
        ]
    }
}

extension MergePage.Undecided {
    fileprivate init(_ report: UndecidedReport) {
        let reason =
            switch report.reason {
            case .texts: "each side has another text"
            case .readings: "the text is the same, and was read differently"
            case .descriptions: "text and claims are the same, and its description is not"
            case .withdrawn(.ours): "withdrawn by ours, changed by theirs"
            case .withdrawn(.theirs): "changed by ours, withdrawn by theirs"
            }
        self.init(
            report.name.description, reason: reason, ours: report.ours.map { [$0.sideLine] } ?? [],
            theirs: report.theirs.map { [$0.sideLine] } ?? [])
    }

    fileprivate init(_ vocabulary: UndecidedVocabulary) {
        switch vocabulary {
        case .lines(let line, let ours, let theirs):
            let place = line.map { " at line \($0)" } ?? ""
            self.init(
                Story.vocabularyName, reason: "both changed it\(place)", ours: ours.isEmpty ? ["(no line)"] : ours,
                theirs: theirs.isEmpty ? ["(no line)"] : theirs)
        case .unreadable(let error):
            let problem = error.problems.first.map { ": line \($0.line), \($0.reason)" } ?? ""
            self.init(
                Story.vocabularyName, reason: "what both make together is no vocabulary\(problem)",
                ours: ["as ours has it"], theirs: ["as theirs has it"])
        }
    }
}

extension ReportRecord {
    /// What tells one version of a report from another: date, extractor, digest.
    fileprivate var sideLine: String {
        let date = (updated ?? published).map { [$0.edtf] } ?? []
        let reader = extractor.map { ["read by \($0)"] } ?? []
        return (date + reader + ["text \(digest.description.prefix(8))"]).joined(separator: ", ")
    }
}
