import FactDiff

extension Rule {
    /// What it means to people, as a phrase that follows "because".
    var phrase: String {
        switch self {
        // Compatible values.
        case .same: "both say the same"
        case .sameClaim: "it is one claim, which the vocabulary now reads otherwise"
        case .sameMeaning: "both mean the same in other words"
        case .narrower: "what is said now allows less than what was said"
        case .wider: "what is said now allows more than what was said"
        case .narrowerAndWider: "narrower in one part, wider in another"
        case .sameValueAtAnotherTime: "the same value holds at another time"
        // Values that stand beside one another.
        case .anotherValue: "there may be several values at once"
        case .otherItems: "the same list names more, or less"
        case .anotherOccurrence: "it may happen more than once"
        case .denialOfAnotherValue: "what is denied is not what is affirmed"
        case .denialOfAnotherOccurrence: "what is denied is another occurrence"
        case .oneReportSaysBoth: "one report says both"
        // One after the other.
        case .laterTime: "the time stated now is later"
        case .earlierTime: "the time stated now is earlier"
        case .laterStart: "what is said now began later"
        case .earlierStart: "what is said now began earlier"
        case .counterMovedOn: "a count that only goes one way has moved on"
        case .counterBefore: "a count that only goes one way stood there before"
        case .theQuoteSaysSo: "the quoted words say that one took the place of the other"
        case .stillToCome: "both tell of a time that was still to come"
        case .expectedDateGaveWay: "a date that was still to come gave way to one close to the report's own"
        // At one time.
        case .sameReport: "one report, same time: it says something else now"
        case .sameSource: "same time, same source: it says something else now"
        case .bothHadBegun: "one report; both had begun long before it first said so"
        case .theNoticeSaysSo: "the report's notice says that it was corrected"
        case .aClaimantOnOneSide: "only one can hold, and at least one side is somebody's word"
        case .sameTimeOtherSource: "only one can hold; another source, both in their own voice"
        // Left open.
        case .valuesNotComparable: "nothing tells whether both values can hold"
        case .timeNotKnownToBeTheSame: "the times may differ"
        case .notBothCertain: "one side is not certain"
        case .notDeclaredSingleValued: "the vocabulary does not say that there is one value only"
        // Decided by what became of the fact.
        case .factNotThereBefore: "nothing was said of it before"
        case .factNotThereAfter: "nothing is said of it any more"
        case .oneFactBecameSeveral: "one fact became several"
        case .severalFactsBecameOne: "several facts became one"
        case .predicateRenamed: "the predicate goes by another name, over many facts; the value is the same"
        }
    }
}
