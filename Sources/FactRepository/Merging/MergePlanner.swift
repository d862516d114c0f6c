import Facts
import Git

/// Works out the revision that two others make.
///
/// What is merged is what came in from outside: reports with their claims, one by one; the vocabulary, line by line; and decisions,
/// of which all are kept. Facts follow from these by the code that follows them in a recording, so it makes no difference to the
/// tree which of the two is called ours, or whether the same was recorded in one line.
///
/// A report is one thing, for a reading is of a text: nothing is guessed where one side changed the text and the other read it anew.
struct MergePlanner {
    let ours: Snapshot
    let theirs: Snapshot
    /// Where the two lines part, at least one.
    let bases: [Snapshot]
    let choices: MergeChoices
    private let changes: (ours: SideChanges, theirs: SideChanges)

    init(ours: Snapshot, theirs: Snapshot, bases: [Snapshot], choices: MergeChoices) throws(RepositoryError) {
        (self.ours, self.theirs, self.bases, self.choices) = (ours, theirs, bases, choices)
        changes = (try SideChanges(of: ours, since: bases), try SideChanges(of: theirs, since: bases))
    }

    /// What a merge does, before it is known whether it can be done.
    struct Findings {
        /// The side that each report is taken from, of those that anybody changed.
        var sides: [ReportName: MergeSide] = [:]
        var undecided: [UndecidedReport] = []
        let vocabulary: VocabularyMerge
        let decisions: Decisions
        var counts = Merge.Counts()
    }

    /// The decisions of both sides.
    struct Decisions {
        let ours: Set<Decision>
        let theirs: Set<Decision>

        /// All of them; which side they come from makes no difference.
        var all: [Decision] { ours.union(theirs).sorted() }
        /// Those that our side lacks.
        var new: [Decision] { theirs.subtracting(ours).sorted() }
    }

    /// What is to be merged, and what a person must choose.
    func findings() throws(RepositoryError) -> Findings {
        let texts = try bases.map { (base) throws(RepositoryError) in try base.vocabularyText() }
        let vocabulary = try VocabularyMerge(
            bases: texts, ours: ours.vocabularyText(), theirs: theirs.vocabularyText(),
            choice: choices.sideOfVocabulary)
        let decisions = Decisions(ours: Set(try ours.decisions()), theirs: Set(try theirs.decisions()))
        var findings = Findings(vocabulary: vocabulary, decisions: decisions)
        for name in changes.ours.reports.union(changes.theirs.reports).sorted() {
            try find(name, &findings)
        }
        try checkChoices()
        countReports(&findings)
        findings.counts.decisions = decisions.new.count
        try countFacts(&findings.counts)
        return findings
    }

    // MARK: reports

    private func find(_ name: ReportName, _ findings: inout Findings) throws(RepositoryError) {
        // Most reports were changed by one side alone, and need not be read to know which.
        guard changes.ours.reports.contains(name) else { return findings.sides[name] = .theirs }
        guard changes.theirs.reports.contains(name) else { return findings.sides[name] = .ours }
        let (own, other) = (try ReportState(of: name, in: ours), try ReportState(of: name, in: theirs))
        let former = try bases.map { (base) throws(RepositoryError) in try ReportState(of: name, in: base) }
        if let side = MergeSide.goingOn(from: former, ours: own, theirs: other) ?? choices.side(of: name) {
            findings.sides[name] = side
        } else {
            findings.undecided.append(UndecidedReport(name, ours: own, theirs: other))
        }
    }

    private func countReports(_ findings: inout Findings) {
        let (own, other) = (changes.ours.recorded, changes.theirs.recorded)
        for name in own.union(other) {
            switch (own.contains(name), other.contains(name), findings.sides[name]) {
            case (_, _, nil): break
            case (true, false, _): findings.counts.reportsOfOurs += 1
            case (false, true, _): findings.counts.reportsOfTheirs += 1
            case (_, _, .theirs): findings.counts.reportsOfTheirs += 1
            case (_, _, .ours): findings.counts.reportsOfBoth += 1
            }
        }
    }

