import FactDiff
import Facts

extension Sequence<ReportChange> {
    /// A line for each thing that happened to reports: `3 reports added: a, b, c`.
    var summary: [Line] {
        let added = filter { $0.kind == .added }
        let edited = filter { $0.kind == .edited && !$0.isSilent }
        let silent = filter(\.isSilent)
        let withdrawn = filter { $0.kind == .withdrawn }
        let redescribed = filter { $0.kind == .redescribed }
        let reread = Dictionary(grouping: filter { $0.kind == .reread }) {
            $0.after?.extractor?.description ?? "nobody"
        }
        let told = [Self.line(added, "added"), Self.line(edited, "edited"), Self.line(silent, "edited without notice")]
        let lines =
            told + edited.compactMap(\.notice) + [Self.line(withdrawn, "withdrawn")]
            + reread.sorted { $0.key < $1.key }.map { Self.line($0.value, "reread by \($0.key)") }
            + [Self.line(redescribed, "redescribed")]
            + [Self.line(filter { $0.kind == .changed }, "changed")]
            + [Self.line(filter { $0.kind == .removed }, "no longer there")]
        return lines.filter { !$0.isEmpty }
    }

    /// Names that are shown before the rest is counted.
    private static var shown: Int { 6 }

    private static func line(_ changes: [ReportChange], _ what: String) -> Line {
        guard !changes.isEmpty else { return [] }
        let names = changes.prefix(shown).map { Line([$0.name.span]) }
        let rest = changes.count - names.count
        let more: [Line] = rest > 0 ? [[Span("and \(rest.grouped) more", .dim)]] : []
        return (Line([Span(changes.count.of("report"))]).then(what, .strong) + [Span(":")])
            .then((names + more).commaSeparated)
    }

    /// Why no fact changed though reports did; empty when none did.
    var reasonForNothing: String {
        let kinds = Set(map(\.kind))
        let reasons = ReportChange.Kind.allCases.filter(kinds.contains).map { kind in
            switch kind {
            case .added: "the reports that came in state nothing"
            case .edited: "the texts that changed still say the same in the same places"
            case .reread: "the other extractor read the same claims"
            case .redescribed: "only what is known about reports changed"
            case .withdrawn: "no fact rested on the reports withdrawn"
            case .changed: "the claims that changed still say the same"
            case .removed: "no fact rested on the reports that are no longer there"
            }
        }
        return reasons.joined(separator: "; ")
    }
}

extension ReportChange {
    /// What the publisher says of the edit; `nil` when it says nothing new.
    fileprivate var notice: Line? {
        guard let text = after?.notice, text != before?.notice else { return nil }
        let publisher: Line = [name.span, Span(":")]
        return publisher.then([Span("\""), Span(text, .quote), Span("\"")])
    }

    var json: JSONValue {
        var members: [String: JSONValue] = ["report": .string(name.description), "kind": .string(kind.rawValue)]
        if kind == .edited { members["silent"] = .bool(isSilent) }
        members["before"] = before.map(\.json)
        members["after"] = after.map(\.json)
        return .object(members)
    }
}
