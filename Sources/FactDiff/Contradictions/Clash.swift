import Facts

/// Two claims of different facts held against one another by what follows from one of them.
///
/// Each link between their predicates turns one claim into what follows from it under the other's predicate, and the two are
/// then compared as two claims of one fact are, with the same care for time, certainty, voice and source.
struct Clash {
    let provenance: Provenance
    let links: PredicateLinks

    /// A label, why, and the link that led to it.
    struct Verdict: Hashable {
        let content: Content
        let trace: Trace
        let link: PredicateLinks.Link
    }

    /// Every verdict on two claims, successions among them; empty where nothing connects them.
    func verdicts(_ a: Claim, _ b: Claim) -> [Verdict] {
        guard let b = aligned(b, to: a) else { return [] }
        return links.links(between: a.predicate, b.predicate).flatMap { verdicts(a, b, $0) }
    }

    /// The second claim with its parties in the order of the first's; `nil` when they are about different subjects.
    private func aligned(_ b: Claim, to a: Claim) -> Claim? {
        if a.subject.identity == b.subject.identity { return b }
        guard links.isTurning(a.predicate, b.predicate), let turned = b.exchanged,
            turned.subject.identity == a.subject.identity, a.object?.identity == turned.object?.identity
        else { return nil }
        return turned
    }

    private func verdicts(_ a: Claim, _ b: Claim, _ link: PredicateLinks.Link) -> [Verdict] {
        switch link {
        case .negation: negation(a, b)
        case .subsumption: subsumption(a, b)
        case .antonym: exclusion(a, b, link)
        case .exclusion: exclusion(a, b, link)
        case .initiation, .termination: beginningOrEnd(a, b, link)
        }
    }

    // MARK: one denies, one affirms

    private func negation(_ a: Claim, _ b: Claim) -> [Verdict] {
        guard a.polarity != b.polarity else { return [] }
        let (affirmed, denied) = a.polarity == .affirmed ? (a, b) : (b, a)
        guard links.isPredicate(affirmed.predicate, within: denied.predicate) else { return [] }
        return judged(affirmed.under(denied.predicate), denied, .negation)
    }

    // MARK: both affirm

    /// Both say something of a wider predicate that has one value only, for the same key.
    private func subsumption(_ a: Claim, _ b: Claim) -> [Verdict] {
        guard a.polarity == .affirmed, b.polarity == .affirmed else { return [] }
        let wider = links.common(a.predicate, b.predicate).map(provenance.vocabulary.predicate(id:))
        return wider.filter { $0.isSingleValued && a.hasKey(of: b, under: $0) }.flatMap {
            judged(a.under($0.id), b.under($0.id), .subsumption)
        }
    }

    /// What is affirmed under one predicate is denied under the other.
    private func exclusion(_ a: Claim, _ b: Claim, _ link: PredicateLinks.Link) -> [Verdict] {
        guard a.polarity == .affirmed, b.polarity == .affirmed else { return [] }
        let kinds = [a, b].map { provenance.vocabulary.predicate(id: $0.predicate).kind }
        guard kinds[0] == kinds[1] else { return [] }
        let all = [(a, b), (b, a)].flatMap {
            judged($0, $1.denied(under: $0.predicate, byAny: link == .exclusion), link)
        }
        guard kinds[0] == .event else { return all }
        // Opposite things may both happen, and on one day too; that two sources tell them of one day is worth a look.
        guard let x = a.time, let y = b.time, x.isWithinOneDay, x.relation(to: y) == .same else { return [] }
        return all.filter { $0.trace.overlap == .always }.map(\.leftOpen)
    }

    /// An event after which a state holds, or no longer does, and a state that is said to be otherwise then.
    private func beginningOrEnd(_ a: Claim, _ b: Claim, _ link: PredicateLinks.Link) -> [Verdict] {
        let isEvent = provenance.vocabulary.predicate(id: a.predicate).kind == .event
        let (event, state) = isEvent ? (a, b) : (b, a)
        let expected: Polarity = link == .initiation ? .denied : .affirmed
        guard event.polarity == .affirmed, event.modality.isEmpty, state.polarity == expected,
            let time = event.time, let period = state.time, let over = time.over, period.mustHaveBegun(by: time)
        else { return [] }
        let vocabulary = provenance.vocabulary
        let outcome = event.outcome(
            vocabulary.predicate(id: state.predicate), link == .initiation ? .affirmed : .denied, at: over)
        if period.mustHold(at: over) {
            let predicate = vocabulary.predicate(id: event.predicate)
            return judged(state, outcome, link).map { event.fills($0.trace, predicate) ? $0 : $0.leftOpen }
        }
        // "Since 2005" reaches as far as its report, which may or may not have heard of the event.
        guard period.isOpenEnded, isPublished(state, after: time) else { return [] }
        return judged(state.timeless, outcome.timeless, link).map(\.leftOpen)
    }

    private func isPublished(_ claim: Claim, after time: Time) -> Bool {
        provenance.reports[claim.report]?.published.map(time.isBefore) ?? false
    }

    // MARK: judging

    /// The comparison; nothing where the two say unrelated things.
    private func judged(_ a: Claim, _ b: Claim, _ link: PredicateLinks.Link) -> [Verdict] {
        let reports = (provenance.reports[a.report], provenance.reports[b.report])
        let found = ClaimComparison(
            a, b, standing: .beside, reports: reports, vocabulary: provenance.vocabulary)
        guard found.trace.rule != .valuesNotComparable else { return [] }
        return [Verdict(content: found.content, trace: found.trace, link: link)]
    }
}

extension Clash.Verdict {
    /// The same as an open question, where it is one at all.
    fileprivate var leftOpen: Self {
        guard Contradiction.unresolved.contains(content) else { return self }
        let trace = Trace(rule: .timeNotKnownToBeTheSame, compared: trace.compared, overlap: trace.overlap)
        return Self(content: .undetermined, trace: trace, link: link)
    }
}
