package import Facts

/// A block of running text in a report, as an extractor reads it.
package struct Block: Hashable, Sendable {
    /// What a block is in its report.
    package enum Kind: Hashable, Sendable {
        case paragraph
        /// A headline inside the report; 1 is the highest level.
        case heading(level: Int)
        case listItem
        case quotation
        case caption
        case cell
        case code
    }

    /// What it is.
    package let kind: Kind
    /// The words: white space runs are one space, quotation marks and dashes written in one way, no markup.
    package let text: String
    /// Which stored bytes of the report the UTF-8 bytes of ``text`` stand for.
    package let map: SourceMap
    /// Why it is not read; `nil` for prose.
    package var omission: Boilerplate?

    init(_ kind: Kind, _ mapped: MappedText, _ omission: Boilerplate? = nil) {
        self.kind = kind
        (text, map) = (mapped.text, mapped.map)
        self.omission = omission
    }

    /// Whether it is part of what the report says.
    package var isProse: Bool { omission == nil }
}
