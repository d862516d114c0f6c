import Facts

/// How the elements of an HTML document nest, in the order of the document: a parent comes before its children.
struct HTMLTree {
    /// An element or words.
    enum Child: Hashable {
        /// An index into ``nodes``.
        case node(Int)
        /// An index into the document's runs.
        case run(Int)
    }

    /// An element.
    struct Node: Hashable {
        /// Its name in lower case; empty for the root.
        let name: String
        /// Its start tag among the document's pieces; `nil` when the parser put it in.
        let piece: Int?
        /// The element it is in; its own index for the root.
        let parent: Int
        /// What is in it, in order.
        var children: [Child] = []
    }

    /// The elements; the first is the root.
    private(set) var nodes = [Node(name: "", piece: nil, parent: 0)]

    /// A tree of nothing but its root.
    init() {}

    /// Adds an element as the last child of another, and says its index.
    mutating func add(_ name: String, piece: Int?, to parent: Int) -> Int {
        nodes.append(Node(name: name, piece: piece, parent: parent))
        nodes[parent].children.append(.node(nodes.count - 1))
        return nodes.count - 1
    }

    /// Adds words as the last child of an element.
    mutating func add(run: Int, to parent: Int) { nodes[parent].children.append(.run(run)) }
}

extension HTMLDocument {
    /// The document's tags and, for its words, their numbers: what a parser needs to tell how elements nest.
    ///
    /// So nothing of the document's own bytes but the names of elements reaches the parser, and what comes back leads to exact bytes,
    /// which the parser itself does not keep.
    var skeleton: [UInt8] {
        var skeleton = Array("<html><body>".utf8)
        var next = 0
        for (index, piece) in pieces.enumerated() {
            if case .tag(let tag) = piece, Self.structure.contains(tag.name) {
                skeleton += Array((tag.isEnd ? "</\(tag.name)>" : "<\(tag.name) n=\(index)>").utf8)
            } else if next < runs.count, runs[next].piece == index {
                skeleton += Array(" \(next) ".utf8)
                next += 1
            }
        }
        return skeleton
    }

    /// The elements of the tree: those that part words, but for the frame of the document and line breaks.
    private static let structure: Set<String> = [
        "address", "article", "aside", "blockquote", "button", "caption", "center", "dd", "details", "dialog", "div",
        "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
        "hr", "li",
        "main", "menu", "nav", "object", "ol", "option", "p", "pre", "section", "select", "summary", "svg", "table",
        "tbody", "td",
        "template", "tfoot", "th", "thead", "tr", "ul",
    ]
}
