package import Facts

/// Claims made elsewhere, as they stand in a `claims/1` file: JSON Lines, optionally after a header line that names the extractor.
///
///     {"annals":"claims/1","extractor":{"name":"desk","version":"1"}}
///     {"report":"…","subject":"…","predicate":"…",…}
package struct ClaimsFile: Sendable {
    /// What made the claims; ``ExtractorFingerprint/unnamed`` when the file does not say.
    package let fingerprint: ExtractorFingerprint
    /// The claims with their lines, by report.
    package let byReport: [ReportName: [(line: Int, claim: StatedClaim)]]
    /// The lines that are not claims; the others are good.
    package let problems: [ClaimsProblem]

    /// Reads a whole file; claims are kept in memory, refused lines are not.
    ///
    /// - Parameter fingerprint: takes the place of the one in the file.
    /// - Throws: an `Errno` when the file cannot be read, ``ClaimsProblem`` when it is not a `claims/1` file at all.
    package init(_ lines: LineReader, by fingerprint: ExtractorFingerprint? = nil) throws {
        var reader = ClaimsReader(lines)
        var byReport: [ReportName: [(line: Int, claim: StatedClaim)]] = [:]
        var problems: [ClaimsProblem] = []
        while let item = try reader.next() {
            switch item {
            case .claim(let claim, let line): byReport[claim.report, default: []].append((line, claim))
            case .problem(let problem): problems.append(problem)
            }
        }
        self.fingerprint = fingerprint ?? reader.extractor ?? .unnamed
        self.byReport = byReport
        self.problems = problems
    }
}
