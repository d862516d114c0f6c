/// Why a file is not a report that can be recorded.
package struct ReportProblem: Error, Hashable, Sendable {
    /// What is wrong.
    package enum Reason: Hashable, Sendable {
        /// The system could not read it; what the system says.
        case unreadable(String)
        /// Nothing is there.
        case missing
        /// There is not one character that is not white space.
        case empty
        /// The first byte that is not UTF-8.
        case notUTF8(byte: Int)
        /// An encoding that is not read; its name.
        case encoding(String)
        /// A zero byte: not a text.
        case binary(byte: Int)
        /// More bytes than a report may have.
        case tooLarge(bytes: Int)
        /// A format that is not read; its ending.
        case unknownFormat(String)
        /// An HTML page with too many elements to be one report.
        case tooManyElements
        /// An HTML page whose elements are too deep inside one another.
        case tooNested
        /// Standard input, which has no name, and none was given.
        case unnamed
        /// Front matter without an end.
        case openFrontMatter
        /// Front matter that is no YAML; what the parser says.
        case yaml(String)
        /// Front matter that is YAML, and no mapping.
        case notMapping
        /// A key that is given twice.
        case repeatedKey(String)
        /// Anchors and aliases, which are not read.
        case aliases
        /// Values inside one another beyond ``ReportReader/maximumDepth``.
        case tooDeep
        /// A key whose value must be text.
        case notText(String)
        /// A key whose value must be a date, and the value.
        case notDate(String, String)
        /// No name can be made of the file name, or the one in the front matter may not be one.
        case name(String)
        /// Several files would be one report.
        case duplicate(of: String)
    }

    /// The file.
    package let path: String
    /// The line, from 1; `nil` when the whole file is meant.
    package let line: Int?
    /// What is wrong.
    package let reason: Reason

    init(_ path: String, line: Int? = nil, _ reason: Reason) {
        self.path = path
        self.line = line
        self.reason = reason
    }
}
