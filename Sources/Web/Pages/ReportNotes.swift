import Facts
import Rendering

/// The words of a report with marks over what claims quote, and in the margin what they say and since when.
struct ReportNotes {
    private let claims: [BlamePage.Blamed]
    private let text: ReportText?
    private let naming: Naming
    private let renderer: HTMLRenderer

    /// A report's claims in the order of its text, those without a place last.
    init(_ claims: [BlamePage.Blamed], _ text: ReportText?, _ naming: Naming, _ renderer: HTMLRenderer) {
        self.claims = claims.map { (start: $0.claim.evidence.first?.range?.start ?? .max, blamed: $0) }
            .sorted { ($0.start, $0.blamed.claim.id) < ($1.start, $1.blamed.claim.id) }.map(\.blamed)
        (self.text, self.naming, self.renderer) = (text, naming, renderer)
    }

    /// Bytes of a paragraph that are shown; what is longer is no paragraph that anybody wrote.
    private static let longest = 60_000

    /// Claims without a place in the text that are told, as those of a table have none.
    private static let mostWithoutPlace = 200

    var html: HTML {
        var output = HTML.nothing
        var told: Set<Int> = []
        for paragraph in text?.paragraphs ?? [] {
            let marks = marks(in: paragraph)
            let new = Set(marks.map(\.number)).subtracting(told).sorted()
            told.formUnion(new)
            output += section(paragraph, marks, new) + .lineFeed
        }
        let rest = claims.indices.filter { !told.contains($0 + 1) }.map { $0 + 1 }
        let heading = text == nil || rest.isEmpty ? HTML.nothing : HTML("h2", [], HTML("Without a place in the text"))
        let left = rest.count - Self.mostWithoutPlace
        let more =
            left > 0
            ? HTML("p", [.class("note")], HTML("and \(left.of("more claim")), each on the page of its fact")) : .nothing
        return HTML("div", [.class("text")], output) + heading + margin(Array(rest.prefix(Self.mostWithoutPlace)))
            + more
    }

    private func marks(in paragraph: ReportText.Paragraph) -> [(number: Int, range: Range<Int>)] {
        let source = paragraph.source
        return claims.enumerated().flatMap { index, blamed in
            blamed.claim.evidence.compactMap { evidence in
                guard let place = evidence.range, place.start < source.upperBound, source.lowerBound < place.end,
                    let words = paragraph.words(at: place)
                else { return nil }
                return (index + 1, words)
            }
        }
    }

    private func section(
        _ paragraph: ReportText.Paragraph, _ marks: [(number: Int, range: Range<Int>)], _ new: [Int]
    ) -> HTML {
        let end = min(paragraph.words.count, Self.longest)
        let runs = MarkedText(paragraph.words, in: 0..<end, marks: marks).runs.map(run)
        let left = paragraph.words.count - end
        let rest = left > 0 ? HTML("span", [.class("dim")], HTML("… \(left.grouped) more bytes")) : .nothing
        return HTML(
            "section", [.id("line-\(paragraph.line)")],
            HTML("p", [.class(paragraph.kind.name), .anyDirection], runs + [rest]), margin(new))
    }

    private func run(_ run: MarkedText.Run) -> HTML {
        let numbers = run.opening.map { number in
            HTML("a", [.href("#" + anchor(number))], HTML("\(number)"))
        }
        let signs = numbers.isEmpty ? HTML.nothing : HTML("sup", [], numbers.separatedBySpaces)
        return signs + (run.marks.isEmpty ? run.html : HTML("mark", [], run.html))
    }

    private func margin(_ numbers: [Int]) -> HTML {
        guard !numbers.isEmpty else { return .nothing }
        let items = numbers.map { number in
            HTML(
                "li", [.id(anchor(number))], HTML("b", [], HTML("\(number)")), HTML(VisibleText.space),
                renderer.html(of: claims[number - 1].line(naming)))
        }
        return HTML("ul", [.class("margin"), .init("aria-label", "What rests on these words")], items)
    }

    /// One claim may stand at several places; links lead to the first.
    private func anchor(_ number: Int) -> String {
        let id = claims[number - 1].claim.id
        let isFirst = claims.firstIndex { $0.claim.id == id } == number - 1
        return Site.anchor(id) + (isFirst ? "" : "-\(number)")
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
