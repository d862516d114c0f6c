/// A claim that the vocabulary has read: typed values, its place among the facts, and anchored evidence.
package struct Claim: Hashable, Sendable, Identifiable {
    /// Digest of what is stated.
    package let id: ClaimID
    /// The fact it is about.
    package let fact: FactID
    /// The report that says so.
    package let report: ReportName
    /// Who or what it is about, after an inverse or symmetric predicate was turned round.
    package let subject: Value
    /// The predicate of the vocabulary, or the normal form of the words when it knows none.
    package let predicate: String
    /// The extractor's words for the predicate.
    package let predicateText: String
    /// Whether subject and object stand the other way round in the extractor's words.
    package let isInverted: Bool
    /// The other party or the value; `nil` when there is none.
    package let object: Value?
    /// Further roles by name.
    package let arguments: [String: Value]
    /// When it holds in the world.
    package let time: Time?
    /// Whether it is said to be so.
    package let polarity: Polarity
    /// How sure the report is.
    package let certainty: Certainty
    /// In what way it is said, in the order of the closed list.
    package let modality: [Modality]
    /// Who says it inside the report, outermost last; empty in the reporter's own voice.
    package let attribution: [String]
    /// The quotations it rests on; empty when the claim is unquoted.
    package let evidence: [Evidence]
    /// The claim's id in its own source.
    package let key: String?
    /// Members that `claims/1` does not know.
    package let ext: [String: JSONValue]
}

extension Claim {
    /// By id and fact: claims that differ in nothing of that are told apart by ``==``.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(fact)
    }

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
    /// Facts that one vocabulary has read and whose fingerprints are equal are equal, up to one chance in 2⁶⁴. Another in every
    /// process, so that nobody can make two facts look alike.
    package let fingerprint: Int

    /// A fact and its claims, which the caller keeps to those of this fact; `nil` when there are none.
    package init?(id: FactID, claims: [Claim]) {
        guard !claims.isEmpty else { return nil }
        self.id = id
        self.claims = claims.count == 1 ? claims : claims.sorted(by: Claim.precedes)
        fingerprint = Self.fingerprint(of: self.claims)
    }

    private static func fingerprint(of claims: [Claim]) -> Int {
        var hasher = Hasher()
        for index in claims.indices {
            hasher.combine(claims[index].id)
            hasher.combine(claims[index].evidence)
        }
        return hasher.finalize()
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
