/// The stable name under which a report is kept: `mee-2022-07-09`.
///
/// Letters, digits, `-`, `_` and `.`, not starting with `.` or `-`, at most 120 bytes, and safe as a file name for git.
package struct ReportName: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The name.
    package let description: String

    /// What a name may be, for messages.
    package static let rule = "letters, digits, '-', '_' and '.', at most 120 bytes, not starting with '.' or '-'"

    /// A name in NFC, or `nil` when the text may not be one.
    ///
    /// Judged by scalar: to Swift `-` and a combining mark are one character, which is neither.
    package init?(_ text: some StringProtocol) {
        let given = String(text)
        if Self.isPlain(given) {
            description = given
            return
        }
        let name = given.composed
        let scalars = Array(name.unicodeScalars)
        guard let first = scalars.first, first != ".", first != "-", scalars.last != ".", name.utf8.count <= 120,
            scalars.allSatisfy(Self.isAllowed),
            !zip(scalars, scalars.dropFirst()).contains(where: { $0 == (".", ".") }),
            !scalars.suffix(5).elementsEqual(
                ".lock".unicodeScalars, by: { $0.properties.lowercaseMapping == String($1) })
        else { return nil }
        description = name
    }

    /// Whether the text is certainly a name: ASCII letters, digits, hyphens and underscores, as most names are.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.utf8.first, first != UInt8(ascii: "-"), text.utf8.count <= 120 else { return false }
        return text.utf8.allSatisfy {
            $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        }
    }

    /// The name made of a file name: its ending dropped, everything that is not allowed made a hyphen.
    package init?(fileName: String) {
        let dot = fileName.lastIndex(of: ".") ?? fileName.endIndex
        let stem = dot == fileName.startIndex ? fileName[...] : fileName[..<dot]
        var name: [Unicode.Scalar] = []
        for scalar in stem.unicodeScalars {
            name.append(Self.isAllowed(scalar) && !(scalar == "." && name.last == ".") ? scalar : "-")
        }
        while let first = name.first, first == "." || first == "-" { name.removeFirst() }
        while let last = name.last, last == "." || last == "-" { name.removeLast() }
        self.init(String(String.UnicodeScalarView(name)))
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        "-_.".unicodeScalars.contains(scalar) || scalar.properties.isAlphabetic
            || scalar.properties.numericType == .decimal
            || scalar.properties.generalCategory == .nonspacingMark
    }

    /// The order of scalars, and so of bytes, for both names are in NFC.
    package static func < (a: ReportName, b: ReportName) -> Bool { a.description < b.description }
}
