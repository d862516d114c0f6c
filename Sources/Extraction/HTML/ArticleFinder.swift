import Facts

/// Finds the element that holds a page's report, and the parts of it that are the page's own.
///
/// Source of the scores: Arc90's Readability (2010), and Kohlschütter, Fankhauser, Nejdl, "Boilerplate Detection using Shallow
/// Text Features", WSDM 2010: running text is long and holds few links.
struct ArticleFinder {
    private let document: HTMLDocument
    private let tree: HTMLTree
    /// For each element, whether it is the page's own: it or one that it is in.
    private(set) var isDropped: [Bool]
    /// For each element, the bytes of words in it that are no link, and of those that are one.
    private var lengths: [(words: Int, links: Int)] = []
    private let values: [[String: String]]

    /// Looks at a page.
    init(_ document: HTMLDocument, _ tree: HTMLTree) {
        self.document = document
        self.tree = tree
        values = tree.nodes.map { $0.piece.map(document.attributes(at:)) ?? [:] }
        isDropped = tree.nodes.map { _ in false }
        lengths = measured()
        let total = lengths[0].words
        for (index, node) in tree.nodes.enumerated().dropFirst() {
            isDropped[index] = isDropped[node.parent] || isClutter(index, node, of: total)
        }
        lengths = measured()
    }

    /// The element that holds the report.
    ///
    /// What the page itself calls the article's text, else an article, else the main part; but where most running text stands
    /// elsewhere, that place.
    var article: Int {
        let densest = densest
        let enough = lengths[densest].words * 2 / 5
        let isCandidate: [(Int) -> Bool] = [
            { words(of: $0, in: "itemprop").contains("articleBody") },
            { ClassWords("\(values[$0]["class"] ?? "") \(values[$0]["id"] ?? "")").areArticle },
            { tree.nodes[$0].name == "article" }, { tree.nodes[$0].name == "main" || values[$0]["role"] == "main" },
        ]
        for holds in isCandidate {
            let candidates = tree.nodes.indices.filter { !isDropped[$0] && holds($0) }
            // The first of the longest, which is the outermost.
            let best = candidates.reduce(nil) { (best: Int?, next) in
                best.map { lengths[next].words > lengths[$0].words ? next : $0 } ?? next
            }
            if let best, lengths[best].words > 0, lengths[best].words >= enough { return best }
        }
        return densest
    }

    private func words(of node: Int, in attribute: String) -> [Substring] {
        (values[node][attribute] ?? "").split(separator: " ")
    }

    // MARK: the page's own

    private static let clutterElements: Set<String> = [
        "aside", "button", "dialog", "footer", "menu", "nav", "object", "option", "select", "svg", "template",
    ]
    private static let clutterRoles: Set<String> = [
        "alert", "banner", "complementary", "contentinfo", "dialog", "menu", "navigation", "search", "toolbar",
    ]

    private func isClutter(_ index: Int, _ node: HTMLTree.Node, of total: Int) -> Bool {
        let share = total == 0 ? 0 : Double(lengths[index].words) / Double(total)
        if Self.clutterElements.contains(node.name) { return share < 0.6 }
        // Some pages are one form.
        if node.name == "form" { return share < 0.4 }
        // The page's header, not the article's, which has the title.
        if node.name == "header", !isInArticle(node.parent) { return share < 0.4 }
        guard let piece = node.piece, case .tag(let tag) = document.pieces[piece], node.name != "article" else {
            return false
        }
        if tag.isHidden(values[index]) || Self.clutterRoles.contains(values[index]["role"] ?? "") { return share < 0.6 }
        let words = ClassWords("\(values[index]["class"] ?? "") \(values[index]["id"] ?? "")")
        if words.areHidden { return share < 0.6 }
        if words.areComments { return share < 0.9 }
        return words.areClutter && share < 0.3
    }

    private func isInArticle(_ node: Int) -> Bool {
        var node = node
        while node > 0 {
            if ["article", "main"].contains(tree.nodes[node].name) { return true }
            node = tree.nodes[node].parent
        }
        return false
    }

    // MARK: measures

    private func measured() -> [(words: Int, links: Int)] {
        var lengths = tree.nodes.map { _ in (words: 0, links: 0) }
        for (index, node) in tree.nodes.enumerated().reversed() where !isDropped[index] {
            for case .run(let run) in node.children {
                let run = document.runs[run]
                if run.isLink { lengths[index].links += run.length } else { lengths[index].words += run.length }
            }
            guard index > 0 else { continue }
            lengths[node.parent].words += lengths[index].words
            lengths[node.parent].links += lengths[index].links
        }
        return lengths
    }

    /// The element with the most running text close below it.
    private var densest: Int {
        var scores = tree.nodes.map { _ in 0.0 }
        for (index, node) in tree.nodes.enumerated().reversed() where !isDropped[index] && index > 0 {
            let length = ownLength(node)
            guard length >= 25 else { continue }
            let isParagraph = ["p", "pre", "blockquote", "li", "dd"].contains(node.name)
            let score = isParagraph ? 1 + min(Double(length) / 100, 3) : Double(length) / 100
            let holder = isParagraph ? node.parent : index
            scores[holder] += score
            if holder > 0 { scores[tree.nodes[holder].parent] += score / 2 }
        }
        for index in scores.indices { scores[index] *= 1 - linkDensity(of: index) }
        var best = scores.indices.reduce(0) { scores[$1] > scores[$0] ? $1 : $0 }
        // Parts of one article side by side: the element around them has half of each.
        while best > 0, tree.nodes[best].parent > 0, scores[tree.nodes[best].parent] >= scores[best] * 0.75 {
            best = tree.nodes[best].parent
        }
        return best
    }

    private func ownLength(_ node: HTMLTree.Node) -> Int {
        node.children.reduce(0) { length, child in
            guard case .run(let run) = child, !document.runs[run].isLink else { return length }
            return length + document.runs[run].length
        }
    }

    /// The share of an element's words that are links.
    func linkDensity(of node: Int) -> Double {
        let (words, links) = lengths[node]
        return words + links == 0 ? 0 : Double(links) / Double(words + links)
    }
}
