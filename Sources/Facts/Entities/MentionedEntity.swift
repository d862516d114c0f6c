/// Somebody or something that facts name, as subject, object or argument.
package struct MentionedEntity: Hashable, Sendable, Identifiable {
    /// What tells it apart.
    package let key: EntityKey
    /// Every way in which claims write it and how often, the commonest first, then by text; never empty.
    package let spellings: [Spelling]
    /// How many facts name it.
    package let facts: Int
    /// How many reports do.
    package let reports: Int

    /// A way to write a name.
    package struct Spelling: Hashable, Sendable {
        /// The name as it is written.
        package let text: String
        /// How many claims write it so.
        package let count: Int
    }

    package var id: EntityKey { key }
    /// How often claims name it.
    package var mentions: Int { spellings.map(\.count).reduce(0, +) }

    /// Whether it is written as a name, with a capital at the front, and not as a description: `top officials`.
    package var isNamed: Bool { spellings[0].text.first { $0.isLetter }?.isLowercase == false }

    /// All that some facts name, by key.
    package static func all(in facts: [Fact]) -> [MentionedEntity] {
        var found: [EntityKey: Mentions] = [:]
        for fact in facts {
            for claim in fact.claims {
                for value in claim.values {
                    if let key = value.entity {
                        found[key, default: Mentions()].note(value.text, fact.id, claim.report)
                    }
                }
            }
        }
        return found.map { $1.entity($0) }.sorted { $0.key < $1.key }
    }

    /// What is counted of one entity.
    private struct Mentions {
        var spellings: [String: Int] = [:]
        var facts: Set<FactID> = []
        var reports: Set<ReportName> = []

        mutating func note(_ text: String, _ fact: FactID, _ report: ReportName) {
            spellings[text, default: 0] += 1
            facts.insert(fact)
            reports.insert(report)
        }

        func entity(_ key: EntityKey) -> MentionedEntity {
            let ranked = spellings.map { Spelling(text: $0, count: $1) }.sorted {
                $0.count == $1.count ? $0.text < $1.text : $0.count > $1.count
            }
            return MentionedEntity(key: key, spellings: ranked, facts: facts.count, reports: reports.count)
        }
    }
}

extension Claim {
    /// Every value in it: subject, object, and arguments in no order.
    package var values: [Value] { [subject] + (object.map { [$0] } ?? []) + arguments.values }
}
