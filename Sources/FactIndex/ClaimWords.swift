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
        let arguments = claim.arguments.count > 1 ? claim.arguments.sorted { $0.key < $1.key } : Array(claim.arguments)
        var said = claim.subject.text
        said.append(part: claim.predicateText)
        said.append(part: claim.predicate)
        if let object = claim.object { said.append(part: object.text) }
        for argument in arguments { said.append(part: argument.value.text) }
        for source in claim.attribution { said.append(part: source) }
        self.said = said
        var quoted = claim.evidence.first?.quote ?? ""
        for evidence in claim.evidence.dropFirst() { quoted.append(part: evidence.quote) }
        self.quoted = quoted
        var entities: [String] = []
        if let entity = claim.subject.entity { entities.append(entity.description) }
        if let entity = claim.object?.entity { entities.append(entity.description) }
        for argument in arguments {
            if let entity = argument.value.entity { entities.append(entity.description) }
        }
        self.entities = entities.count > 1 ? Set(entities).sorted() : entities
    }
}

extension String {
    /// Appends a part of a claim to others.
    fileprivate mutating func append(part: String) {
        self += " · "
        self += part
    }
}
