extension Claim {
    /// What follows from the claim under another predicate, still said by the same report in the same words.
    ///
    /// It is for comparing only: id and fact stay those of the claim.
    package func implied(
        predicate: String, polarity: Polarity, object: Value?, arguments: [String: Value], time: Time?
    ) -> Claim {
        Claim(
            id: id, fact: fact, report: report, subject: subject, predicate: predicate, predicateText: predicateText,
            isInverted: isInverted, object: object, arguments: arguments, time: time, polarity: polarity,
            certainty: certainty, modality: modality, attribution: attribution, evidence: evidence, key: key, ext: ext)
    }

    /// The same with subject and object exchanged, as a symmetric predicate allows; `nil` without an object.
    package var exchanged: Claim? {
        object.map { object in
            Claim(
                id: id, fact: fact, report: report, subject: object, predicate: predicate, predicateText: predicateText,
                isInverted: !isInverted, object: subject, arguments: arguments, time: time, polarity: polarity,
                certainty: certainty, modality: modality, attribution: attribution, evidence: evidence, key: key,
                ext: ext)
        }
    }
}
