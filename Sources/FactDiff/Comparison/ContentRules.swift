import Facts

/// The decision table of the content axis, over what was found out about two claims.
struct ContentRules {
    let before: Claim
    let after: Claim
    let standing: ClaimComparison.Standing
    let reports: (before: ReportRecord?, after: ReportRecord?)
    let vocabulary: Vocabulary
    let fields: FieldComparison
    let overlap: TimeOverlap

    init(
        before: Claim, after: Claim, standing: ClaimComparison.Standing,
        reports: (before: ReportRecord?, after: ReportRecord?), vocabulary: Vocabulary
    ) {
        (self.before, self.after, self.standing) = (before, after, standing)
        (self.reports, self.vocabulary) = (reports, vocabulary)
        fields = FieldComparison(before, after, standing: standing, vocabulary: vocabulary)
        overlap = TimeOverlap(before.holdingTime, after.holdingTime)
    }

    typealias Verdict = (content: Content, rule: Rule)

    private var predicate: Predicate { fields.predicate }

    var verdict: Verdict {
        if before.id == after.id { return fields.differing.isEmpty ? (.unchanged, .same) : (.reworded, .sameClaim) }
        if before.polarity != after.polarity { return oppositePolarity }
        if standing == .replaced, before.isNamedInPart(by: after) { return (.reworded, .sameMeaning) }
        switch fields.values {
        case .disjoint: return excludes ? incompatible : (.complementary, .anotherValue)
        case .incomparable:
            if isOfCells, let told = nextPeriod ?? editedList { return told }
            return excludes ? (.undetermined, .valuesNotComparable) : (.complementary, .anotherValue)
        case .same, .narrower, .wider, .overlapping: return compatibleValues
        }
    }

    /// Whether two values of one polarity exclude one another: the vocabulary says so of what is affirmed, or one report put
    /// the second in the place of the first.
    private var excludes: Bool {
        standing == .replaced || (predicate.isSingleValued && after.polarity == .affirmed)
    }

    /// Whether what it says belongs to a time: a state, and a counter that goes on counting.
    private var changesInTime: Bool { predicate.kind == .state || predicate.monotone != nil }

    private var compatibleValues: Verdict {
        if changesInTime, let succession = succession ?? nextPeriod {
            return fields.values == .same ? (.recurred, .sameValueAtAnotherTime) : succession
        }
        if fields.time == .disjoint, predicate.kind != .attribute {
            return excludes ? incompatible : (.complementary, .anotherOccurrence)
        }
        switch Relation.combined([fields.values, fields.time == .disjoint ? .overlapping : fields.time]) {
        case .same: return fields.differing.isEmpty ? (.unchanged, .same) : (.reworded, .sameMeaning)
        case .narrower: return (.refined, .narrower)
        case .wider: return (.generalised, .wider)
        default: return (.restated, .narrowerAndWider)
        }
    }

    private var oppositePolarity: Verdict {
        if fields.values == .incomparable { return (.undetermined, .valuesNotComparable) }
        guard isAffirmedAmongDenied else { return (.complementary, .denialOfAnotherValue) }
        if predicate.kind == .event, fields.time == .disjoint {
            return (.complementary, .denialOfAnotherOccurrence)
        }
        return incompatible
    }

    /// Whether all that one side affirms the other denies: who is not in Doha may well be in Qatar, but not the reverse.
    private var isAffirmedAmongDenied: Bool {
        fields.values == .same || fields.values == (after.polarity == .affirmed ? .narrower : .wider)
    }

    private var incompatible: Verdict {
        if changesInTime, let moved = succession ?? laterStart.map({ hadBegun ?? $0 }) { return moved }
        if let counted { return counted }
        if let foreseen { return foreseen }
        if predicate.kind == .state, !isSameTime, let announced = noticed ?? announced { return announced }
        guard isSameTime else { return (.undetermined, .timeNotKnownToBeTheSame) }
        return atOneTime
    }

    private var atOneTime: Verdict {
        if standing == .replaced { return (.corrected, .sameReport) }
        if isSameSource {
            return isSameReport
                ? (.undetermined, .oneReportSaysBoth) : (.corrected, .sameSource)
        }
        guard isCertain else { return (.undetermined, .notBothCertain) }
        guard before.isOwnVoice, after.isOwnVoice else { return (.disputed, .aClaimantOnOneSide) }
        guard predicate.isSingleValued else { return (.undetermined, .notDeclaredSingleValued) }
        return (.contradicted, .sameTimeOtherSource)
    }

