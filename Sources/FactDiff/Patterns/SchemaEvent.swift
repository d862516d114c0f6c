import Facts

/// One change of the way in which many facts are filed: a predicate that was renamed, split, merged or given another key.
///
/// What a person reviews once instead of fact by fact. Found by value identity (``PredicateShift``), never by the likeness of
/// names alone.
package struct SchemaEvent: Hashable, Sendable {
    /// What happened to the predicate.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// It goes by another name.
        case renamed
        /// Its values stand under several now.
        case split
        /// Its values stand under one with those of others now.
        case merged
        /// Its facts are told apart by other arguments.
        case rekeyed
    }

    /// What happened to the predicate.
    package let kind: Kind
    /// The predicates before, by id.
    package let before: [String]
    /// The predicates after, by id.
    package let after: [String]
    /// The arguments by which facts are told apart otherwise; empty unless rekeyed.
    package let arguments: [String]
    /// The changes that belong to it, in the order of display.
    package let members: [Change]

    /// The members of which nothing but the filing changed.
    package var unchangedInValue: [Change] { members.filter(\.isMereFiling) }
}

extension ChangeSet {
    /// The schema events among the changes, the largest first.
    package var schemaEvents: [SchemaEvent] { SchemaEvent.all(in: changes) }
}

extension SchemaEvent {
    /// Fewer members than this are told one by one.
    private static let fewest = PredicateShift.fewest

    fileprivate static func all(in changes: [Change]) -> [SchemaEvent] {
        (shifts(changes) + rekeyings(changes)).sorted { a, b in
            a.members.count == b.members.count
                ? (a.before + a.after).lexicographicallyPrecedes(b.before + b.after)
                : a.members.count > b.members.count
        }
    }

    /// Predicates in the place of others; those with an end in common make one event.
    private static func shifts(_ changes: [Change]) -> [SchemaEvent] {
        let members = changes.filter { $0.shift != nil }
        let pairs = Dictionary(grouping: members) { $0.shift ?? .init(before: "", after: "") }
            .filter { $0.value.count >= fewest }
        var rest = pairs.keys.sorted { ($0.before, $0.after) < ($1.before, $1.after) }
        var events: [SchemaEvent] = []
        while let first = rest.first {
            let joined = rest.filter { $0.before == first.before || $0.after == first.after }
            rest.removeAll(where: joined.contains)
            let (before, after) = (Set(joined.map(\.before)).sorted(), Set(joined.map(\.after)).sorted())
            let kind: Kind = after.count > 1 ? .split : before.count > 1 ? .merged : .renamed
            events.append(
                SchemaEvent(
                    kind: kind, before: before, after: after, arguments: [],
                    members: members.filter { $0.shift.map(joined.contains) ?? false }))
        }
        return events
    }

    /// Facts of one predicate that all have other key arguments.
    private static func rekeyings(_ changes: [Change]) -> [SchemaEvent] {
        struct Rekeying: Hashable {
            let predicate: String
            let arguments: [String]
        }
        let members = changes.filter { $0.rekeyed != nil }
        let groups = Dictionary(grouping: members) {
            Rekeying(predicate: $0.after?.predicate ?? "", arguments: $0.rekeyed ?? [])
        }
        return groups.filter { $0.value.count >= fewest }.map { key, members in
            SchemaEvent(
                kind: .rekeyed, before: [key.predicate], after: [key.predicate], arguments: key.arguments,
                members: members)
        }
    }
}

extension Change {
    /// The predicates, when one took the place of the other.
    fileprivate var shift: PredicateShift.Pair? {
        guard let before, let after, formerFact != nil, fields.first == "predicate",
            before.predicate != after.predicate,
            before.subject.identity == after.subject.identity
        else { return nil }
        return PredicateShift.Pair(before: before.predicate, after: after.predicate)
    }

    /// The arguments that are there on one side only, when nothing else tells the facts apart.
    fileprivate var rekeyed: [String]? {
        guard let before, let after, formerFact != nil, before.predicate == after.predicate,
            before.subject.identity == after.subject.identity, before.object?.identity == after.object?.identity
        else { return nil }
        let names = Set(before.arguments.keys).symmetricDifference(after.arguments.keys)
        return names.isEmpty ? nil : names.sorted()
    }

    /// Whether a schema event tells all of it.
    fileprivate var isMereFiling: Bool {
        trace.rule == .predicateRenamed || content == .split || content == .merged || rekeyed != nil
    }
}
