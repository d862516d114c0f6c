import Extraction
import Facts
import Rendering

extension ExtractionPage {
    /// The page of what was read in a report, understood by a vocabulary.
    init(_ reading: ReportReading, by extractor: ExtractorFingerprint, _ vocabulary: Vocabulary, explains: Bool) {
        self.init(
            extractor: extractor, record: reading.report.record,
            claims: reading.claims.claims,
            omissions: reading.omissions.map {
                Omission(quote: $0.omission.quote, place: $0.place, reason: $0.omission.reason)
            }, explains: explains, naming: Naming(vocabulary))
    }
}

extension ReportReading {
    /// One sentence for each thing that went wrong.
    var problems: [String] {
        let name = visible(report.record.name.description)
        return failures.map { failure in
            // An extractor from the settings names the place itself, and may have had more to say.
            if let told = failure.error as? ExtractorFailure { return told.paragraph }
            return "\(name): \"\(visible(failure.passage.start))\": \(Failure(failure.error).message)"
        }
            + refusedQuotes.map { "\(name): \"\(visible($0))\" is not in the text, so its claim is left out" }
    }
}

extension String {
    /// The first words, where the whole would be too long to be told.
    fileprivate var start: String { count > 60 ? prefix(60) + "…" : self }
}
