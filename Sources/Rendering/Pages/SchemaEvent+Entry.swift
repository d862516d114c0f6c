import FactDiff
import Facts

extension SchemaEvent {
    /// What happened to which predicate, over how many facts: one entry, however many facts there are.
    ///
    /// - Parameter room: where there is little, long names are given by their end.
    func entry(_ naming: Naming, room: Entry.Room) -> Entry {
        let title = Line([Span("> \(kind.word.uppercased())", .word)])
            .then(members.count.of("fact"), .strong, gap: 2).then(predicates(naming, room), gap: 2)
        let kept = unchangedInValue.count
        guard kept < members.count else { return Entry(title, room: room) }
        let values = "\(kept.grouped) with the same value, \((members.count - kept).grouped) with another, shown below"
        return Entry(title, [.note([Span(values, .dim)])], room: room)
    }

    private func predicates(_ naming: Naming, _ room: Entry.Room) -> Line {
        guard kind != .rekeyed else {
            return Line([Span(names(after, naming).joined(), .subject)])
                .then("now told apart by \(arguments.joined(separator: ", "))")
        }
        var (old, new) = (names(before, naming), names(after, naming))
        if room.isBrief {
            old = old.map { $0.ending(within: Self.nameWidth) }
            new = new.map { $0.ending(within: Self.nameWidth) }
        }
        return Difference.arrow(
            [Span(old.joined(separator: " + "), .before)], [Span(new.joined(separator: " + "), .after)])
    }

    /// Columns that a name may take where there is little room.
    private static let nameWidth = 28

    private func names(_ ids: [String], _ naming: Naming) -> [String] {
        ids.map { id in
            let claims = members.lazy.flatMap { [$0.before, $0.after].compactMap { $0 } }
            return claims.first { $0.predicate == id }.map(naming.predicate) ?? id
        }
    }

    /// The event as the header of `changes/1` writes it.
    var json: JSONValue {
        var json: [String: JSONValue] = [
            "kind": .string(kind.rawValue), "before": .strings(before), "after": .strings(after),
            "facts": .strings(members.map(\.fact.letters)), "sameValue": .integer(unchangedInValue.count),
        ]
        if !arguments.isEmpty { json["arguments"] = .strings(arguments) }
        return .object(json)
    }
}

extension SchemaEvent.Kind {
    fileprivate var word: String { self == .rekeyed ? "re-keyed" : rawValue }
}
