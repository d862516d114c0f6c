import Facts

/// What the dates and notices of two editions of one report tell.
extension ContentRules {
    /// What was still to come when the later edition was stated: no record of the past was wrong, the plan is another.
    ///
    /// What came in its place was to come as well when the earlier edition was stated; it may have come about since.
    /// Also a date as a value that was still to come when it was stated, and gave way to one close to the new statement, as
    /// when a term of office ends early. A date far off that gives way to another far off may well have been wrong.
    var foreseen: Verdict? {
        guard standing == .replaced, fields.predicate.kind != .attribute || after.object?.time != nil,
            let a = reports.before?.stated, let b = reports.after?.stated
        else { return nil }
        if a.isBefore(b) { return Self.foresight(before, a, after, b).map { (.updated, $0) } }
        if b.isBefore(a) { return Self.foresight(after, b, before, a).map { (.backfilled, $0) } }
        return nil
    }

    private static func foresight(_ old: Claim, _ oldDay: Time, _ new: Claim, _ newDay: Time) -> Rule? {
        if let expected = old.object?.time, let date = new.object?.time {
            return oldDay.isBefore(expected) && newDay.isNear(date) ? .expectedDateGaveWay : nil
        }
        guard let old = old.time, let new = new.time else { return nil }
        return newDay.isBefore(old) && oldDay.isBefore(new) ? .stillToCome : nil
    }

    /// Both are said to have begun, and not to have ended, long before the earlier edition was stated: it was wrong by then.
    var hadBegun: Verdict? {
        guard standing == .replaced, let a = reports.before?.stated, let b = reports.after?.stated,
            let earlier = a.isBefore(b) ? a : b.isBefore(a) ? b : nil
        else { return nil }
        let hadBegun = [before, after].allSatisfy { claim in
            claim.time?.end.latest == nil
                && claim.time?.start.latest.map { !earlier.isNear(orBefore: $0) } ?? false
        }
        return hadBegun ? (.corrected, .bothHadBegun) : nil
    }

    /// The publisher's own word, new with one of the two editions, that the other was wrong.
    var noticed: Verdict? {
        guard standing == .replaced, reports.before?.notice != reports.after?.notice else { return nil }
        let notices = [reports.before?.notice, reports.after?.notice]
        return notices.contains { $0?.tellsOfCorrection ?? false } ? (.corrected, .theNoticeSaysSo) : nil
    }
}

extension String {
    /// Whether a notice says that something was wrong, in the words that editors use for it.
    fileprivate var tellsOfCorrection: Bool {
        let words = Set(foldedForm.split { !$0.isLetter }.map(String.init))
        let marks: Set = [
            "correct", "corrected", "correction", "corrections", "corrects", "erroneously", "error", "incorrect",
            "incorrectly", "misidentified", "misspelled", "misspelt", "misstated", "mistake", "wrong", "wrongly",
        ]
        return !words.isDisjoint(with: marks)
    }
}

extension Value {
    fileprivate var time: Time? {
        if case .time(let time) = content { time } else { nil }
    }
}
