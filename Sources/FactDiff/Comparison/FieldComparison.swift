import Facts

/// The parts of two claims held against one another, after to before.
struct FieldComparison: Hashable, Sendable {
    /// What rules the comparison: of two predicates the wider, or else the first by id.
    let predicate: Predicate
    /// The parts that are not byte for byte the same, in the order subject, predicate, object, arguments by name, time, polarity.
    let differing: [Trace.Field]
    /// All parts but time and polarity, taken together.
    let values: Relation
    /// The time taken as part of what is said; `same` when neither says any.
    let time: Relation

    /// Compares two claims.
    ///
    /// - Parameter standing: cells of a table that replaced one another are compared as figures that may be rounded.
    init(
        _ before: Claim, _ after: Claim, standing: ClaimComparison.Standing = .beside, vocabulary: Vocabulary
    ) {
        let old = vocabulary.predicate(id: before.predicate)
        let new = before.predicate == after.predicate ? old : vocabulary.predicate(id: after.predicate)
        let predicate = Self.ruling(old, new)
        let object =
            standing.isOfCells(before, after)
            ? Self.cell(before.object, after.object, predicate.roles["object"], vocabulary)
            : Self.value("object", before.object, after.object, predicate.roles["object"], vocabulary)
        var fields = [
            Self.value("subject", before.subject, after.subject, nil, vocabulary),
            Self.predicate(before, after, old, new), object,
        ].compactMap(\.self)
        for name in Self.differingNames(before.arguments, after.arguments) {
            let field = Self.value(
                "arguments.\(name)", before.arguments[name], after.arguments[name], predicate.roles[name], vocabulary)
            if let field { fields.append(field) }
        }
        self.predicate = predicate
        values = Relation.combined(fields.map(\.meaning))
        let time = Self.time(before.holdingTime, after.holdingTime)
        self.time = time?.relation ?? .same
        fields += [time, Self.polarity(before.polarity, after.polarity)].compactMap(\.self)
        differing = fields
    }

    /// The names of the arguments that may not be byte for byte the same, sorted.
    private static func differingNames(_ before: [String: Value], _ after: [String: Value]) -> [String] {
        if before.isEmpty { return after.keys.sorted() }
        let old = before.filter { name, value in !(after[name]?.isIdentical(to: value) ?? false) }.keys
        return (old + after.keys.filter { before[$0] == nil }).sorted()
    }

    /// The parts of one role held against one another; `nil` when they are byte for byte the same, and so nobody asks for the words.
    private static func value(
        _ name: String, _ before: Value?, _ after: Value?, _ role: Role?, _ vocabulary: Vocabulary
    ) -> Trace.Field? {
        let (relation, equality): (Relation, Equality)
        switch (before, after) {
        case (nil, nil): return nil
        case (nil, _?): (relation, equality) = (.narrower, .different)
        case (_?, nil): (relation, equality) = (.wider, .different)
        case (let a?, let b?):
            if a.isIdentical(to: b) { return nil }
            (relation, equality) = b.comparison(with: a, in: role, vocabulary: vocabulary)
        }
        return Trace.Field(
            name: name, before: before?.phrase, after: after?.phrase, relation: relation, equality: equality)
    }

    /// What stands in one cell of a table before and after.
    private static func cell(
        _ before: Value?, _ after: Value?, _ role: Role?, _ vocabulary: Vocabulary
    ) -> Trace.Field? {
        guard let a = before, let b = after, !a.isIdentical(to: b) else {
            return value("object", before, after, role, vocabulary)
        }
        let (relation, equality) = b.comparison(replacing: a, in: role, vocabulary: vocabulary)
        return Trace.Field(
            name: "object", before: a.phrase, after: b.phrase, relation: relation, equality: equality)
    }

    private static func ruling(_ a: Predicate, _ b: Predicate) -> Predicate {
        let (first, second) = a.id < b.id ? (a, b) : (b, a)
        return second.subsumes.contains(first.id) ? second : first
    }

    private static func predicate(_ before: Claim, _ after: Claim, _ a: Predicate, _ b: Predicate) -> Trace.Field? {
        guard a.id == b.id else {
            // The ids, because a changed vocabulary reads the same words as another predicate.
            return Trace.Field(
                name: "predicate", before: a.id, after: b.id, relation: relation(of: b, to: a), equality: .different)
        }
        if before.predicateText == after.predicateText { return nil }
        return Trace.Field(
            name: "predicate", before: before.predicateText, after: after.predicateText, relation: .same,
            equality: .form)
    }

    private static func relation(of b: Predicate, to a: Predicate) -> Relation {
        if a.subsumes.contains(b.id) { return .narrower }
        if b.subsumes.contains(a.id) { return .wider }
        return a.antonym == b.id || b.antonym == a.id ? .disjoint : .incomparable
    }

    private static func time(_ before: Time?, _ after: Time?) -> Trace.Field? {
        if before == after { return nil }
        let relation: Relation =
            switch (before, after) {
            case (nil, nil): .same
            case (nil, _?): .narrower
            case (_?, nil): .wider
            case (let a?, let b?): b.relation(to: a)
            }
        return Trace.Field(
            name: "time", before: before?.edtf, after: after?.edtf, relation: relation,
            equality: relation == .same ? .form : .different)
    }

    private static func polarity(_ before: Polarity, _ after: Polarity) -> Trace.Field? {
        if before == after { return nil }
        return Trace.Field(
            name: "polarity", before: before.rawValue, after: after.rawValue, relation: .disjoint,
            equality: .different)
    }
}

extension Trace.Field {
    /// The relation, where a mere change of form or scale counts as none.
    fileprivate var meaning: Relation { equality.isSameMeaning ? .same : relation }
}
