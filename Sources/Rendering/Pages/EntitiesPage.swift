package import Facts

/// Whom and what the facts of a revision name: `annals entities`.
package struct EntitiesPage: Page {
    /// The entities, those that most facts name first, then by key.
    package let entities: [MentionedEntity]
    /// Pairs of names that may be of one entity.
    package let alike: [LikeNames]
    /// What things are called.
    package let naming: Naming
    /// Whether the list of entities is left out, for the pairs alone were asked for.
    package let isAboutLikeness: Bool

    /// A page of entities.
    package init(
        _ entities: [MentionedEntity], alike: [LikeNames], naming: Naming, isAboutLikeness: Bool = false
    ) {
        self.entities = entities.sorted { $0.facts == $1.facts ? $0.key < $1.key : $0.facts > $1.facts }
        self.alike = alike
        self.naming = naming
        self.isAboutLikeness = isAboutLikeness
    }

    package var schema: String { "entities/1" }
    package var header: [String: JSONValue] {
        ["count": .integer(entities.count), "alike": .array(alike.map(json))]
    }

    package var items: [JSONValue] {
        entities.map { entity in
            var members: [String: JSONValue] = [
                "entity": .string(entity.key.description), "name": .string(name(of: entity)),
                "facts": .integer(entity.facts), "reports": .integer(entity.reports),
                "spellings": .object(
                    Dictionary(uniqueKeysWithValues: entity.spellings.map { ($0.text, .integer($0.count)) })),
            ]
            members["type"] = type(of: entity).map(JSONValue.string)
            return .object(members)
        }
    }

    package var document: Document {
        guard let first = entities.first else { return Document([.paragraph("nobody and nothing is named so")]) }
        let list = isAboutLikeness ? [] : entities.map { Document.Block.entry(entry($0)) } + [.blank]
        let command =
            isAboutLikeness || alike.isEmpty ? "annals show \(name(of: first).shellQuoted)" : "annals entities --alike"
        return Document(list + proposals + [.blank, .next([[Span(command, .command)]])])
    }

    /// What it is called, how much is said of it, and how else it is written.
    private func entry(_ entity: MentionedEntity) -> Entry {
        let name = name(of: entity)
        let others = entity.spellings.filter { $0.text != name }.map {
            Line([Span("\($0.text) (\($0.count.grouped))")])
        }
        let kind = type(of: entity).map { Line([Span($0, .dim)]) }
        let title = Line([span(entity)]).then(kind ?? [], gap: 2).then(mentions(entity), gap: 2)
        return Entry(title, others.isEmpty ? [] : [.field([Span("also", .dim)], others.commaSeparated)])
    }

    private var proposals: [Document.Block] {
        guard let pair = alike.first else {
            return isAboutLikeness ? [.paragraph("no two names look like one")] : []
        }
        guard isAboutLikeness else {
            let example = "\(name(of: pair.name)) and \(name(of: pair.other))"
            return [.paragraph([Span("\(alike.count.of("pair")) of names may be one each, such as \(example)", .hint)])]
        }
        return alike.flatMap { pair -> [Document.Block] in
            let title = Line([span(pair.name)]).then("~", .glyph).then(Line([span(pair.other)])).then(
                pair.reason.words, .dim, gap: 2)
            let names = "\(name(of: pair.other).shellQuoted) \(name(of: pair.name).shellQuoted)"
            return [
                .entry(
                    Entry(
                        title,
                        [
                            .note([Span("\(mentions(pair.name)); \(mentions(pair.other))")]),
                            .note([Span("annals same \(names)", .command)]),
                            .note([Span("annals different \(names)", .command)]),
                        ])), .blank,
            ]
        }.dropLast()
    }

    private func mentions(_ entity: MentionedEntity) -> String {
        "\(entity.facts.of("fact")) in \(entity.reports.of("report"))"
    }

    private func span(_ entity: MentionedEntity) -> Span { Span(name(of: entity), .subject, of: .entity(entity.key)) }
    private func type(of entity: MentionedEntity) -> String? { naming.vocabulary.entities[entity.key]?.type }
    private func name(of entity: MentionedEntity) -> String {
        naming.knownName(entity.key) ?? entity.spellings.first?.text ?? entity.key.description
    }

    private func json(_ pair: LikeNames) -> JSONValue {
        .object([
            "name": .string(name(of: pair.name)), "other": .string(name(of: pair.other)),
            "because": .string(pair.reason.rawValue),
        ])
    }
}

extension LikeNames.Reason {
    /// What makes two names alike, for people.
    fileprivate var words: String {
        switch self {
        case .spelling: "spelt alike"
        case .initials: "the initials of the other"
        case .shortening: "the end of the other, and of no other name"
        }
    }
}
