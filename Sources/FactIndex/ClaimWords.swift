import Facts

/// The words by which a claim is found, and the entities.
struct ClaimWords: Sendable {
    /// What it says, in the extractor's words and in those of the predicate's id.
    let said: String
    /// The quotations that it rests on.
    let quoted: String
    /// The entities that it is about, each once, sorted.
    let entities: [String]

    init(_ claim: Claim) {
        let arguments = claim.arguments.sorted { $0.key < $1.key }.map(\.value)
        let values =
            [claim.subject.text, claim.predicateText, claim.predicate] + [claim.object?.text].compactMap(\.self)
            + arguments.map(\.text) + claim.attribution
        said = values.joined(separator: " · ")
        quoted = claim.evidence.map(\.quote).joined(separator: " · ")
        let parties = [claim.subject, claim.object].compactMap(\.self) + arguments
        entities = Set(parties.compactMap(\.entity?.description)).sorted()
    }
}
