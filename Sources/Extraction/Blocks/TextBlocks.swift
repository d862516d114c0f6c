import Facts

/// The blocks of a plain or Markdown text: paragraphs between empty lines, and what is marked otherwise.
struct TextBlocks {
    private(set) var blocks: [Block] = []
    private let bytes: [UInt8]
    private var isInCode = false

    init(_ bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        let groups = Self.groups(bytes, start)
        let wrap = HardWrap(bytes, groups: groups)
        for group in groups { add(wrap.unmarked(group), wrap) }
    }

    /// Lines that stand together, without empty ones.
    private static func groups(_ bytes: [UInt8], _ start: Int) -> [[TextLine]] {
        var groups: [[TextLine]] = [[]]
        for range in bytes.lines(from: start) {
            let line = TextLine(bytes, range)
            if line.shape != .blank {
                groups[groups.count - 1].append(line)
            } else if groups.last?.isEmpty == false {
                groups.append([])
            }
        }
        return groups
    }

    /// The runs of lines that make one block or several of one kind: each marked line begins one, unmarked ones go on.
    private static func paragraphs(_ group: [TextLine]) -> [[TextLine]] {
        var parts: [[TextLine]] = []
        for line in group {
            if let last = parts.last?.last, line.goes(on: last) {
                parts[parts.count - 1].append(line)
            } else {
                parts.append([line])
            }
        }
        return parts
    }

    private mutating func add(_ group: [TextLine], _ wrap: HardWrap) {
        let isInfobox = group.first.map { bytes[$0.content].elementsEqual("Infobox".utf8) } ?? false
        let parts = Self.paragraphs(group)
        for (index, part) in parts.enumerated() {
            let next = index + 1 < parts.count ? parts[index + 1][0].shape : .blank
            add(part, before: next, isInfobox ? .infobox : nil, wrap)
        }
    }

    private mutating func add(
        _ part: [TextLine], before next: TextLine.Shape, _ omission: Boilerplate?, _ wrap: HardWrap
    ) {
        guard let first = part.first else { return }
        if first.shape == .fence { return isInCode.toggle() }
        guard !isInCode else { return add(.code, part.map(\.whole), .code) }
        switch first.shape {
        case .blank, .fence, .ornament, .underline: break
        case .heading(let level): add(.heading(level: level), [first.content], omission)
        case .row: for line in part { addCells(of: line) }
        case .item, .quotation, .text: addWords(part, before: next, omission, wrap)
        }
    }

    private mutating func addWords(
        _ part: [TextLine], before next: TextLine.Shape, _ omission: Boilerplate?, _ wrap: HardWrap
    ) {
        let groups = wrap.joined(part)
        for (index, lines) in groups.enumerated() {
            let kind: Block.Kind
            switch (lines[0].shape, next) {
            // The title is the last line above its underline.
            case (.text, .underline(let level)) where index + 1 == groups.count: kind = .heading(level: level)
            case (.item, _): kind = .listItem
            case (.quotation, _): kind = .quotation
            default: kind = .paragraph
            }
            add(kind, lines.map(\.content), omission)
        }
    }

    private mutating func addCells(of line: TextLine) {
        var start = line.content.lowerBound
        for end in line.content where bytes[end] == UInt8(ascii: "|") {
            add(.cell, [bytes.trimmed(start..<end)], .table)
            start = end + 1
        }
    }

    private mutating func add(_ kind: Block.Kind, _ lines: [Range<Int>], _ omission: Boilerplate?) {
        let text = InlineText(MappedText(bytes, lines: lines), marks: .markdown).result
        if !text.bytes.isEmpty { blocks.append(Block(kind, text, omission)) }
    }
}

extension TextLine {
    /// Whether the line belongs to the one before it.
    fileprivate func goes(on last: TextLine) -> Bool {
        switch (last.shape, shape) {
        case (.text, .text), (.quotation, .quotation), (.row, .row), (.item, .text), (.quotation, .text): true
        default: false
        }
    }
}

extension MappedText {
    /// Lines as one running text.
    fileprivate init(_ bytes: [UInt8], lines: [Range<Int>]) {
        self.init()
        for (index, line) in lines.enumerated() {
            if index > 0, !bytes.breaksWord(between: lines[index - 1], line) {
                appendSpace(for: lines[index - 1].upperBound..<line.lowerBound)
            }
            append(line, of: bytes)
        }
        trim()
    }
}

extension [UInt8] {
    /// The lines from a byte on, without what ends them.
    fileprivate func lines(from start: Int) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var position = start
        while position < count {
            let end = self[position...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? count
            lines.append(position..<end)
            let isPair = end + 1 < count && self[end] == 0x0D && self[end + 1] == 0x0A
            position = end + (isPair ? 2 : 1)
        }
        return lines
    }

    /// Whether a line ends inside of a compound, after its hyphen: "Israeli-", "Palestinian".
    fileprivate func breaksWord(between former: Range<Int>, _ line: Range<Int>) -> Bool {
        guard former.count > 1, self[former.upperBound - 1] == UInt8(ascii: "-"),
            self[former.upperBound - 2].isASCIILetter
        else { return false }
        let word = self[line].prefix(while: \.isASCIILetter)
        return !word.isEmpty && !["and", "or", "to", "but"].contains { $0.utf8.elementsEqual(word) }
    }
}
