import Yams

/// Reads `vocabulary.yaml` (format `vocabulary/1`) and checks it against itself.
package struct VocabularyReader {
    var problems: [VocabularyError.Problem] = []
    /// Which ids each predicate refers to, and where.
    private var references: [(id: String, from: String, node: Node)] = []
    /// What a rule needs of the predicates that it names.
    var demands: [Demand] = []
    /// Where each predicate says what it rests on.
    var derivationNodes: [String: Node] = [:]

    private init() {}

    /// The vocabulary of a text.
    package static func read(_ text: String) throws(VocabularyError) -> Vocabulary {
        var reader = VocabularyReader()
        guard let root = try compose(text) else {
            throw .init(problems: [.init(line: 1, column: 1, reason: "the vocabulary is empty")])
        }
        let vocabulary = reader.vocabulary(root)
        guard reader.problems.isEmpty else {
            throw .init(
                problems: reader.problems.sorted { ($0.line, $0.column, $0.reason) < ($1.line, $1.column, $1.reason) })
        }
        return vocabulary
    }

    private static func compose(_ text: String) throws(VocabularyError) -> Node? {
        do {
            // Words stay words: what is a flag or a number, its place tells.
            return try Yams.Parser(yaml: text, resolver: .basic).singleRoot()
        } catch YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _)
        {
            throw .init(problems: [.init(line: mark.line, column: mark.column, reason: problem)])
        } catch YamlError.duplicatedKeysInMapping(let duplicates, let context) {
            let reason = "given twice: \(duplicates.sorted().joined(separator: ", "))"
            throw .init(problems: [.init(line: context.mark.line, column: context.mark.column, reason: reason)])
        } catch {
            throw .init(problems: [.init(line: 1, column: 1, reason: "not YAML: \(error)")])
        }
    }

    private mutating func vocabulary(_ root: Node) -> Vocabulary {
        guard let members = members(root, "the vocabulary", allowed: ["format", "entities", "predicates"]) else {
            return .empty
        }
        guard let format = members["format"] else {
            report(root, "\"format: vocabulary/1\" is missing")
            return .empty
        }
        guard format.string == "vocabulary/1" else {
            problems = []
            report(format, "this version reads format vocabulary/1 only")
            return .empty
        }
        let entities = sequence(members["entities"], "entities").compactMap { entity($0) }
        let predicates = sequence(members["predicates"], "predicates").compactMap { predicate($0) }
        checkReferences(predicates)
        let vocabulary = Vocabulary(predicates: predicates, entities: entities)
        for (name, node) in wholes where vocabulary.isEntity(EntityKey(name: name), within: EntityKey(name: name)) {
            report(node, "\"\(name)\" is within itself")
        }
        return vocabulary
    }

    // MARK: entities

    private var entityNames: [EntityKey: String] = [:]
    /// Where each entity says what it is a part of.
    private var wholes: [(name: String, node: Node)] = []

    private mutating func entity(_ node: Node) -> Vocabulary.KnownEntity? {
        guard let members = members(node, "an entity", allowed: ["name", "aliases", "type", "within"]),
            let name = required("name", members, node)
        else { return nil }
        let aliases = strings(members["aliases"], "aliases")
        registerName(name, of: name, members["name"])
        var own: Set = [EntityKey(name: name)]
        for alias in aliases where own.insert(EntityKey(name: alias)).inserted {
            registerName(alias, of: name, members["aliases"])
        }
        if let within = members["within"] { wholes.append((name, within)) }
        return .init(
            name: name, aliases: aliases,
            type: choice(
                members["type"], ["person", "organisation", "country", "place", "event", "work", "group"], "type"),
            within: strings(members["within"], "within").map { EntityKey(name: $0) })
    }

    private mutating func registerName(_ alias: String, of name: String, _ node: Node?) {
        if let other = entityNames.updateValue(name, forKey: EntityKey(name: alias)) {
            report(node, "\"\(alias)\" is a name of \(other) already")
        }
    }

    // MARK: predicates

    private var predicatePhrases: [String: String] = [:]

    private static let predicateMembers: Set<String> = [
        "id", "label", "aliases", "inverse", "kind", "single-valued", "key", "roles", "symmetric", "antonym",
        "subsumes", "initiates", "terminates", "excludes", "monotone", "parts", "not-after", "derives-from",
        "tolerance", "links",
    ]

    private mutating func predicate(_ node: Node) -> Predicate? {
        guard let members = members(node, "a predicate", allowed: Self.predicateMembers) else { return nil }
        let names = (required("id", members, node), required("label", members, node), required("kind", members, node))
        guard case (let id?, let label?, let kindName?) = names else { return nil }
        if !id.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }) {
            report(members["id"] ?? node, "an id is lower-case letters, digits and hyphens: \"\(id)\"")
        }
        guard let kind = Predicate.Kind(rawValue: kindName) else {
            report(members["kind"] ?? node, "kind is state, event or attribute, not \"\(kindName)\"")
            return nil
        }
        var predicate = Predicate(id: id, label: label, kind: kind)
        predicate.aliases = strings(members["aliases"], "aliases")
        predicate.inverse = strings(members["inverse"], "inverse")
        readIdentity(&predicate, members)
        readRelations(&predicate, members)
        readRules(&predicate, members)
        registerPhrases(predicate, members["id"])
        return predicate
    }

    private mutating func readIdentity(_ predicate: inout Predicate, _ members: [String: Node]) {
        predicate.isSingleValued = flag(members["single-valued"], "single-valued")
        predicate.isSymmetric = flag(members["symmetric"], "symmetric")
        predicate.key =
            members["key"].map { strings($0, "key").sorted() } ?? (predicate.isSingleValued ? [] : ["object"])
        let tolerance = members["tolerance"].flatMap { percentage($0) }
        for (name, node) in mapping(members["roles"], "roles") {
            guard var role = role(node) else { continue }
            role.tolerance = tolerance
            predicate.roles[name] = role
        }
        if tolerance != nil, predicate.roles["object"] == nil {
            predicate.roles["object"] = Role(type: .quantity)
            predicate.roles["object"]?.tolerance = tolerance
        }
        for name in predicate.key where name != "object" && predicate.roles[name] == nil {
            report(members["key"], "the key names a role that is not declared: \"\(name)\"")
        }
        if predicate.isSymmetric, members["key"] != nil, !predicate.key.contains("object") {
            report(members["key"], "a symmetric predicate has its object in the key")
        }
    }

    private mutating func readRelations(_ predicate: inout Predicate, _ members: [String: Node]) {
        for (name, path) in [
            ("subsumes", \Predicate.subsumes), ("initiates", \Predicate.initiates),
            ("terminates", \Predicate.terminates), ("excludes", \Predicate.excludes), ("parts", \Predicate.parts),
            ("not-after", \Predicate.notAfter),
        ] {
            predicate[keyPath: path] = strings(members[name], name)
            for id in predicate[keyPath: path] { refer(to: id, from: predicate.id, members[name]) }
        }
        predicate.antonym = string(members["antonym"], "antonym")
        if let antonym = predicate.antonym { refer(to: antonym, from: predicate.id, members["antonym"]) }
        predicate.monotone = choice(members["monotone"], Predicate.Monotone.allCases.map(\.rawValue), "monotone")
            .flatMap(Predicate.Monotone.init)
        let links = mapping(members["links"], "links", allowed: ["wikidata", "plover", "schema"])
        for (name, node) in links { predicate.links[name] = string(node, name) }
    }

    private mutating func role(_ node: Node) -> Role? {
        guard let members = members(node, "a role", allowed: ["type", "unit", "choices", "within", "of", "range"]),
            let name = required("type", members, node)
        else { return nil }
        guard let type = Role.ValueType(rawValue: name) else {
            report(members["type"] ?? node, "type is entity, quantity, time, choice or text, not \"\(name)\"")
            return nil
        }
        var role = Role(type: type)
        role.unit = string(members["unit"], "unit").map(Unit.init(named:))
        role.range = members["range"].flatMap { range($0, of: role) }
        role.choices = strings(members["choices"], "choices")
        role.of = strings(members["of"], "of")
        if type == .choice, role.choices.isEmpty { report(node, "a choice lists its \"choices\"") }
        for (choice, wider) in mapping(members["within"], "within") {
            role.within[choice] = string(wider, "within")
        }
        checkWithin(role, members["within"])
        return role
    }

    private mutating func checkWithin(_ role: Role, _ node: Node?) {
        for (choice, wider) in role.within {
            if !role.choices.contains(choice) || !role.choices.contains(wider) {
                report(node, "\"\(choice)\" within \"\(wider)\": both must be among the choices")
            } else if role.isChoice(choice, within: choice) {
                report(node, "\"\(choice)\" is within itself")
            }
        }
    }

    private mutating func registerPhrases(_ predicate: Predicate, _ node: Node?) {
        let direct = Set(predicate.phrases.map(\.foldedForm))
        let inverse = Set(predicate.inverse.map(\.foldedForm))
        for words in direct.union(inverse).sorted() {
            if let other = predicatePhrases.updateValue(predicate.id, forKey: words) {
                report(node, "\"\(words)\" stands for \(other) already")
            }
        }
        for words in direct.intersection(inverse).sorted() {
            report(node, "\"\(words)\" cannot be its own inverse; say symmetric: true")
        }
    }

    mutating func refer(to id: String, from predicate: String, _ node: Node?) {
        if let node { references.append((id, predicate, node)) }
    }

    private mutating func checkReferences(_ predicates: [Predicate]) {
        let known = Dictionary(predicates.map { ($0.id, $0) }) { first, _ in first }
        for (id, predicate, node) in references where known[id] == nil {
            report(node, "\(predicate) refers to \"\(id)\", which is not declared")
        }
        for (id, predicate, node) in references where known[predicate]?.antonym == id {
            if let other = known[id], other.antonym != predicate {
                report(node, "\(id) does not name \(predicate) as its antonym")
            }
        }
        checkRules(known)
    }
}
