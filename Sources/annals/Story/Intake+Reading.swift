import Extraction
import FactRepository
import Facts

extension Intake {
    /// Has the texts read that are new or were edited.
    ///
    /// Texts that stand as they were recorded are left alone unless the person chose the reader. Claims that were made elsewhere
    /// are kept when their text is edited: they are somebody's work. Where an earlier version of the reader read the text before
    /// the edit, it is read again as it was, so that what is due to the reader can be told from what is due to the report.
    mutating func readTexts(by reader: any Extractor, isChosen: Bool, _ interruption: Interruption?) async throws {
        var due: [Report] = []
        var former: [Report] = []
        var kept: [ReportName: ExtractorFingerprint] = [:]
        for report in recording.reports where !recording.hasClaims(of: report.record.name) {
            let name = report.record.name
            let old = try base.record(of: name)
            let isEdited = old?.digest != report.record.digest || old?.extractor == nil
            let isOwn = old?.extractor.map { $0.name == reader.fingerprint.name } ?? true
            guard isChosen ? isEdited || old?.extractor != reader.fingerprint : isEdited else { continue }
            guard isChosen || isOwn else {
                kept[name] = old?.extractor
                continue
            }
            due.append(report)
            if let old, old.digest != report.record.digest, let before = old.extractor, before != reader.fingerprint {
                former.append(try base.report(name))
            }
        }
        try await take(due, former, reader, interruption)
        tell(kept)
    }

    private mutating func take(
        _ due: [Report], _ former: [Report], _ reader: any Extractor, _ interruption: Interruption?
    ) async throws {
        let readings = try await story.read(due + former, by: reader, interruption)
        refusals += readings.flatMap(\.problems)
        let formerTexts = Set(former)
        for reading in readings where reading.failures.isEmpty {
            let name = reading.report.record.name
            if formerTexts.contains(reading.report) {
                recording.readingsOfOldTexts[name] = reading.claims
            } else {
                recording.claims[name] = reading.claims
            }
        }
    }

    /// Says whose claims were kept.
    private func tell(_ kept: [ReportName: ExtractorFingerprint]) {
        for (extractor, names) in Dictionary(grouping: kept.keys, by: { kept[$0]?.description ?? "" }).sorted(
            by: { $0.key < $1.key })
        {
            let reports = names.count == 1 ? "1 edited report keeps" : "\(names.count) edited reports keep"
            Output.note("note: \(reports) the claims of \(extractor); --extractor NAME has them read anew")
        }
    }
}
