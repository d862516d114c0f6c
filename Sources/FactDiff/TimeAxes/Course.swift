/// Whether a change tells of the world or of the record, judged on two time axes.
///
/// Valid time, when something holds in the world, is held against transaction time, when it was stated or recorded (C. S.
/// Jensen and R. T. Snodgrass, "Temporal Specialization", 1992). That the world moved on is an update of beliefs, that the
/// record was put right a revision of them (H. Katsuno and A. O. Mendelzon, 1991).
package struct Course: Hashable, Sendable {
    /// What the change tells of.
    package enum Occasion: String, Hashable, Sendable, CaseIterable {
        /// The world moved on, or is about to.
        case world
        /// The world is as it was; what was recorded of it was wrong, or not well put.
        case correction
        /// The world is as it was, and nothing recorded was wrong; more of it is known.
        case completion
        /// Nothing tells.
        case open
    }

    /// When what changed begins to hold, against the day on which it was stated.
    package enum Timing: String, Hashable, Sendable, CaseIterable {
        /// Earlier than the day before.
        case retroactive
        /// On that day or the day before, or at a time that includes them.
        case concurrent
        /// Later than that day.
        case proactive
        /// Earlier for what went and later for what came, or the reverse.
        case spanning
        /// One of the two is not known.
        case undated
    }

    /// What the change tells of.
    package let occasion: Occasion
    /// When it begins to hold, against when it was stated.
    package let timing: Timing
    /// The rule that decided the occasion.
    package let rule: CourseRule

    /// The course of a change that nobody has judged.
    static let unjudged = Course(occasion: .open, timing: .undated, rule: .undecided)
}

/// The rule that decided the occasion of a change.
///
/// The raw values are part of `changes/1`.
package enum CourseRule: String, Hashable, Sendable, CaseIterable {
    // One thing was said in the place of another.
    case oneAfterTheOther = "one-after-the-other"
    case openEndClosed = "open-end-closed"
    case anEarlierWorld = "an-earlier-world"
    case otherwiseOfTheSameTime = "otherwise-of-the-same-time"
    case otherForm = "other-form"
    case otherBounds = "other-bounds"
    case moreExact = "more-exact"
    case saidAgain = "said-again"
    case readOtherwise = "read-otherwise"

    // Something came.
    case beganAboutThen = "began-about-then"
    case toldLate = "told-late"
    case holdsAlways = "holds-always"
    case enteredInARegister = "entered-in-a-register"

    // Something went.
    case calledOff = "called-off"
    case takenBack = "taken-back"
    case cannotEnd = "cannot-end"
    case struckOffARegister = "struck-off-a-register"
    case reportWithdrawn = "report-withdrawn"

    /// The other changes of the same edition put things right.
    case amongCorrections = "among-corrections"

    // Left open.
    case undated
    case undecided
}
