/// What is known of one predicate.
package struct Predicate: Hashable, Sendable, Identifiable {
    /// What kind of thing it says.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Holds over a time and may hold again: "resides in".
        case state
        /// Happens: "visited".
        case event
        /// Holds whenever its subject exists: "born in".
        case attribute
    }

    /// Which way a value can only go as time passes.
    package enum Monotone: String, Hashable, Sendable, CaseIterable {
        case rising, falling
    }

    /// The stable name.
    package let id: String
    /// How people read it: subject, label, object.
    package var label: String
    /// Other words for the same.
    package var aliases: [String] = []
    /// Words that say the same with subject and object exchanged.
    package var inverse: [String] = []
    /// What kind of thing it says.
    package var kind: Kind
    /// Whether, given the key, there is at most one value (of a state, at a time).
    package var isSingleValued = false
    /// The roles that belong to a fact's identity besides subject and predicate, sorted.
    package var key: [String] = ["object"]
    /// What is known of each role.
    package var roles: [String: Role] = [:]
    /// Whether subject and object may be exchanged.
    package var isSymmetric = false
    /// The predicate that says the opposite.
    package var antonym: String?
    /// More specific predicates.
    package var subsumes: [String] = []
    /// States that begin when this happens.
    package var initiates: [String] = []
    /// States that end when this happens.
    package var terminates: [String] = []
    /// States of one subject that cannot hold beside it, whatever their objects; it need be said on one side only.
    package var excludes: [String] = []
    /// Which way its value can only go.
    package var monotone: Monotone?
    /// Predicates whose quantities add up to this one's.
    package var parts: [String] = []
    /// Predicates of one subject whose time cannot lie before this one's.
    package var notAfter: [String] = []
    /// What it rests on: when that changes, it may be out of date.
    package var derivesFrom: [Derivation] = []
    /// Ids of the same predicate elsewhere: Wikidata, PLOVER, schema.org.
    package var links: [String: String] = [:]

    /// A predicate with its three required parts.
    package init(id: String, label: String, kind: Kind) {
        self.id = id
        self.label = label
        self.kind = kind
    }

    /// What is taken for granted of words that the vocabulary does not know: a state that may have many values.
    package static func open(_ words: String) -> Predicate {
        Predicate(id: EntityKey(name: words).description, label: words, kind: openKind)
    }

    /// The same of words whose normal form is at hand.
    static func open(id: String) -> Predicate { Predicate(id: id, label: id, kind: openKind) }

    static let openKind = Kind.state
}

/// What a fact rests on: a fact of another predicate whose subject or object is the fact's subject.
package struct Derivation: Hashable, Sendable {
    /// Which party of the other fact the fact is about.
    package enum Party: String, Hashable, Sendable, CaseIterable {
        case subject, object
    }

    /// The other predicate.
    package let predicate: String
    /// The party of the other fact that is this one's subject.
    package let through: Party
}

/// What is known of one role of a predicate: `object` or an argument.
package struct Role: Hashable, Sendable {
    /// The types of values.
    package enum ValueType: String, Hashable, Sendable, CaseIterable {
        case entity, quantity, time, choice, text
    }

    /// The type of its values.
    package var type: ValueType
    /// What a quantity counts when its text does not say.
    package var unit: Unit?
    /// The answers that a choice allows.
    package var choices: [String] = []
    /// For a choice, the wider choice that includes it.
    package var within: [String: String] = [:]
    /// For an entity, the types it may be of.
    package var of: [String] = []
    /// For a quantity, what it can be at all.
    package var range: Quantity?
    /// Quantities closer than this fraction of the larger do not contradict.
    package var tolerance: DecimalNumber?

    /// A role of a type.
    package init(type: ValueType) { self.type = type }

    /// Whether the first choice is included in the second, at any remove.
    func isChoice(_ choice: String, within wider: String) -> Bool {
        var current = choice
        for _ in choices {
            guard let next = within[current] else { return false }
            if next == wider { return true }
            current = next
        }
        return false
    }
}
