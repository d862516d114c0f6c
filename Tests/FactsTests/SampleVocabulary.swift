/// A vocabulary that uses everything a vocabulary can say.
enum SampleVocabulary {
    static let text = """
        format: vocabulary/1
        entities:
          - name: Qatar
            aliases: [State of Qatar, Dawlat Qatar]
            type: country
            within: Gulf states
          - {name: Doha, type: place, within: [State of Qatar]}
          - {name: Gulf, aliases: [Gulf states]}
        predicates:
          - id: resides-in
            label: resides in
            aliases: [lives in, is based in]
            inverse: [hosts]
            kind: state
            single-valued: true
            roles:
              object: {type: entity, of: [place, country]}
          - id: has-toll
            label: has toll
            kind: state
            single-valued: yes
            key: kind
            monotone: rising
            tolerance: 5%
            roles:
              object: {type: quantity, unit: people}
              kind: {type: choice, choices: [killed, injured, harmed], within: {killed: harmed, injured: harmed}}
            links: {wikidata: P1120, plover: x}
          - {id: met, label: met, aliases: [held talks with], kind: event, symmetric: true, subsumes: visited}
          - {id: visited, label: visited, inverse: [was visited by, received], kind: event}
          - {id: arrived-in, label: arrived in, kind: event, antonym: left, initiates: [resides-in]}
          - {id: left, label: left, kind: event, antonym: arrived-in, terminates: [resides-in]}
          - id: died
            label: died
            kind: event
            single-valued: true
            roles:
              date: {type: time}
              cause: {type: text}
        """
}
