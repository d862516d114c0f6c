import Facts

/// An HTML page: its words, and how its elements nest.
struct HTMLPage {
    /// Why a page is not read.
    enum Problem: Error, Hashable {
        /// It has more than ``HTMLDocument/maximumPieces`` tags and words between them.
        case tooManyElements
        /// Its elements are more than ``maximumDepth`` deep inside one another.
        case tooNested
    }

    /// Elements may be about so deep inside one another; real pages have less than a fourth of it.
    static let maximumDepth = 256

    let document: HTMLDocument
    let tree: HTMLTree

    /// Reads a page, whatever is wrong with it but its size.
    init(_ bytes: [UInt8]) throws(Problem) {
        guard let document = HTMLDocument(bytes) else { throw .tooManyElements }
        guard let tree = HTMLTree(document) else { throw .tooNested }
        (self.document, self.tree) = (document, tree)
    }
}