    /// The times cannot overlap: what is later has taken the place of what is earlier.
    private var succession: Verdict? {
        switch overlap {
        case .neverEarlier: (.updated, .laterTime)
        case .neverLater: (.backfilled, .earlierTime)
        case .always, .maybe, .unknown: nil
        }
    }

    /// What begins later takes the place of what began before, unless the two are known to hold together.
    private var laterStart: Verdict? {
        guard overlap != .always, let a = before.holdingTime, let b = after.holdingTime else { return nil }
        if b.startsAfterStart(of: a) { return (.updated, .laterStart) }
        if a.startsAfterStart(of: b) { return (.backfilled, .earlierStart) }
        return nil
    }

    /// Whether a table says the second in the place of the first.
    private var isOfCells: Bool { standing.isOfCells(before, after) }

    /// A cell of a table that names another period: 2011/12 and 2012 are two, though they may meet.
    private var nextPeriod: Verdict? {
        isOfCells && before.object?.period != nil && after.object?.period != nil ? succession ?? laterStart : nil
    }

    /// A cell that holds a list, from which things were struck or to which others were added, or in which one took another's place.
    private var editedList: Verdict? {
        guard let old = before.object, let new = after.object else { return nil }
        switch new.listEdit(from: old) {
        case .lengthened, .shortened: return (.complementary, .otherItems)
        case .exchanged: return incompatible
        case nil: return nil
        }
    }

    /// A counter that can only go one way tells which side is later.
    private var counted: Verdict? {
        guard let direction = predicate.monotone, overlap != .always, before.polarity == after.polarity,
            let a = before.object?.quantity, let b = after.object?.quantity, let isHigher = b.isAbove(a)
        else { return nil }
        return isHigher == (direction == .rising) ? (.updated, .counterMovedOn) : (.backfilled, .counterBefore)
    }

    /// The words themselves say that something has taken the place of something else.
    private var announced: Verdict? {
        switch (before.saysSuccession, after.saysSuccession) {
        case (false, true): (.updated, .theQuoteSaysSo)
        case (true, false): (.backfilled, .theQuoteSaysSo)
        default: nil
        }
    }

    private var isSameTime: Bool {
        if overlap == .always || predicate.kind == .attribute { return true }
        if predicate.kind == .event {
            return standing == .replaced || (predicate.isSingleValued && fields.time != .disjoint) || isDeniedThroughout
        }
        // Of a table the period that cannot be told from another is the same: "2020" and "July 2020".
        if isOfCells, before.object?.period != nil, after.object?.period != nil { return true }
        return isSameEdition && before.holdingTime == nil && after.holdingTime == nil
    }

    /// Whether one side says that it did not happen in a period in which the other says that it did.
    private var isDeniedThroughout: Bool {
        guard before.polarity != after.polarity, before.time != nil, after.time != nil else { return false }
        return fields.time == (after.polarity == .affirmed ? .narrower : .wider)
    }

    private var isCertain: Bool {
        [before, after].allSatisfy { $0.certainty == .certain && $0.modality.isEmpty }
    }
}

// MARK: sources

extension ContentRules {
    private var isSameReport: Bool { before.report == after.report }

    /// Whether it is one report, not dated anew: what it leaves unsaid about time has not changed.
    private var isSameEdition: Bool {
        isSameReport && reports.before?.published == reports.after?.published
            && reports.before?.updated == reports.after?.updated
    }

    /// Whether one publisher says both in the same way: in its own voice or by the same speakers, as fact or as plan.
    private var isSameSource: Bool {
        (isSameReport || isSamePublisher) && before.modality == after.modality
            && before.hasVoice(of: after, vocabulary)
    }

    private var isSamePublisher: Bool {
        guard let a = reports.before?.source, let b = reports.after?.source else { return false }
        return a == b || vocabulary.entity(named: a) == vocabulary.entity(named: b)
    }
}

extension Claim {
    fileprivate var saysSuccession: Bool {
        let phrases = [
            "no longer", "is now", "are now", "has become", "replaced", "succeeded", "took over", "stepped down",
            "took office", "sworn in", "resigned",
        ]
        return evidence.contains { item in
            let words = " " + item.quote.foldedForm + " "
            return phrases.contains { words.contains(" \($0) ") }
        }
    }
}
