import Yams

/// Reads `vocabulary.yaml` (format `vocabulary/1`) and checks it against itself.
package struct VocabularyReader {
    private var problems: [VocabularyError.Problem] = []
    /// Where each predicate id was declared and which ids it refers to.
    private var references: [(id: String, from: String, node: Node)] = []

    private init() {}

    /// The vocabulary of a text.
    package static func read(_ text: String) throws(VocabularyError) -> Vocabulary {
        var reader = VocabularyReader()
        guard let root = try compose(text) else {
            throw .init(problems: [.init(line: 1, column: 1, reason: "the vocabulary is empty")])
        }
        let vocabulary = reader.vocabulary(root)
        guard reader.problems.isEmpty else {
            throw .init(problems: reader.problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
        }
        return vocabulary
    }

    private static func compose(_ text: String) throws(VocabularyError) -> Node? {
        do {
            return try Yams.compose(yaml: text)
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
        let members = mapping(root, "the vocabulary", allowed: ["format", "entities", "predicates"])
        if let format = members["format"], format.string != "vocabulary/1" {
            report(format, "this version reads format vocabulary/1 only")
        } else if members["format"] == nil {
            report(root, "\"format: vocabulary/1\" is missing")
        }
        let entities = sequence(members["entities"], "entities").compactMap { entity($0) }
        let predicates = sequence(members["predicates"], "predicates").compactMap { predicate($0) }
        checkReferences(predicates)
        return Vocabulary(predicates: predicates, entities: entities)
    }

    // MARK: entities

    private var entityNames: [EntityKey: String] = [:]

    private mutating func entity(_ node: Node) -> Vocabulary.KnownEntity? {
        let members = mapping(node, "an entity", allowed: ["name", "aliases", "type", "within"])
        guard let name = required("name", members, node) else { return nil }
        let aliases = strings(members["aliases"], "aliases")
        for alias in [name] + aliases {
            let key = EntityKey(name: alias)
            if let other = entityNames.updateValue(name, forKey: key), other != name {
                report(node, "\"\(alias)\" is a name of \(other) already")
            }
        }
        return .init(
            name: name, aliases: aliases,
            type: choice(
                members["type"], ["person", "organisation", "country", "place", "event", "work", "group"], "type"),
            within: strings(members["within"], "within").map { EntityKey(name: $0) })
    }

    // MARK: predicates

    private var predicatePhrases: [String: String] = [:]

    private mutating func predicate(_ node: Node) -> Predicate? {
        let members = mapping(
            node, "a predicate",
            allowed: [
                "id", "label", "aliases", "inverse", "kind", "single-valued", "key", "roles", "symmetric", "antonym",
                "subsumes",
                "initiates", "terminates", "monotone", "tolerance", "links",
            ])
        guard let id = required("id", members, node), let label = required("label", members, node),
            let kindName = required("kind", members, node)
        else { return nil }
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
        registerPhrases(predicate, node)
        return predicate
    }

    private mutating func readIdentity(_ predicate: inout Predicate, _ members: [String: Node]) {
        predicate.isSingleValued = flag(members["single-valued"], "single-valued")
        predicate.isSymmetric = flag(members["symmetric"], "symmetric")
        predicate.key =
            members["key"].map { strings($0, "key").sorted() } ?? (predicate.isSingleValued ? [] : ["object"])
        let tolerance = members["tolerance"].flatMap { percentage($0) }
        for (name, node) in mapping(members["roles"], "roles", allowed: nil) {
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
            ("terminates", \Predicate.terminates),
        ] {
            predicate[keyPath: path] = strings(members[name], name)
            for id in predicate[keyPath: path] { refer(to: id, from: predicate.id, members[name]) }
        }
        predicate.antonym = members["antonym"]?.string
        if let antonym = predicate.antonym { refer(to: antonym, from: predicate.id, members["antonym"]) }
        predicate.monotone = choice(members["monotone"], Predicate.Monotone.allCases.map(\.rawValue), "monotone")
            .flatMap(Predicate.Monotone.init)
        let links = mapping(members["links"], "links", allowed: ["wikidata", "plover", "schema"])
        predicate.links = links.compactMapValues(\.string)
    }

    private mutating func role(_ node: Node) -> Role? {
        let members = mapping(node, "a role", allowed: ["type", "unit", "choices", "within", "of"])
        guard let name = required("type", members, node) else { return nil }
        guard let type = Role.ValueType(rawValue: name) else {
            report(members["type"] ?? node, "type is entity, quantity, time, choice or text, not \"\(name)\"")
            return nil
        }
        var role = Role(type: type)
        role.unit = members["unit"]?.string.map(Unit.init(named:))
        role.choices = strings(members["choices"], "choices")
        role.of = strings(members["of"], "of")
        role.within = mapping(members["within"], "within", allowed: nil).compactMapValues(\.string)
        if type == .choice, role.choices.isEmpty { report(node, "a choice lists its \"choices\"") }
        for (choice, wider) in role.within where !role.choices.contains(choice) || !role.choices.contains(wider) {
            report(members["within"], "\"\(choice)\" within \"\(wider)\": both must be among the choices")
        }
        return role
    }

    private mutating func registerPhrases(_ predicate: Predicate, _ node: Node) {
        for words in predicate.phrases + predicate.inverse {
            if let other = predicatePhrases.updateValue(predicate.id, forKey: words.foldedForm), other != predicate.id {
                report(node, "\"\(words)\" stands for \(other) already")
            }
        }
        let inverse = Set(predicate.inverse.map(\.foldedForm))
        for words in predicate.phrases where inverse.contains(words.foldedForm) {
            report(node, "\"\(words)\" cannot be its own inverse; say symmetric: true")
        }
    }

    private mutating func refer(to id: String, from predicate: String, _ node: Node?) {
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
    }
}

// MARK: nodes

extension VocabularyReader {
    private mutating func report(_ node: Node?, _ reason: String) {
        problems.append(.init(line: node?.mark?.line ?? 1, column: node?.mark?.column ?? 1, reason: reason))
    }

    private mutating func mapping(_ node: Node?, _ what: String, allowed: Set<String>?) -> [String: Node] {
        guard let node else { return [:] }
        guard let pairs = node.mapping else {
            report(node, "\(what) must be a mapping")
            return [:]
        }
        var members: [String: Node] = [:]
        for (key, value) in pairs {
            let name = key.string ?? ""
            if let allowed, !allowed.contains(name) {
                report(key, "\(what) has no \"\(name)\"; known are \(allowed.sorted().joined(separator: ", "))")
            }
            members[name] = value
        }
        return members
    }

    private mutating func sequence(_ node: Node?, _ what: String) -> [Node] {
        guard let node else { return [] }
        guard let sequence = node.sequence else {
            report(node, "\(what) must be a list")
            return []
        }
        return Array(sequence)
    }

    private mutating func strings(_ node: Node?, _ what: String) -> [String] {
        guard let node else { return [] }
        if node.sequence == nil, let single = node.string { return [single] }
        return sequence(node, what).compactMap { element in
            if element.string == nil { report(element, "\(what) must hold words") }
            return element.string
        }
    }

    private mutating func required(_ name: String, _ members: [String: Node], _ node: Node) -> String? {
        guard let text = members[name]?.string, !text.isBlank else {
            report(members[name] ?? node, "\"\(name)\" is missing")
            return nil
        }
        return text
    }

    private mutating func choice(_ node: Node?, _ allowed: [String], _ what: String) -> String? {
        guard let node else { return nil }
        guard let text = node.string, allowed.contains(text) else {
            report(node, "\(what) is one of \(allowed.joined(separator: ", "))")
            return nil
        }
        return text
    }

    private mutating func flag(_ node: Node?, _ what: String) -> Bool {
        guard let node else { return false }
        guard let value = node.bool else {
            report(node, "\(what) is true or false")
            return false
        }
        return value
    }

    private mutating func percentage(_ node: Node) -> DecimalNumber? {
        guard let text = node.string, text.hasSuffix("%"), let number = WrittenNumber(text.dropLast()) else {
            report(node, "tolerance is a percentage, like 5%")
            return nil
        }
        return number.value.multiplied(by: DecimalNumber(1, exponent: -2))
    }
}
