/// A claim that the vocabulary has read: typed values, its place among the facts, and anchored evidence.
package struct Claim: Sendable, Identifiable {
    // A value that is shared, against the rule that types are structs: it has more than a dozen references, and whoever compares
    // facts sorts, groups and pairs claims by the thousand.
    private let shared: Shared

    private final class Shared: Sendable {
        let contents: Contents

        init(_ contents: Contents) { self.contents = contents }
    }

    /// A claim of these parts.
    init(
        id: ClaimID, fact: FactID, report: ReportName, subject: Value, predicate: String, predicateText: String,
        isInverted: Bool, object: Value?, arguments: [String: Value], time: Time?, polarity: Polarity,
        certainty: Certainty, modality: [Modality], attribution: [String], evidence: [Evidence], key: String?,
        ext: [String: JSONValue]
    ) {
        shared = Shared(
            Contents(
                id: id, fact: fact, report: report, subject: subject, predicate: predicate,
                predicateText: predicateText, isInverted: isInverted, object: object, arguments: arguments, time: time,
                polarity: polarity, certainty: certainty, modality: modality, attribution: attribution,
                evidence: evidence, key: key, ext: ext))
    }
}

/// What a claim consists of.
private struct Contents: Equatable, Sendable {
    let id: ClaimID
    let fact: FactID
    let report: ReportName
    let subject: Value
    let predicate: String
    let predicateText: String
    let isInverted: Bool
    let object: Value?
    let arguments: [String: Value]
    let time: Time?
    let polarity: Polarity
    let certainty: Certainty
    let modality: [Modality]
    let attribution: [String]
    let evidence: [Evidence]
    let key: String?
    let ext: [String: JSONValue]
}

extension Claim {
    /// Digest of what is stated.
    package var id: ClaimID { shared.contents.id }
    /// The fact it is about.
    package var fact: FactID { shared.contents.fact }
    /// The report that says so.
    package var report: ReportName { shared.contents.report }
    /// Who or what it is about, after an inverse or symmetric predicate was turned round.
    package var subject: Value { shared.contents.subject }
    /// The predicate of the vocabulary, or the normal form of the words when it knows none.
    package var predicate: String { shared.contents.predicate }
    /// The extractor's words for the predicate.
    package var predicateText: String { shared.contents.predicateText }
    /// Whether subject and object stand the other way round in the extractor's words.
    package var isInverted: Bool { shared.contents.isInverted }
    /// The other party or the value; `nil` when there is none.
    package var object: Value? { shared.contents.object }
    /// Further roles by name.
    package var arguments: [String: Value] { shared.contents.arguments }
    /// When it holds in the world.
    package var time: Time? { shared.contents.time }
    /// Whether it is said to be so.
    package var polarity: Polarity { shared.contents.polarity }
    /// How sure the report is.
    package var certainty: Certainty { shared.contents.certainty }
    /// In what way it is said, in the order of the closed list.
    package var modality: [Modality] { shared.contents.modality }
    /// Who says it inside the report, outermost last; empty in the reporter's own voice.
    package var attribution: [String] { shared.contents.attribution }
    /// The quotations it rests on; empty when the claim is unquoted.
    package var evidence: [Evidence] { shared.contents.evidence }
    /// The claim's id in its own source.
    package var key: String? { shared.contents.key }
    /// Members that `claims/1` does not know.
    package var ext: [String: JSONValue] { shared.contents.ext }
}

extension Claim: Hashable {
    package static func == (a: Claim, b: Claim) -> Bool {
        a.shared === b.shared || a.shared.contents == b.shared.contents
    }

    /// By id and fact: claims that differ in nothing of that are told apart by ``==(_:_:)``.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(fact)
    }
}

extension Claim {
    /// Whether the reporter says so without naming anybody.
    package var isOwnVoice: Bool { attribution.isEmpty }

    /// Whether the claim came without quotations, as from a table.
    package var isUnquoted: Bool { evidence.isEmpty }

    /// Whether it has quotations and none of them stands in the report.
    package var isOrphaned: Bool { !evidence.isEmpty && evidence.allSatisfy { $0.anchor == .orphaned } }

