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
        let arguments = before.arguments.keys.sorted().merged(with: after.arguments.keys.sorted())
        let fields =
            [
                Self.value("subject", before.subject, after.subject, nil, vocabulary),
                Self.predicate(before, after, old, new),
                standing.isOfCells(before, after)
                    ? Self.cell(before.object, after.object, predicate.roles["object"], vocabulary)
                    : Self.value("object", before.object, after.object, predicate.roles["object"], vocabulary),
            ]
            + arguments.map { name in
                Self.value(
                    "arguments.\(name)", before.arguments[name], after.arguments[name], predicate.roles[name],
                    vocabulary)
            }
        let time = Self.time(before.holdingTime, after.holdingTime)
        self.predicate = predicate
        values = Relation.combined(fields.map(\.meaning))
        self.time = time.relation
        differing = (fields + [time, Self.polarity(before.polarity, after.polarity)]).filter {
            $0.equality != .identical
        }
    }

    private static func value(
        _ name: String, _ before: Value?, _ after: Value?, _ role: Role?, _ vocabulary: Vocabulary
    ) -> Trace.Field {
        if let a = before, let b = after, a.isIdentical(to: b) { return .identical(name) }
        let (relation, equality) =
            switch (before, after) {
            case (nil, nil): (Relation.same, Equality.identical)
            case (nil, _?): (.narrower, .different)
            case (_?, nil): (.wider, .different)
            case (let a?, let b?): (b.relation(to: a, in: role, vocabulary: vocabulary), a.equality(to: b))
            }
        return Trace.Field(
            name: name, before: before?.phrase, after: after?.phrase, relation: relation, equality: equality)
    }

    /// What stands in one cell of a table before and after.
    private static func cell(
        _ before: Value?, _ after: Value?, _ role: Role?, _ vocabulary: Vocabulary
    ) -> Trace.Field {
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

    private static func predicate(_ before: Claim, _ after: Claim, _ a: Predicate, _ b: Predicate) -> Trace.Field {
        guard a.id == b.id else {
            // The ids, because a changed vocabulary reads the same words as another predicate.
            return Trace.Field(
                name: "predicate", before: a.id, after: b.id, relation: relation(of: b, to: a), equality: .different)
        }
        let isSameText = before.predicateText == after.predicateText
        return Trace.Field(
            name: "predicate", before: before.predicateText, after: after.predicateText, relation: .same,
            equality: isSameText ? .identical : .form)
    }

    private static func relation(of b: Predicate, to a: Predicate) -> Relation {
        if a.subsumes.contains(b.id) { return .narrower }
        if b.subsumes.contains(a.id) { return .wider }
        return a.antonym == b.id || b.antonym == a.id ? .disjoint : .incomparable
    }

    private static func time(_ before: Time?, _ after: Time?) -> Trace.Field {
        if before == after { return .identical("time") }
        let relation: Relation =
            switch (before, after) {
            case (nil, nil): .same
            case (nil, _?): .narrower
            case (_?, nil): .wider
            case (let a?, let b?): b.relation(to: a)
            }
        let equality: Equality = before == after ? .identical : relation == .same ? .form : .different
        return Trace.Field(
            name: "time", before: before?.edtf, after: after?.edtf, relation: relation, equality: equality)
    }

    private static func polarity(_ before: Polarity, _ after: Polarity) -> Trace.Field {
        Trace.Field(
            name: "polarity", before: before.rawValue, after: after.rawValue,
            relation: before == after ? .same : .disjoint,
            equality: before == after ? .identical : .different)
    }
}

extension [String] {
    /// The members of two sorted lists, each once and in order.
    fileprivate func merged(with other: [String]) -> [String] {
        self == other ? self : Set(self).union(other).sorted()
    }
}

extension Trace.Field {
    /// A part that is the same byte for byte, so that nobody asks for its words.
    fileprivate static func identical(_ name: String) -> Self {
        Self(name: name, before: nil, after: nil, relation: .same, equality: .identical)
    }

    /// The relation, where a mere change of form or scale counts as none.
    fileprivate var meaning: Relation { equality.isSameMeaning ? .same : relation }
}