    /// A choice about a report that not both sides changed is a slip.
    private func checkChoices() throws(RepositoryError) {
        let changed = changes.ours.reports.intersection(changes.theirs.reports)
        guard let wrong = choices.reports.keys.sorted().first(where: { !changed.contains($0) }) else { return }
        throw RepositoryError(.notUndecided, wrong.description)
    }

    private func countFacts(_ counts: inout Merge.Counts) throws(RepositoryError) {
        let (own, other) = (changes.ours.facts, changes.theirs.facts)
        counts.factsOfBoth = own.intersection(other).count
        counts.factsOfOurs = own.count - counts.factsOfBoth
        counts.factsOfTheirs = other.count - counts.factsOfBoth
        let former = try bases[0].facts().map(\.id)
        counts.factsSame = former.count { !own.contains($0) && !other.contains($0) }
    }
}

// MARK: the revision

extension MergePlanner {
    /// How claims are understood from now on.
    func vocabulary(_ findings: Findings, text: String) throws(RepositoryError) -> Vocabulary {
        let onNames = findings.decisions.all.filter {
            Layout.decisions(on: $0.ruling.matter) == Layout.entityDecisions
        }
        return try StoredVocabulary(text: text).vocabulary.following(EntityRulings(onNames))
    }

    /// The revision that both make, when nothing is undecided; its message is for the caller to better.
    func plan(
        _ findings: Findings, text: String, _ vocabulary: Vocabulary
    ) throws(RepositoryError) -> RevisionPlan {
        let decisions = findings.decisions
        let isReread = try ours.vocabulary() != vocabulary
        var names = Set(findings.sides.keys).union(decisions.new.compactMap(\.ruling.report))
        if isReread { names.formUnion(try ours.reportNames()) }
        let rulings = Dictionary(grouping: decisions.all) { $0.ruling.report }
        var draft = RevisionDraft(ours.repository)
        for name in names.sorted() {
            let side = findings.sides[name] == .theirs ? theirs : ours
            try enter(name, from: side, vocabulary, rulings[name] ?? [], into: &draft)
        }
        var plan = draft.plan(.merge, decisions: decisions.new, message: "Merge \(theirs.id.hex.prefix(8))")
        if text != (try ours.vocabularyText()) { plan.vocabulary = text }
        plan.merged = theirs
        return plan
    }

    /// Puts into a draft what a side has of a report, as the merged vocabulary and decisions leave it.
    private func enter(
        _ name: ReportName, from side: Snapshot, _ vocabulary: Vocabulary, _ decisions: [Decision],
        into draft: inout RevisionDraft
    ) throws(RepositoryError) {
        let former = try ours.record(of: name)
        let old = former == nil ? [] : try ours.claims(of: name)
        guard let record = try side.record(of: name) else {
            if former != nil { try draft.withdraw(name, old) }
            return
        }
        let stated = try side.statedClaims(of: name).map(vocabulary.reread)
        let ruled =
            decisions.isEmpty
            ? (standing: stated, withheld: [])
            : ClaimRulings(decisions, vocabulary: vocabulary).followed(by: stated, of: try side.report(name))
        guard record == former else {
            let text = try side.text(of: name) ?? []
            return try draft.enter(
                ReportEntry(
                    former: former, record: record, text: text, isFiledOtherwise: true,
                    edits: EditSpool.Batch(ClaimEdit.edits(from: old, to: ruled.standing)),
                    facts: Set(ruled.standing.map(\.fact)),
                    withheld: ruled.withheld, newExtractor: record.extractor))
        }
        let withheld = try ours.withheldClaims(of: name)
        if Set(ruled.standing) != Set(old) || Set(ruled.withheld) != Set(withheld) {
            try draft.replace(name, old, ruled.standing, withheld: ruled.withheld, record: nil, text: nil)
        }
    }
}
