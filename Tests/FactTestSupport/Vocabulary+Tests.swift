package import Facts

extension Vocabulary {
    /// A small vocabulary with one predicate of each sort.
    package static func forTests() throws -> Vocabulary { try VocabularyReader.read(yaml) }

    private static let yaml = """
        format: vocabulary/1
        entities:
          - {name: Qatar, type: country}
          - {name: Doha, type: place, within: [Qatar]}
          - {name: Israel, type: country}
          - {name: Gaza Strip, type: place, aliases: [Gaza]}
          - {name: Yossi Cohen, type: person, aliases: [Cohen, Cohn]}
          - {name: Herzi Halevi, type: person, aliases: [Halevi]}
          - {name: Walla, type: organisation, aliases: [Walla News]}
        predicates:
          - id: resides-in
            label: resides in
            kind: state
            single-valued: true
            roles: {object: {type: entity}}
          - id: head
            label: is headed by
            inverse: [heads]
            kind: state
            single-valued: true
            roles: {object: {type: entity}}
          - id: pays
            label: pays
            kind: state
            single-valued: true
            key: [object]
            roles: {object: {type: entity}, amount: {type: quantity}}
          - id: hosts
            label: hosts
            kind: state
            roles: {object: {type: entity}, location: {type: entity}}
          - id: condition
            label: depends on
            kind: state
            key: []
            roles: {object: {type: text}}
          - id: severed-ties
            label: severed ties with
            kind: event
            single-valued: true
            key: [object]
            roles: {object: {type: entity}, kind: {type: choice, choices: [all, diplomatic, trade]}}
          - id: visited
            label: visited
            aliases: [went to]
            kind: event
            roles: {object: {type: entity}, location: {type: entity}, purpose: {type: text}}
          - id: met
            label: met
            kind: event
            symmetric: true
            roles: {object: {type: entity}, location: {type: entity}}
          - id: lasted
            label: lasted
            kind: event
            single-valued: true
            roles: {object: {type: quantity}}
          - id: delivered
            label: delivered
            kind: event
            single-valued: true
            tolerance: 5%
            roles: {object: {type: quantity, unit: t}}
          - id: death-toll
            label: death toll
            kind: attribute
            single-valued: true
            monotone: rising
            roles: {object: {type: quantity, unit: person}}
          - id: reserves
            label: reserves
            kind: state
            single-valued: true
            monotone: falling
            roles: {object: {type: quantity, unit: USD}}
          - id: planes
            label: has sent planes
            kind: state
            single-valued: true
            monotone: rising
            roles: {object: {type: quantity, unit: plane}}
          - id: born-in
            label: was born in
            kind: attribute
            single-valued: true
            roles: {object: {type: entity}}
          - id: aware-of
            label: was aware of
            kind: event
            single-valued: true
            key: [object]
            roles: {object: {type: text}}
          - id: stance-on
            label: has the stance
            kind: state
            single-valued: true
            roles:
              object: {type: choice, choices: ["no", "no for now", "yes"], within: {"no for now": "no"}}
          - id: supports
            label: supports
            kind: state
            single-valued: true
            key: [object]
            antonym: opposes
            roles: {object: {type: entity}}
          - id: opposes
            label: opposes
            kind: state
            single-valued: true
            key: [object]
            antonym: supports
            roles: {object: {type: entity}}
          - id: attacked
            label: attacked
            kind: event
            single-valued: true
            key: [object]
            subsumes: [shelled]
            roles: {object: {type: entity}}
          - id: shelled
            label: shelled
            kind: event
            single-valued: true
            key: [object]
            roles: {object: {type: entity}}
          - id: holds
            label: holds
            kind: state
            single-valued: true
            key: [object]
            excludes: [besieges]
            roles: {object: {type: entity}}
          - id: besieges
            label: besieges
            kind: state
            single-valued: true
            key: [object]
            roles: {object: {type: entity}}
          - id: seized
            label: seized
            kind: event
            key: [object]
            initiates: [holds]
            terminates: [besieges]
            roles: {object: {type: entity}}
          - id: lost
            label: lost
            kind: event
            key: [object]
            terminates: [holds]
            roles: {object: {type: entity}}
        """
}
