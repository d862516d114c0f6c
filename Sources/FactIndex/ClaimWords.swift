import Facts

/// The words by which a claim is found.
struct ClaimWords {
    /// What it says, in the extractor's words and in those of the predicate's id.
    let said: String
    /// The quotations that it rests on.
    let quoted: String

    init(_ claim: Claim) {
        let values =
            [claim.subject.text, claim.predicateText, claim.predicate] + [claim.object?.text].compactMap(\.self)
            + claim.arguments.sorted { $0.key < $1.key }.map(\.value.text) + claim.attribution
        said = values.joined(separator: " · ")
        quoted = claim.evidence.map(\.quote).joined(separator: " · ")
    }
}

extension Claim {
    /// The entities that it is about, each once.
    var entities: Set<EntityKey> {
        Set([subject, object].compactMap { $0?.entity } + arguments.values.compactMap(\.entity))
    }
}
