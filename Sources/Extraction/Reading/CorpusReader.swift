package import Facts

/// Reads many reports with one extractor, several at once.
package struct CorpusReader: Sendable {
    private let extractor: any Extractor
    private let width: Int

    /// A reader that has at most `width` reports in hand.
    package init(_ extractor: any Extractor, width: Int) {
        self.extractor = extractor
        self.width = max(1, width)
    }

    /// The readings, in the order of the reports.
    ///
    /// - Parameter tell: is told of each reading as it is done, in whatever order that is.
    /// - Throws: `CancellationError` when the task is cancelled.
    package func read(
        _ reports: [Report], tell: @escaping @Sendable (ReportReading) -> Void = { _ in }
    ) async throws -> [ReportReading] {
        try await withThrowingTaskGroup(of: (Int, ReportReading).self) { group in
            var readings = [ReportReading?](repeating: nil, count: reports.count)
            var next = 0
            while next < min(width, reports.count) {
                add(reports[next], next, to: &group)
                next += 1
            }
            while let (index, reading) = try await group.next() {
                readings[index] = reading
                tell(reading)
                guard next < reports.count else { continue }
                add(reports[next], next, to: &group)
                next += 1
            }
            return readings.compactMap(\.self)
        }
    }

    private func add(
        _ report: Report, _ index: Int, to group: inout ThrowingTaskGroup<(Int, ReportReading), any Error>
    ) {
        let extractor = extractor
        group.addTask { (index, try await ReportReading(report, by: extractor)) }
    }
}
