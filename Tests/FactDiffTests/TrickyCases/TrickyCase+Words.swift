import Facts

extension TrickyCase {
    /// What is said before and after, for a cell of the page.
    var sides: String {
        let new = isJoining ? after.claims.dropFirst(before.claims.count).map { "… and \($0.words)" } : after.lines
        let (old, rest) = (before.lines.isEmpty ? ["nothing"] : before.lines, new.isEmpty ? [emptySide] : new)
        return old.joined(separator: "<br>") + "<br>→<br>" + rest.joined(separator: "<br>")
    }

    private var emptySide: String {
        if !isJoining { return "nothing" }
        return before.vocabulary == after.vocabulary ? "the same" : "the same, of another vocabulary"
    }
}

extension TrickyCase.Revision {
    fileprivate var lines: [String] { claims.map(\.words) }
}

extension StatedClaim {
    /// Short: subject, predicate and object, then what else there is.
    fileprivate var words: String {
        let parts = [subject.text, predicate] + (object.map { [$0.text] } ?? [])
        let details = arguments.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.text)" }
        let manner = modality.map(\.rawValue) + (certainty == .certain ? [] : [certainty.rawValue])
        let speaker = attribution.map { "says \($0)" }
        let quotes = evidence.map { "“\($0.quote)”" }
        let all =
            [polarity == .denied ? "not: " : "", parts.joined(separator: " · ")]
            + (details + (time.map { [$0.edtf] } ?? []) + manner + speaker + quotes + ["*\(report)*"]).map { ", \($0)" }
        return all.joined().replacing("|", with: "\\|")
    }
}
