package import Facts

/// What an extractor read in one report.
package struct ReportReading: Sendable {
    /// Words that might have made a claim and did not, where they stand, and why.
    package struct PlacedOmission: Hashable, Sendable {
        /// What was left out.
        package let omission: Omission
        /// Where it stands in the report's bytes; `nil` when the words are not found again.
        package let place: TextRange?
    }

    /// A passage that could not be read.
    package struct UnreadPassage: Sendable {
        /// The words of the passage.
        package let passage: String
        /// Why.
        package let error: any Error
    }

    /// The report.
    package let report: Report
    /// The claims, their quotations anchored in the report's bytes.
    package let claims: ReadClaims
    /// Each of the claims as it was read: its quotations without marks and line breaks, and without their places.
    package let wordings: [StatedClaim]
    /// What was left out, in the order of the text.
    package let omissions: [PlacedOmission]
    /// Quotations that claims rest on and that are not in the report; the claims are left out.
    package let refusedQuotes: [String]
    /// Passages that could not be read; the claims of the others are good.
    package let failures: [UnreadPassage]

    /// Reads a report passage by passage, each once.
    ///
    /// - Throws: `CancellationError` when the task is cancelled between two passages.
    package init(_ report: Report, by extractor: any Extractor) async throws {
        var claims: [StatedClaim] = []
        var wordings: [StatedClaim] = []
        var omissions: [PlacedOmission] = []
        var failures: [UnreadPassage] = []
        let lines = LineEnds(report.text)
        let pieces = report.passages
        var prepared = 0
        for (number, piece) in pieces.enumerated() {
            try Task.checkCancellation()
            if number == prepared {
                let next = pieces[number...].start(upTo: Passage.maximumLength)
                await extractor.prepare(next)
                prepared += next.count
            }
            do {
                let reading = try await extractor.read(piece.passage)
                claims += reading.claims.map(piece.located)
                wordings += reading.claims.map(\.withoutPlaces)
                omissions += reading.omissions.map { PlacedOmission($0, in: piece, lines) }
            } catch {
                failures.append(UnreadPassage(passage: piece.passage.text, error: error))
            }
        }
        let anchored = AnchoredReading(claims, by: extractor.fingerprint, in: report)
        self.report = report
        self.claims = anchored.claims
        self.wordings = anchored.indices.map { wordings[$0] }
        self.omissions = omissions
        refusedQuotes = anchored.refused.map(\.quote)
        self.failures = failures
    }
}

extension ArraySlice<ReportPassage> {
    /// The first, and those after it as long as they have no more than so many UTF-8 bytes together.
    fileprivate func start(upTo limit: Int) -> [Passage] {
        var length = 0
        return enumerated().prefix { number, piece in
            length += piece.passage.text.utf8.count
            return number == 0 || length <= limit
        }.map(\.element.passage)
    }
}

extension StatedClaim {
    fileprivate var withoutPlaces: StatedClaim {
        var claim = self
        claim.evidence = evidence.map { .init(quote: $0.quote) }
        return claim
    }
}

extension ReportReading.PlacedOmission {
    fileprivate init(_ omission: Omission, in piece: ReportPassage, _ lines: LineEnds) {
        let end = omission.start + omission.quote.utf8.count
        let isPlaced = !omission.quote.isEmpty && omission.start >= 0 && end <= piece.passage.text.utf8.count
        let source = isPlaced ? piece.source(of: omission.start..<end) : nil
        self.omission = omission
        place = source.map {
            TextRange(start: $0.lowerBound, end: $0.upperBound, line: lines.line(of: $0.lowerBound))
        }
    }
}

/// Where the lines of a text end, to tell lines by.
private struct LineEnds {
    private let ends: [Int]

    init(_ text: [UInt8]) { ends = text.indices.filter { text[$0] == 0x0A } }

    /// The line of a byte, from 1.
    func line(of byte: Int) -> Int {
        var (low, high) = (0, ends.count)
        while low < high {
            let middle = (low + high) / 2
            if ends[middle] < byte { low = middle + 1 } else { high = middle }
        }
        return low + 1
    }
}
