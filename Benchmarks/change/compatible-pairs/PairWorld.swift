/// The invented places, people and predicates of the pairs.
enum PairWorld {
    /// A country, a city of it and a quarter of the city.
    static let places: [(country: String, city: String, quarter: String)] = [
        ("Marrowland", "Port Kessel", "Old Quay"), ("Ostrel", "Lissom", "Mint Hill"),
        ("Veldmark", "Aaring", "Tanners' Row"),
        ("Sorrelia", "Cape Dunmore", "Saltgate"), ("Quorn", "Ullen", "East Locks"),
        ("Brannia", "Harrowick", "The Shambles"),
    ]
    /// A person's full name, another one that the vocabulary knows, and one that it does not know but that may mean them.
    static let people: [(name: String, alias: String, unknown: String)] = [
        ("Orla Venn", "O. J. Venn", "Venn"), ("Dariush Quill", "Dario Quillon", "Quill"),
        ("Bastian Rook", "Baz Rook", "Rook"),
        ("Ines Halloway", "Inez Hallowey", "Hallowey"), ("Taras Berezin", "T. A. Berezine", "Tares Berezin"),
        ("Mirza Al Kadeh", "Mirza Kadeh", "Al Kadeh"),
    ]
    /// Organisations.
    static let bodies = ["Pilotage Office", "Salt Union", "Quay League", "Tarn Mill", "Lantern Society", "Weir Board"]

    static var vocabulary: String {
        let wholes = places.flatMap { place in
            [
                "  - {name: \(place.country), type: country}",
                "  - {name: \(place.city), type: place, within: [\(place.country)]}",
                "  - {name: \(place.quarter), type: place, within: [\(place.city)]}",
            ]
        }
        let persons = people.map { "  - {name: \($0.name), type: person, aliases: [\"\($0.alias)\"]}" }
        return (["format: vocabulary/1", "entities:"] + wholes + persons + [predicates]).joined(separator: "\n")
    }

    private static let predicates = """
        predicates:
          - {id: lives-in, label: lives in, aliases: [resides in], kind: state, single-valued: true, roles: {object: {type: entity}}}
          - {id: born-in, label: was born in, kind: attribute, single-valued: true, roles: {object: {type: entity}}}
          - id: head
            label: is headed by
            inverse: [heads]
            kind: state
            single-valued: true
            roles: {object: {type: entity}}
          - {id: attacked, label: attacked, kind: event, single-valued: true, key: [object], roles: {object: {type: entity}, weapon: {type: text}}}
          - {id: sold-to, label: sold a ship to, kind: event, single-valued: true, key: [object], roles: {object: {type: entity}, price: {type: quantity, unit: EUR}}}
          - {id: successor, label: was succeeded by, kind: attribute, single-valued: true, roles: {object: {type: entity}}}
          - {id: met, label: met, kind: event, symmetric: true, roles: {object: {type: entity}}}
          - {id: opened, label: opened, kind: event, single-valued: true}
          - {id: founded, label: was founded in, kind: attribute, single-valued: true, roles: {object: {type: time}}}
          - {id: length, label: is as long as, kind: attribute, single-valued: true, roles: {object: {type: quantity, unit: km}}}
          - {id: staff, label: employs, kind: state, single-valued: true, roles: {object: {type: quantity, unit: person}}}
          - {id: budget, label: has a budget of, kind: state, single-valued: true, roles: {object: {type: quantity, unit: EUR}}}
          - {id: toll, label: death toll, kind: attribute, single-valued: true, monotone: rising, roles: {object: {type: quantity, unit: person}}}
          - {id: lasted, label: lasted, kind: event, single-valued: true, roles: {object: {type: quantity}}}
          - {id: delivered, label: delivered, kind: event, single-valued: true, roles: {object: {type: quantity, unit: t}}}
        """
}
