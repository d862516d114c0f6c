/// Vocabularies that understand the same sentences in different ways.
package enum Vocabularies {
    /// Nothing is known.
    package static let plain = "format: vocabulary/1\nentities: []\npredicates: []\n"

    /// Names are known by other names, and a person lives in one place.
    package static let names = """
        format: vocabulary/1
        entities:
          - {name: Yossi Cohen, type: person, aliases: [Cohen]}
          - {name: Doha, type: place, within: [Qatar]}
          - {name: Qatar, type: country}
        predicates:
          - {id: resides-in, label: lives in, kind: state, single-valued: true, roles: {object: {type: entity}}}
        """

    /// Meetings go both ways, visits the other way round.
    package static let turns = """
        format: vocabulary/1
        entities: []
        predicates:
          - {id: met, label: met, kind: event, symmetric: true}
          - {id: received, label: received, inverse: [visited], kind: event}
          - {id: pays, label: pays, kind: state, single-valued: true, roles: {object: {type: quantity}}}
        """

    package static let all = [plain, names, turns]
}
