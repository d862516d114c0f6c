/// Two names that may be of one entity, for a person to rule on: `Haniyeh` and `Haniyah`.
///
/// It only ever proposes. What decides are whole words and how they are spelt; digits never differ, and neither do names that the
/// vocabulary knows apart or somebody ruled apart.
package struct LikeNames: Hashable, Sendable {
    /// What makes the names alike, the surest first.
    package enum Reason: String, Hashable, Sendable, CaseIterable {
        /// The words are the same but for a letter or two, as transliterations are.
        case spelling
        /// One is the initials of the other.
        case initials
        /// One is the last word of the other, and of no other name: a surname.
        case shortening
    }

    /// The name that is written more often.
    package let name: MentionedEntity
    /// The name that is written less often.
    package let other: MentionedEntity
    /// What makes them alike.
    package let reason: Reason

    /// The pairs among some entities, the surest reason first, then those most often written.
    ///
    /// Names are compared within blocks of those that share a word's consonants or initials, so the cost is near linear; a block that
    /// holds more than ``widestBlock`` names tells nothing and is passed over.
    package static func pairs(among entities: [MentionedEntity], by vocabulary: Vocabulary) -> [LikeNames] {
        let names = entities.compactMap(ComparedName.init)
        var blocks: [String: [Int]] = [:]
        for (place, name) in names.enumerated() {
            for key in name.blocks { blocks[key, default: []].append(place) }
        }
        let places = blocks.values.filter { (2...widestBlock).contains($0.count) }.flatMap(\.pairs)
        let found = Set(places).compactMap { place -> LikeNames? in
            let (a, b) = (names[place.first], names[place.second])
            guard !vocabulary.keepsApart(a.entity.key, b.entity.key) else { return nil }
            guard let reason = a.likeness(to: b) else { return nil }
            let pair = LikeNames(a.entity, b.entity, reason)
            return vocabulary.allows(pair) ? pair : nil
        }
        return found.withoutAmbiguousShortenings.sorted()
    }

    /// Names in a block beyond which it is passed over.
    static let widestBlock = 64

    private init(_ a: MentionedEntity, _ b: MentionedEntity, _ reason: Reason) {
        let isFirst = a.mentions == b.mentions ? a.key < b.key : a.mentions > b.mentions
        (name, other) = isFirst ? (a, b) : (b, a)
        self.reason = reason
    }
}

extension LikeNames: Comparable {
    package static func < (a: LikeNames, b: LikeNames) -> Bool {
        a.rank == b.rank ? (a.name.key, a.other.key) < (b.name.key, b.other.key) : a.rank < b.rank
    }

    private var rank: (reason: Int, mentions: Int) {
        (Reason.allCases.firstIndex(of: reason) ?? 0, -name.mentions - other.mentions)
    }
}

/// The places of two names, the lesser first.
private struct Places: Hashable {
    let first: Int
    let second: Int
}

extension [Int] {
    /// Every two of some places in rising order.
    fileprivate var pairs: [Places] {
        indices.flatMap { i in self[(i + 1)...].map { Places(first: self[i], second: $0) } }
    }
}

extension [LikeNames] {
    /// Without surnames that several names end with: nothing tells whose they are.
    fileprivate var withoutAmbiguousShortenings: [LikeNames] {
        let short = Dictionary(grouping: filter { $0.reason == .shortening }) { $0.shorter }
        return filter { $0.reason != .shortening || short[$0.shorter]?.count == 1 }
    }
}

extension LikeNames {
    fileprivate var shorter: EntityKey { name.key.isEnd(of: other.key) ? name.key : other.key }
}

extension Vocabulary {
    /// Whether it knows two entities as two, or somebody ruled so.
    fileprivate func keepsApart(_ a: EntityKey, _ b: EntityKey) -> Bool {
        isRuledApart(a, b) || entities[a] != nil && entities[b] != nil
    }

    /// Whether nothing it knows speaks against what makes two names alike: countries have no surnames.
    fileprivate func allows(_ pair: LikeNames) -> Bool {
        let types = [pair.name, pair.other].compactMap { entities[$0.key]?.type }
        return pair.reason != .shortening || types.allSatisfy { $0 == "person" }
    }
}
