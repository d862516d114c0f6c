import Extraction
import Facts
import SystemPackage
import TestSupport
import Testing

/// A line of `claims/1` about a report.
func line(_ report: String = "wire", _ members: String = "") -> String {
    #"{"report":"\#(report)","subject":"Qatar","predicate":"visited","object":"Israel"\#(members)}"#
}

/// All that a reader gives for a text.
func read(_ text: String) throws -> (claims: [Int], problems: [ClaimsProblem]) { try read(Array(text.utf8)) }

/// The lines of the claims, and the problems, that a reader gives for some bytes.
func read(_ bytes: [UInt8]) throws -> (claims: [Int], problems: [ClaimsProblem]) {
    var reader = ClaimsReader(LineReader(bytes))
    return try drain(&reader)
}

/// The lines of the claims, and the problems, that a reader still has.
func drain(_ reader: inout ClaimsReader) throws -> (claims: [Int], problems: [ClaimsProblem]) {
    var claims: [Int] = []
    var problems: [ClaimsProblem] = []
    while let item = try reader.next() {
        switch item {
        case .claim(_, let line): claims.append(line)
        case .problem(let problem): problems.append(problem)
        }
    }
    return (claims, problems)
}

/// A report of some text, as a file of that name would give it.
func report(_ text: String, _ path: String = "wire.txt") throws -> Report {
    try ReportReader.report(Array(text.utf8), path)
}

/// Why some bytes are no report.
func problem(_ bytes: [UInt8], _ path: String = "wire.md") -> ReportProblem? {
    do throws(ReportProblem) {
        _ = try ReportReader.report(bytes, path)
        return nil
    } catch {
        return error
    }
}

/// Why a text is no report.
func problem(_ text: String, _ path: String = "wire.md") -> ReportProblem? { problem(Array(text.utf8), path) }

/// A claim with quotations.
func claim(_ report: String = "wire", quoting quotes: String...) throws -> StatedClaim {
    var claim = StatedClaim(
        report: try #require(ReportName(report)), subject: .plain("Qatar"), predicate: "visited")
    claim.evidence = quotes.map { StatedClaim.StatedEvidence(quote: $0) }
    return claim
}
