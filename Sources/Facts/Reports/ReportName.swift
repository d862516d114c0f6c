/// The stable name under which a report is kept: `mee-2022-07-09`.
///
/// Letters, digits, `-`, `_` and `.`, not starting with `.` or `-`, at most 120 bytes, and safe as a file name for git.
package struct ReportName: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The name.
    package let description: String

    /// What a name may be, for messages.
    package static let rule = "letters, digits, '-', '_' and '.', at most 120 bytes, not starting with '.' or '-'"

    /// A name, or `nil` when the text may not be one.
    package init?(_ text: some StringProtocol) {
        guard !text.isEmpty, text.utf8.count <= 120, text.unicodeScalars.allSatisfy(Self.isAllowed),
            let first = text.first,
            first != ".", first != "-", !text.lowercased().hasSuffix(".lock"), !text.hasSuffix("."),
            !text.contains("..")
        else { return nil }
        description = String(text)
    }

    /// The name made of a file name: its ending dropped, everything that is not allowed made a hyphen.
    package init?(fileName: String) {
        let stem =
            fileName.lastIndex(of: ".").map { $0 == fileName.startIndex ? fileName[...] : fileName[..<$0] }
            ?? fileName[...]
        var name = String.UnicodeScalarView(stem.unicodeScalars.map { Self.isAllowed($0) ? $0 : "-" })
        while let first = name.first, first == "." || first == "-" { name.removeFirst() }
        while let last = name.last, last == "." || last == "-" { name.removeLast() }
        self.init(String(name))
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        "-_.".unicodeScalars.contains(scalar) || scalar.properties.isAlphabetic
            || scalar.properties.numericType == .decimal
            || scalar.properties.generalCategory == .nonspacingMark
    }

    package static func < (a: ReportName, b: ReportName) -> Bool {
        a.description.utf8.lexicographicallyPrecedes(b.description.utf8)
    }
}
