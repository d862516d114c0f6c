/// Judges the blocks of a report in their order: by their words, and by what stood before.
struct BoilerplateRules {
    private let title: String?
    private var seen: Set<String> = []
    private var last = ""
    /// The level of the heading whose part of the report is a list of references.
    private var references: Int?

    init(title: String?) { self.title = title.map(Self.key) }

    /// The block with why it is no prose, where it is none.
    mutating func judged(_ block: Block) -> Block {
        var block = block
        block.omission = block.omission ?? reason(block)
        return block
    }

    private mutating func reason(_ block: Block) -> Boilerplate? {
        if case .heading(let level) = block.kind {
            if references.map({ level <= $0 }) == true { references = nil }
            if Self.referenceTitles.contains(Self.key(block.text)) { references = level }
        }
        if references != nil { return .references }
        if let reason = Boilerplate(words: block.text) { return reason }
        let length = block.text.utf8.count
        if let title, length <= title.utf8.count * 2, Self.key(block.text) == title { return .title }
        // A name or two words may stand anywhere; what is said twice is said once.
        guard length > 20 else { return nil }
        defer { last = block.text }
        // A caption often stands twice, the first time with its credit.
        return !seen.insert(block.text).inserted || last.hasPrefix(block.text) ? .repeated : nil
    }

    /// The words as they are compared.
    private static func key(_ text: String) -> String {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }

    private static let referenceTitles: Set<String> = [
        "references", "external links", "see also", "further reading", "notes", "footnotes", "bibliography",
        "citations",
        "sources", "related articles", "related stories", "works cited", "notes and references",
    ]
}
