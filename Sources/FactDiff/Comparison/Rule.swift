/// The rule that decided the content of a change.
///
/// The raw values are part of `changes/1`.
package enum Rule: String, Hashable, Sendable, CaseIterable {
    // Compatible values.
    case same
    case sameClaim = "same-claim"
    case sameMeaning = "same-meaning"
    case narrower
    case wider
    case narrowerAndWider = "narrower-and-wider"
    case sameValueAtAnotherTime = "same-value-at-another-time"

    // Values that stand beside one another.
    case anotherValue = "another-value"
    case otherItems = "other-items"
    case anotherOccurrence = "another-occurrence"
    case denialOfAnotherValue = "denial-of-another-value"
    case denialOfAnotherOccurrence = "denial-of-another-occurrence"
    case oneReportSaysBoth = "one-report-says-both"

    // One after the other.
    case laterTime = "later-time"
    case earlierTime = "earlier-time"
    case laterStart = "later-start"
    case earlierStart = "earlier-start"
    case counterMovedOn = "counter-moved-on"
    case counterBefore = "counter-before"
    case theQuoteSaysSo = "the-quote-says-so"
    case stillToCome = "still-to-come"
    case expectedDateGaveWay = "expected-date-gave-way"

    // At one time.
    case sameReport = "same-report"
    case sameSource = "same-source"
    case bothHadBegun = "both-had-begun"
    case theNoticeSaysSo = "the-notice-says-so"
    case aClaimantOnOneSide = "a-claimant-on-one-side"
    case sameTimeOtherSource = "same-time-other-source"

    // Left open.
    case valuesNotComparable = "values-not-comparable"
    case timeNotKnownToBeTheSame = "time-not-known-to-be-the-same"
    case notBothCertain = "not-both-certain"
    case notDeclaredSingleValued = "not-declared-single-valued"

    // Decided by what became of the fact.
    case factNotThereBefore = "fact-not-there-before"
    case factNotThereAfter = "fact-not-there-after"
    case oneFactBecameSeveral = "one-fact-became-several"
    case severalFactsBecameOne = "several-facts-became-one"
    case predicateRenamed = "predicate-renamed"
}
