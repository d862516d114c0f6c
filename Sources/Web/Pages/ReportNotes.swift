import Facts
import Rendering

/// The words of a part of a report with marks over what claims quote, and in the margin what they say and since when.
struct ReportNotes {
    /// Where a claim's quotation stands.
    private struct Place {
        let number: Int
        let range: TextRange
    }

    private let claims: [BlamePage.Blamed]
    private let places: [Place]
    private let paragraphs: [ReportText.Paragraph]
    private let part: Int
    private let parts: Int
    private let naming: Naming
    private let renderer: HTMLRenderer
    private let anchors: [String]
    private let address: (Int) -> String
    /// Whether the report has any words.
    let hasText: Bool
    /// Whether there are words after the last part.
    private let isCut: Bool

    /// A report's claims in the order of its text, those without a place last, and a part of the text.
    ///
    /// - Parameter address: where a part of the text is.
    init(
        _ claims: [BlamePage.Blamed], _ text: ReportText?, part: Int, of parts: Int, _ naming: Naming,
        _ renderer: HTMLRenderer, address: @escaping (Int) -> String
    ) {
        let ordered = claims.map { (start: $0.claim.evidence.first?.range?.start ?? .max, blamed: $0) }
            .sorted { ($0.start, $0.blamed.claim.id) < ($1.start, $1.blamed.claim.id) }.map(\.blamed)
        let window = Self.window(part)
        self.claims = ordered
        places = ordered.enumerated().flatMap { index, blamed in
            blamed.claim.evidence.compactMap { $0.range }.map { Place(number: index + 1, range: $0) }
        }
        .filter {
            $0.range.start < window.upperBound + Self.longestWhole
                && window.lowerBound < $0.range.end + Self.longestWhole
        }
        paragraphs = text?.paragraphs.filter { $0.source.overlaps(window) } ?? []
        anchors = Self.anchors(ordered)
        hasText = text != nil
        isCut = part == parts && (text?.paragraphs.last?.source.upperBound ?? 0) > window.upperBound
        (self.part, self.parts, self.naming, self.renderer, self.address) = (part, parts, naming, renderer, address)
    }

    /// Bytes up to which a paragraph that two parts share stands whole on both.
    private static let longestWhole = 8 * 1024

    /// Claims without a place in the text that are told, as those of a table have none.
    private static let mostWithoutPlace = 100

    /// The stored bytes of a part.
    private static func window(_ part: Int) -> Range<Int> {
        (part - 1) * SiteStory.textPart..<part * SiteStory.textPart
    }

    /// One claim may stand at several places; links lead to the first.
    private static func anchors(_ claims: [BlamePage.Blamed]) -> [String] {
        var seen: Set<ClaimID> = []
        return claims.enumerated().map { index, blamed in
            Site.anchor(blamed.claim.id) + (seen.insert(blamed.claim.id).inserted ? "" : "-\(index + 1)")
        }
    }

    private func part(of number: Int) -> Int { min(claims[number - 1].claim.textPart, parts) }

    var html: HTML {
        var output = HTML.nothing
        var told: Set<Int> = []
        for paragraph in paragraphs {
            let marks = marks(in: paragraph)
            let new = Set(marks.map(\.number)).subtracting(told).filter { part(of: $0) == part }.sorted()
            told.formUnion(new)
            output += section(paragraph, marks, new) + .lineFeed
        }
        let rest = claims.indices.map { $0 + 1 }.filter { part(of: $0) == part && !told.contains($0) }
        let heading = !hasText || rest.isEmpty ? HTML.nothing : HTML("h2", [], HTML("Without a place in the text"))
        let left = rest.count - Self.mostWithoutPlace
        let more =
            left > 0
            ? HTML("p", [.class("note")], HTML("and \(left.of("more claim")), each on the page of its fact")) : .nothing
        let cut = isCut ? HTML("p", [.class("note")], HTML("The text goes on; no more of it is shown.")) : .nothing
        return HTML("div", [.class("text")], output) + cut + heading + margin(Array(rest.prefix(Self.mostWithoutPlace)))
            + more
    }

    private func marks(in paragraph: ReportText.Paragraph) -> [(number: Int, range: Range<Int>)] {
        let source = paragraph.source
        return places.compactMap { place in
            guard place.range.start < source.upperBound, source.lowerBound < place.range.end,
                let words = paragraph.words(at: place.range)
            else { return nil }
            return (place.number, words)
        }
    }

    private func section(
        _ paragraph: ReportText.Paragraph, _ marks: [(number: Int, range: Range<Int>)], _ new: [Int]
    ) -> HTML {
        let shown = shown(of: paragraph)
        let runs = MarkedText(paragraph.words, in: shown, marks: marks).runs.map(run)
        let dots = HTML("span", [.class("dim")], HTML("…"))
        let words =
            [shown.lowerBound > 0 ? dots : .nothing] + runs + [
                shown.upperBound < paragraph.words.count ? dots : .nothing
            ]
        return HTML(
            "section", [.id("line-\(paragraph.line)")],
            HTML("p", [.class(paragraph.kind.name), .anyDirection], words), margin(new))
    }

    /// The words of a paragraph that stand in this part; all of them where it is short.
    private func shown(of paragraph: ReportText.Paragraph) -> Range<Int> {
        guard paragraph.words.count > Self.longestWhole else { return 0..<paragraph.words.count }
        let window = Self.window(part)
        let place = TextRange(start: window.lowerBound, end: window.upperBound, line: paragraph.line)
        return paragraph.words(at: place) ?? 0..<0
    }

    private func run(_ run: MarkedText.Run) -> HTML {
        let numbers = run.opening.map { number in
            let page = part(of: number) == part ? "" : address(part(of: number))
            return HTML("a", [.href(page + "#" + anchors[number - 1])], HTML("\(number)"))
        }
        let signs = numbers.isEmpty ? HTML.nothing : HTML("sup", [], numbers.separatedBySpaces)
        return signs + (run.marks.isEmpty ? run.html : HTML("mark", [], run.html))
    }

    private func margin(_ numbers: [Int]) -> HTML {
        guard !numbers.isEmpty else { return .nothing }
        let items = numbers.map { number in
            HTML(
                "li", [.id(anchors[number - 1])], HTML("b", [], HTML("\(number)")), HTML(VisibleText.space),
                renderer.html(of: claims[number - 1].line(naming)))
        }
        return HTML("ul", [.class("margin"), .init("aria-label", "What rests on these words")], items)
    }
}

extension [HTML] {
    fileprivate var separatedBySpaces: HTML {
        enumerated().map { ($0 > 0 ? HTML(VisibleText.space) : .nothing) + $1 }.joined
    }
}

extension ReportText.Kind {
    /// The classes of its paragraph.
    fileprivate var name: String {
        switch self {
        case .words: "words"
        case .title: "words title"
        case .item: "words item"
        case .aside: "words aside"
        }
    }
}
