package import Facts

/// Two claims held against one another: the content axis as a decision table.
///
/// Symmetric up to mirrors: comparing the other way round gives the mirrored relations and the mirrored label. It depends on
/// the two claims, the vocabulary and the reports they stand in, on nothing else.
package struct ClaimComparison: Hashable, Sendable {
    /// How two claims stand beside one another.
    package enum Standing: Hashable, Sendable {
        /// One report says the second in the place of the first.
        case replaced
        /// Each is said for itself, be it by one report or by two.
        case beside
    }

    /// The label.
    package let content: Content
    /// Why.
    package let trace: Trace
    /// What happened to how it is said.
    package let stance: Stance
    /// The parts that differ, those that differ in form only when no other does; quotations apart.
    let fields: [String]

    /// Compares a claim with what came after it.
    package init(
        _ before: Claim, _ after: Claim, standing: Standing, reports: (before: ReportRecord?, after: ReportRecord?),
        vocabulary: Vocabulary
    ) {
        let rules = ContentRules(
            before: before, after: after, standing: standing, reports: reports, vocabulary: vocabulary)
        let verdict = rules.verdict
        content = verdict.content
        trace = Trace(rule: verdict.rule, compared: rules.fields.differing, overlap: rules.overlap)
        let hasSameVoice = before.hasVoice(of: after, vocabulary)
        stance = Stance(from: before, to: after, hasSameVoice: hasSameVoice)
        var fields = trace.changedFields
        if before.certainty != after.certainty { fields.append("certainty") }
        if before.modality != after.modality { fields.append("modality") }
        if !hasSameVoice { fields.append("attribution") }
        if before.ext != after.ext {
            let members = Set(before.ext.keys).union(after.ext.keys).filter { before.ext[$0] != after.ext[$0] }
            fields += members.sorted().map { "ext.\($0)" }
        }
        self.fields = fields
    }

    private init(_ other: ClaimComparison, content: Content, trace: Trace, fields: [String]) {
        self.content = content
        self.trace = trace
        self.fields = fields
        stance = other.stance
    }

    /// The same parts compared, but what happened to the fact decides.
    func relabelled(_ content: Content, rule: Rule) -> ClaimComparison {
        let trace = Trace(rule: rule, compared: trace.compared, overlap: trace.overlap)
        return ClaimComparison(self, content: content, trace: trace, fields: fields)
    }

    /// The same comparison of a claim whose predicate is another only because all of that predicate is.
    func renamed(from before: Claim, to after: Claim) -> ClaimComparison {
        let name = Trace.Field(
            name: "predicate", before: before.predicateText, after: after.predicateText, relation: .same,
            equality: .form)
        let isAllThatChanged = content == .unchanged || content == .reworded
        let trace = Trace(
            rule: isAllThatChanged ? .predicateRenamed : trace.rule, compared: [name] + trace.compared,
            overlap: trace.overlap)
        return ClaimComparison(
            self, content: isAllThatChanged ? .reworded : content, trace: trace, fields: ["predicate"] + fields)
    }
}
