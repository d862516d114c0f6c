import Extraction
import Facts
import TestSupport
import Testing

/// What the English reader claims of a passage, one line a claim, read with a vocabulary that knows nothing.
func claims(of text: String, after before: [String] = [], published: String = "2025-11-19") async throws -> [String] {
    try await reading(of: text, after: before, published: published).claims.map(\.words)
}

/// What the English reader makes of a passage.
func reading(
    of text: String, after before: [String] = [], published: String = "2025-11-19"
) async throws -> PassageReading {
    await EnglishReader(vocabulary: .empty, parse: EnglishPipeline.parse).read(
        try passage(text, after: before, published: published))
}

/// A passage of a report that was published on a day.
func passage(_ text: String, after before: [String] = [], published: String = "2025-11-19") throws -> Passage {
    var record = ReportRecord(name: try #require(ReportName("wire")), text: Array(text.utf8))
    record.published = Time(edtf: published)
    return Passage(text, of: record, before: before)
}

extension StatedClaim {
    /// The claim in one line: "subject | predicate | object role=words @time DENIED certainty modality by speakers".
    var words: String {
        var parts = ["\(subject.text) | \(predicate) | \(object?.text ?? "-")"]
        parts += arguments.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.text)" }
        if let time { parts.append("@\(time.edtf)") }
        if polarity == .denied { parts.append("DENIED") }
        if certainty != .certain { parts.append(certainty.rawValue) }
        parts += modality.map(\.rawValue)
        if !attribution.isEmpty { parts.append("by " + attribution.joined(separator: " < ")) }
        return parts.joined(separator: " ")
    }
}
