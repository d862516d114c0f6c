/// Which names are of one entity and which are not, as people ruled.
package struct EntityRulings: Hashable, Sendable {
    /// Pairs of names, oldest ruling first.
    let same: [[String]]
    /// Pairs of names, oldest ruling first.
    let different: [[String]]

    /// The rulings on names among some decisions, but for those that are in dispute.
    package init(_ decisions: some Sequence<Decision>) {
        let rulings = StandingRulings(decisions, vocabulary: nil).followed.map(\.ruling)
        func pairs(_ verdict: Verdict) -> [[String]] {
            rulings.compactMap { ruling in
                if case .entities(let a, let b) = ruling.matter, ruling.verdict == verdict { [a, b] } else { nil }
            }
        }
        same = pairs(.same)
        different = pairs(.different)
    }

    /// Whether nothing is ruled.
    package var isEmpty: Bool { same.isEmpty && different.isEmpty }
}

extension Vocabulary.Names {
    /// The same with what people ruled.
    func following(_ rulings: EntityRulings) -> Vocabulary.Names {
        var ruled = self
        for pair in rulings.same { ruled.unite(pair[0], pair[1]) }
        for pair in rulings.different { ruled.part(pair[0], pair[1]) }
        ruled.entities = ruled.entities.mapValues { entity in
            Vocabulary.KnownEntity(
                name: entity.name, aliases: entity.aliases, type: entity.type,
                within: entity.within.map { ruled.names[$0] ?? $0 })
        }
        return ruled
    }

    /// Makes one entity of two names; the one that the vocabulary knows gives its name to both, else the first.
    private mutating func unite(_ a: String, _ b: String) {
        let keys = [a, b].map { EntityKey(name: $0) }
        let (first, second) = (names[keys[0]] ?? keys[0], names[keys[1]] ?? keys[1])
        guard first != second else { return }
        let isSecondKnown = entities[first] == nil && entities[second] != nil
        let (kept, gone) = isSecondKnown ? (second, first) : (first, second)
        let (keptName, goneName) = isSecondKnown ? (b, a) : (a, b)
        let (old, other) = (entities[kept], entities.removeValue(forKey: gone))
        entities[kept] = Vocabulary.KnownEntity(
            name: old?.name ?? keptName,
            aliases: (old?.aliases ?? []) + [other?.name ?? goneName] + (other?.aliases ?? []),
            type: old?.type ?? other?.type, within: (old?.within ?? []) + (other?.within ?? []))
        for (name, key) in names where key == gone { names[name] = kept }
        for key in [kept, gone] + keys { names[key] = kept }
    }

    /// Makes two entities of two names of one; the name that is shown keeps what is known of it.
    private mutating func part(_ a: String, _ b: String) {
        let keys = [a, b].map { EntityKey(name: $0) }
        let (first, second) = (names[keys[0]] ?? keys[0], names[keys[1]] ?? keys[1])
        guard first == second, keys[0] != keys[1], let old = entities[first] else { return }
        let (leaving, name) = keys[1] == first ? (keys[0], a) : (keys[1], b)
        names[leaving] = leaving
        entities[leaving] = Vocabulary.KnownEntity(name: name, aliases: [], type: old.type, within: old.within)
        entities[first] = Vocabulary.KnownEntity(
            name: old.name, aliases: old.aliases.filter { EntityKey(name: $0) != leaving }, type: old.type,
            within: old.within)
    }
}
