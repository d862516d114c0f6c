import Facts

/// The blocks of the report that an HTML page holds.
struct HTMLBlocks {
    private(set) var blocks: [Block] = []
    private let document: HTMLDocument
    private let tree: HTMLTree
    private let finder: ArticleFinder
    /// Words that belong to the block that is being read.
    private var runs: [Int] = []

    /// Reads a page.
    init(_ page: HTMLPage) {
        (document, tree) = (page.document, page.tree)
        finder = ArticleFinder(document, tree)
        read(finder.article, as: .paragraph)
        flush(.paragraph)
    }

    private mutating func read(_ index: Int, as kind: Block.Kind) {
        for child in tree.nodes[index].children {
            switch child {
            case .run(let run):
                // What the parser moved stands by itself: a block goes from its first byte to its last.
                if let last = runs.last, last >= run { flush(kind) }
                runs.append(run)
            case .node(let child):
                flush(kind)
                guard !finder.isDropped[child] else { continue }
                let inner = tree.nodes[child].kind(in: kind)
                read(child, as: inner)
                flush(inner)
            }
        }
    }

    /// Ends the block that is being read.
    private mutating func flush(_ kind: Block.Kind) {
        guard let first = runs.first, let last = runs.last else { return }
        let isLink = runs.allSatisfy { document.runs[$0].isLink || document.runs[$0].isDropped }
        let own = Set(runs.filter { !document.runs[$0].isDropped }.map { document.runs[$0].piece })
        runs = []
        var text = MappedText()
        var breaks = 0
        for piece in document.runs[first].piece...document.runs[last].piece {
            switch document.pieces[piece] {
            case .text(let range) where own.contains(piece):
                if breaks > 1 { add(kind, &text, isLink) }
                breaks = 0
                text.append(markup: range, of: document.bytes)
            case .text(let range) where document.bytes[range].allSatisfy(\.isASCIISpace): text.appendSpace(for: range)
            case .tag(let tag) where tag.partsWords:
                if tag.name == "br" { breaks += 1 }
                text.appendSpace(for: tag.range)
            case .text, .tag, .raw, .aside: break
            }
        }
        add(kind, &text, isLink)
    }

    private mutating func add(_ kind: Block.Kind, _ text: inout MappedText, _ isLink: Bool) {
        let read = InlineText(text, marks: .none).result
        text = MappedText()
        guard !read.bytes.isEmpty else { return }
        var omission: Boilerplate? = nil
        if case .heading = kind {} else if isLink { omission = .related }
        // Old pages are laid out in tables; a cell of figures has no sentence.
        let isTabular = kind == .cell && (read.bytes.count < 80 || read.bytes.last != UInt8(ascii: "."))
        if isTabular { omission = .table }
        blocks.append(Block(kind == .cell && !isTabular ? .paragraph : kind, read, omission))
    }
}

extension HTMLTree.Node {
    /// What the words in the element are.
    fileprivate func kind(in outer: Block.Kind) -> Block.Kind {
        switch name {
        case "h1": .heading(level: 1)
        case "h2": .heading(level: 2)
        case "h3": .heading(level: 3)
        case "h4": .heading(level: 4)
        case "h5": .heading(level: 5)
        case "h6": .heading(level: 6)
        case "li", "dd", "dt": .listItem
        case "blockquote": .quotation
        case "figure", "figcaption", "caption": .caption
        case "td", "th": .cell
        case "p" where outer == .cell: .paragraph
        default: outer
        }
    }
}
