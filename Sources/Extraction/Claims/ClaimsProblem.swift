/// A line that is not a claim.
package struct ClaimsProblem: Error, Hashable, Sendable {
    /// What is wrong.
    package enum Reason: Hashable, Sendable {
        /// More bytes than a line may have.
        case tooLong(bytes: Int)
        /// Not JSON; what the parser says.
        case json(String)
        /// JSON and no claim; what is missing or wrong.
        case claim(String)
        /// Values inside one another beyond ``ClaimsReader/maximumDepth``.
        case tooDeep
        /// The header of a file, after the first claim.
        case lateHeader
        /// The header names something else than ``ClaimsReader/version``; `nil` when that is no text.
        case version(String?)
        /// The header's extractor has no name or version, or one with signs that may not be in it.
        case extractor
    }

    /// The line, from 1.
    package let line: Int
    /// The column in Unicode scalars, from 1; `nil` when the whole line is meant.
    package let column: Int?
    /// What is wrong.
    package let reason: Reason

    init(line: Int, column: Int? = nil, _ reason: Reason) {
        self.line = line
        self.column = column
        self.reason = reason
    }
}