    /// The value of a role: `object` or the name of an argument.
    package func value(of role: String) -> Value? { role == "object" ? object : arguments[role] }

    /// What the extractor stated, from which any vocabulary can read the claim anew.
    package var stated: StatedClaim {
        let (first, second) = isInverted ? (object ?? subject, object.map { _ in subject }) : (subject, object)
        var claim = StatedClaim(report: report, subject: first.stated, predicate: predicateText)
        claim.object = second?.stated
        claim.arguments = arguments.mapValues(\.stated)
        claim.time = time
        claim.polarity = polarity
        claim.certainty = certainty
        claim.modality = modality
        claim.attribution = attribution
        claim.evidence = evidence.map { .init(quote: $0.quote, start: $0.range?.start, end: $0.range?.end) }
        claim.key = key
        claim.ext = ext
        return claim
    }

    /// The same claim with other evidence: its report's text has changed around the quotations.
    package func with(evidence: [Evidence]) -> Claim {
        Claim(
            id: id, fact: fact, report: report, subject: subject, predicate: predicate, predicateText: predicateText,
            isInverted: isInverted, object: object, arguments: arguments, time: time, polarity: polarity,
            certainty: certainty,
            modality: modality, attribution: attribution, evidence: evidence, key: key, ext: ext)
    }

    /// The same claim under another predicate, to be held against one that is stated so; id and fact stay.
    package func with(predicate: String, text: String) -> Claim {
        Claim(
            id: id, fact: fact, report: report, subject: subject, predicate: predicate, predicateText: text,
            isInverted: isInverted, object: object, arguments: arguments, time: time, polarity: polarity,
            certainty: certainty, modality: modality, attribution: attribution, evidence: evidence, key: key, ext: ext)
    }
}

extension Value {
    /// The value as an extractor would state it.
    fileprivate var stated: StatedClaim.StatedValue {
        statedType.map { .init(text, type: $0, unit: statedUnit) } ?? .plain(text)
    }
}

/// A fact at one revision: what its claims are about, and the claims in the order of their ids.
package struct Fact: Hashable, Sendable, Identifiable {
    /// What tells it apart.
    package let id: FactID
    /// At least one claim, sorted by id, then by where the quotations start.
    package let claims: [Claim]
    /// Hash of the claims' ids and of where their quotations stand.
    ///
    /// Facts that one vocabulary has read and whose fingerprints are equal are equal, up to one chance in 2⁶². Another in every
    /// process, so that nobody can make two facts look alike.
    @usableFromInline package let fingerprint: Int

    /// A fact and its claims, which the caller keeps to those of this fact; `nil` when there are none.
    package init?(id: FactID, claims: [Claim]) {
        guard !claims.isEmpty else { return nil }
        self.id = id
        self.claims = claims.count == 1 ? claims : claims.sorted(by: Claim.precedes)
        fingerprint = Self.fingerprint(of: self.claims)
    }

    /// Whether one of its claims says that it is not so.
    @inlinable package var denies: Bool { fingerprint & 1 != 0 }

    /// Whether it has more than one claim.
    @inlinable package var hasSeveralClaims: Bool { fingerprint & 2 != 0 }

    // What is asked of all facts stands in the last two bits, for their claims are scattered over memory.
    private static func fingerprint(of claims: [Claim]) -> Int {
        var hasher = Hasher()
        for claim in claims {
            hasher.combine(claim.id)
            hasher.combine(claim.evidence)
        }
        let denies = claims.contains { $0.polarity == .denied }
        return hasher.finalize() & ~3 | (denies ? 1 : 0) | (claims.count > 1 ? 2 : 0)
    }
}

extension Claim {
    /// The stored order: by fact, then claim id, then where the quotations start, then how they were found.
    package static func precedes(_ a: Claim, _ b: Claim) -> Bool {
        if a.fact != b.fact { return a.fact < b.fact }
        if a.id != b.id { return a.id < b.id }
        if a.starts != b.starts { return a.starts.lexicographicallyPrecedes(b.starts) }
        return a.line.lexicographicallyPrecedes(b.line)
    }

    private var starts: [Int] { evidence.map { $0.range?.start ?? -1 } }
}
