package import Facts

/// What things are called on a page: entities and predicates by the vocabulary, facts by the shortest id.
package struct Naming: Sendable {
    /// What is known of predicates and names.
    package let vocabulary: Vocabulary
    /// The start of a fact's id that tells it apart.
    package let shortID: @Sendable (FactID) -> String

    /// Letters of a short id, where nobody counts what is unique.
    package static let shortLength = 8

    /// Names; short ids are the first eight letters unless told otherwise.
    package init(
        _ vocabulary: Vocabulary,
        shortID: @escaping @Sendable (FactID) -> String = { String($0.letters.prefix(Naming.shortLength)) }
    ) {
        self.vocabulary = vocabulary
        self.shortID = shortID
    }

    /// The name to show for a value: the vocabulary's for an entity it knows, otherwise the words it was given in.
    func name(of value: Value) -> String {
        value.entity.flatMap { vocabulary.entities[$0]?.name } ?? value.phrase
    }

    /// How people read the predicate of a claim.
    func predicate(of claim: Claim) -> String { vocabulary.predicates[claim.predicate]?.label ?? claim.predicateText }

    /// A fact's short id.
    package func id(_ fact: FactID) -> Line { [Span(shortID(fact), .id, of: .fact(fact))] }
}

extension Naming {
    /// Who or what a claim is about, by name.
    func subject(of claim: Claim) -> Span {
        Span(name(of: claim.subject), .subject, of: claim.subject.entity.map(Target.entity))
    }

    /// Subject and predicate: `Qatar › severed ties with`.
    func head(of claim: Claim) -> Line {
        [Line([subject(of: claim)]), Line([Span(predicate(of: claim))])].separated(by: "›")
    }

    /// Subject, predicate and object, which is left out when there is none.
    func title(of claim: Claim) -> Line { [head(of: claim), object(of: claim)].separated(by: "›") }

    /// The object by name; empty when there is none.
    func object(of claim: Claim) -> Line {
        claim.object.map { [Span(name(of: $0), of: $0.entity.map(Target.entity))] } ?? []
    }

    /// Arguments by name, and the time; empty when there are none.
    func circumstances(of claim: Claim, without fields: Set<String> = []) -> Line {
        let arguments = claim.arguments.sorted { $0.key < $1.key }.filter { !fields.contains("arguments.\($0.key)") }
        let parts = arguments.map { Line([Span($0.key, .dim)]).then(name(of: $0.value)) }
        let time = fields.contains("time") ? nil : claim.time.map { Line([Span($0.edtf)]) }
        return (parts + (time.map { [$0] } ?? [])).separated(by: "·")
    }

    /// All that a claim says, in a line.
    func statement(of claim: Claim, without fields: Set<String> = []) -> Line {
        let title = fields.contains("object") ? head(of: claim) : title(of: claim)
        return [title, circumstances(of: claim, without: fields)].separated(by: "·")
    }

    /// What a claim says without naming its subject.
    func predication(of claim: Claim) -> Line {
        [
            [Line([Span(predicate(of: claim))]), object(of: claim)].separated(by: "›"), circumstances(of: claim),
        ].separated(by: "·")
    }
}

extension Naming {
    /// The name that the vocabulary has for an entity; `nil` when it does not know it.
    package func knownName(_ key: EntityKey) -> String? { vocabulary.entities[key]?.name }

    /// How people read a predicate.
    package func predicateName(_ id: String) -> String { vocabulary.predicates[id]?.label ?? id }
}
