import Facts

/// The decision table of a change's course, the earlier recording first whichever side is called before.
struct CourseRules {
    let content: Content
    let cause: Cause
    /// What was said; `nil` when something only came.
    let gone: Claim?
    /// What is said; `nil` when something only went.
    let come: Claim?
    /// When the later edition of the report was stated or recorded; `nil` when that is not known.
    let stated: Time?
    /// Whether the report stands on both sides.
    let isReportKept: Bool
    let vocabulary: Vocabulary

    typealias Verdict = (occasion: Course.Occasion, rule: CourseRule)

    var course: Course {
        let (occasion, rule) = verdict
        return Course(occasion: occasion, timing: timing, rule: rule)
    }

    private var timing: Course.Timing {
        guard let stated else { return .undated }
        let timings = [gone, come].compactMap { $0.map { Course.Timing(of: $0.holdingTime, stated: stated) } }
        let isSpanning = timings.contains(.retroactive) && timings.contains(.proactive)
        return isSpanning ? .spanning : timings.last ?? .undated
    }

    private var verdict: Verdict {
        switch cause {
        case .extractor, .vocabulary, .decision: return (.correction, .readOtherwise)
        case .report, .mixed: break
        }
        switch content {
        case .added, .removed, .complementary: return comingOrGoing
        case .updated, .recurred: return (.world, .oneAfterTheOther)
        case .backfilled: return (.completion, .anEarlierWorld)
        case .corrected: return (.correction, .otherwiseOfTheSameTime)
        case .unchanged, .reworded, .refined, .generalised, .restated: return agreement
        case .split, .merged: return (.correction, .readOtherwise)
        case .contradicted, .disputed, .undetermined: return undecided
        }
    }

    private var comingOrGoing: Verdict {
        switch (gone, come) {
        case (nil, let claim?): addition(of: claim)
        case (let claim?, nil): removal(of: claim)
        default: undecided
        }
    }

    /// When one report put a fact in the place of another, what became of the first tells.
    private var undecided: Verdict {
        guard let gone, let come, gone.fact != come.fact, gone.report == come.report else { return (.open, .undecided) }
        return removal(of: gone)
    }

    /// Both can hold; where a further claim only agrees, nothing was put right.
    private var agreement: Verdict {
        guard gone != nil, come != nil else { return (.completion, .saidAgain) }
        switch content {
        case .unchanged: return (.completion, .saidAgain)
        case .reworded: return (.correction, .otherForm)
        case .refined: return isEndClosed ? (.world, .openEndClosed) : (.completion, .moreExact)
        default: return (.correction, .otherBounds)
        }
    }

    /// An end that was open and has come about the time of the statement, or later.
    private var isEndClosed: Bool {
        guard let old = gone?.holdingTime, let end = come?.holdingTime?.end.latest, let stated else { return false }
        return old.end.latest == nil && stated.isNear(orBefore: end)
    }

    /// What began about the time of the statement is news, what began long before was only not told.
    private func addition(of claim: Claim) -> Verdict {
        if kind(of: claim) == .attribute { return (.completion, .holdsAlways) }
        if let begin = claim.holdingTime?.start, let stated {
            guard let latest = begin.latest, stated.isNear(orBefore: latest) else { return (.completion, .toldLate) }
            return (.world, .beganAboutThen)
        }
        return isStandingEntry(claim) ? (.world, .enteredInARegister) : (.open, .undated)
    }

    /// What ended is told by its end, so a dated claim that is not there any more is taken back.
    ///
    /// But for an event still to come, which is called off; and what has no date can end in no other way than by going.
    private func removal(of claim: Claim) -> Verdict {
        guard isReportKept else { return (.open, .reportWithdrawn) }
        if kind(of: claim) == .attribute { return (.correction, .cannotEnd) }
        if let time = claim.holdingTime, let stated {
            let isAhead = kind(of: claim) == .event && stated.isBefore(time)
            return isAhead ? (.world, .calledOff) : (.correction, .takenBack)
        }
        return isStandingEntry(claim) ? (.world, .struckOffARegister) : (.open, .undated)
    }

    /// An undated state in a structured source, which is kept up to date as a whole.
    private func isStandingEntry(_ claim: Claim) -> Bool {
        isReportKept && claim.isUnquoted && claim.holdingTime == nil && kind(of: claim) == .state
    }

    private func kind(of claim: Claim) -> Predicate.Kind { vocabulary.kind(ofPredicate: claim.predicate) }
}

extension Course.Timing {
    /// Holds a beginning against a statement.
    fileprivate init(of time: Time?, stated: Time) {
        guard let begin = time?.start, let first = stated.start.earliest, let last = stated.end.latest else {
            self = .undated
            return
        }
        if let earliest = begin.earliest, earliest >= last {
            self = .proactive
        } else if let latest = begin.latest, latest > first - 86400 {
            self = .concurrent
        } else {
            self = .retroactive
        }
    }
}
