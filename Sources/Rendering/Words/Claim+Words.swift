import Facts

extension Claim {
    /// What makes it less than a plain statement: `denied`, `possible`, `planned`; empty for a plain one.
    var hedges: [String] {
        (polarity == .denied ? ["denied"] : [])
            + (certainty == .probable || certainty == .possible ? [certainty.rawValue] : []) + modality.map(\.rawValue)
    }

    /// The hedges as the start of a quotation: `denied, planned: `.
    var hedgeLine: Line {
        hedges.isEmpty ? [] : [Span(hedges.joined(separator: ", "), .strong), Span(":")]
    }

    /// Whose word it is: `Avigdor Liberman, via Walla`; empty in the reporter's own voice.
    var voice: String {
        attribution.enumerated().map { $0.offset == 0 ? $0.element : "via \($0.element)" }.joined(separator: ", ")
    }

    /// Its first quotation, or that it has none.
    var firstQuote: Line { evidence.first?.words ?? [Span("no quotation", .dim)] }

    /// Where the first quotation stands and on whose word: `ledger:12  Avigdor Liberman, via Walla`.
    var source: Line { place(of: evidence.first).then(more).then(voice: voice) }

    /// Where a quotation of this claim stands.
    func place(of evidence: Evidence?) -> Line {
        [Span(report.description + (evidence?.range.map { ":\($0.line)" } ?? ""), .place, of: .claim(id, report))]
    }

    private var more: Line {
        evidence.count > 1 ? [Span("and \((evidence.count - 1).of("more quotation"))", .dim)] : []
    }
}

extension Line {
    /// This line and whose word it is.
    func then(voice: String) -> Line { voice.isEmpty ? self : (self + [Span(",")]).then(voice) }
}

extension Evidence {
    /// The words in quotation marks; a word before them where they no longer stand in the text.
    var words: Line {
        let quoted: Line = [Span("\""), Span(quote, .quote), Span("\"")]
        return switch anchor {
        case .exact, .folded: quoted
        case .orphaned: quoted.then("(orphaned: no one place in the text)", .dim)
        case .unchecked: quoted.then("(not looked for)", .dim)
        }
    }
}
