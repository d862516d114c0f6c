/// What is known of predicates and of the names of entities.
package struct Vocabulary: Hashable, Sendable {
    /// Predicates by id.
    package let predicates: [String: Predicate]
    /// Entities by key.
    package let entities: [EntityKey: KnownEntity]
    /// By folded words.
    let phrases: [String: Phrase]
    /// The key of the name to show, by the key of every name.
    let names: [EntityKey: EntityKey]
    /// What people ruled about names, which ``entities`` and ``names`` follow.
    package let rulings: EntityRulings
    /// The names and entities before these rulings.
    private let unruled: Names
    /// Pairs of entities that somebody ruled not to be one.
    let apart: Set<Set<EntityKey>>

    /// A name that the vocabulary knows.
    package struct KnownEntity: Hashable, Sendable {
        /// The name to show.
        package let name: String
        /// Other names for the same.
        package let aliases: [String]
        /// person, organisation, country, place, event, work or group.
        package let type: String?
        /// Wholes that it is a part of.
        package let within: [EntityKey]
    }

    /// Words for a predicate and the way round in which they say it.
    struct Phrase: Hashable, Sendable {
        let predicate: String
        let isInverse: Bool
    }

    /// The vocabulary that knows nothing: every predicate is open, every name its own entity.
    package static let empty = Vocabulary(predicates: [], entities: [])

    /// A vocabulary of parts that ``VocabularyReader`` has checked against one another.
    init(predicates: [Predicate], entities: [KnownEntity]) {
        var phrases: [String: Phrase] = [:]
        for predicate in predicates {
            for words in predicate.phrases {
                phrases[words.foldedForm] = Phrase(predicate: predicate.id, isInverse: false)
            }
            for words in predicate.inverse {
                phrases[words.foldedForm] = Phrase(predicate: predicate.id, isInverse: true)
            }
        }
        var names: [EntityKey: EntityKey] = [:]
        for entity in entities {
            for name in [entity.name] + entity.aliases { names[EntityKey(name: name)] = EntityKey(name: entity.name) }
        }
        let known = Dictionary(
            entities.map { entity in
                let within = entity.within.map { names[$0] ?? $0 }
                let known = KnownEntity(
                    name: entity.name, aliases: entity.aliases, type: entity.type, within: within)
                return (EntityKey(name: entity.name), known)
            }
        ) { first, _ in first }
        self.init(
            predicates: Dictionary(predicates.map { ($0.id, $0) }) { first, _ in first }, entities: known,
            phrases: phrases, names: names)
    }

    /// A vocabulary of parts that another one was made of.
    init(
        predicates: [String: Predicate], entities: [EntityKey: KnownEntity], phrases: [String: Phrase],
        names: [EntityKey: EntityKey]
    ) {
        (self.predicates, self.entities, self.phrases, self.names) = (predicates, entities, phrases, names)
        (rulings, apart) = (EntityRulings([]), [])
        unruled = Names(entities: entities, names: names)
    }

    /// The vocabulary with what people ruled about names, which goes before what it says itself.
    package func following(_ rulings: EntityRulings) -> Vocabulary {
        rulings.isEmpty ? self : Vocabulary(self, following: rulings)
    }

    private init(_ vocabulary: Vocabulary, following rulings: EntityRulings) {
        (predicates, phrases, unruled) = (vocabulary.predicates, vocabulary.phrases, vocabulary.unruled)
        self.rulings = rulings
        let ruled = vocabulary.unruled.following(rulings)
        (entities, names) = (ruled.entities, ruled.names)
        apart = Set(
            rulings.different.map { pair in
                Set(pair.map { name in ruled.names[EntityKey(name: name)] ?? EntityKey(name: name) })
            })
    }

    /// Whether two vocabularies are one but for what people ruled.
    package func isRecordedAs(_ other: Vocabulary) -> Bool {
        predicates == other.predicates && phrases == other.phrases && unruled == other.unruled
    }

    /// Whether somebody ruled that two entities are not one.
    package func isRuledApart(_ a: EntityKey, _ b: EntityKey) -> Bool { !apart.isEmpty && apart.contains([a, b]) }

    /// Names and what they stand for.
    struct Names: Hashable, Sendable {
        var entities: [EntityKey: KnownEntity]
        var names: [EntityKey: EntityKey]
    }

    /// The predicate that words stand for, and whether they say it with subject and object exchanged.
    package func predicate(for words: String) -> (predicate: Predicate, isInverse: Bool) {
        // Most words are given in the form in which they are looked for.
        guard let phrase = phrases[words] ?? phrases[words.foldedForm], let known = predicates[phrase.predicate] else {
            let open = Predicate.open(words)
            return (predicates[open.id] ?? open, false)
        }
        return (known, phrase.isInverse)
    }

    /// The predicate with an id, known or open.
    package func predicate(id: String) -> Predicate { predicates[id] ?? .open(id: id) }

    /// What kind of predicate has an id, known or open.
    package func kind(ofPredicate id: String) -> Predicate.Kind { predicates[id]?.kind ?? Predicate.openKind }

    /// The entity that a name stands for.
    package func entity(named name: String) -> EntityKey {
        let key = EntityKey(name: name)
        return names[key] ?? key
    }

    /// Whether the first entity is a part of the second, at any remove.
    package func isEntity(_ part: EntityKey, within whole: EntityKey) -> Bool {
        var seen: Set<EntityKey> = []
        var front = entities[part]?.within ?? []
        while let next = front.popLast() {
            if next == whole { return true }
            if seen.insert(next).inserted { front += entities[next]?.within ?? [] }
        }
        return false
    }
}

extension Predicate {
    /// Every way of writing it the right way round, the id among them.
    var phrases: [String] { [id, label] + aliases }
}
