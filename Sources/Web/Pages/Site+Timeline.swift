import Facts
import Rendering

extension Site {
    /// The facts by when they hold in the world, and since when each is known.
    func timelinePage(_ part: Int, _ path: String) -> SitePage {
        let page = story.timeline
        let parts = page.rows.count.parts(of: PartSize.rows)
        let rows = Array(page.rows[page.rows.count.range(ofPart: part, size: PartSize.rows)])
        let axis = timeAxis
        // On the first page alone: it changes whenever a fact comes.
        let picture = part == 1 ? axis.map { YearsPicture(page.rows, $0).html } ?? .nothing : .nothing
        let undated = page.undated > 0 ? " \(page.undated.of("fact")) say no time." : ""
        return SitePage(
            "Timeline", in: .timeline,
            title(
                "Timeline", HTML("What holds when"),
                HTML("By when it holds in the world; known since, where it stands.\(undated)")), picture,
            HTML("ol", [.class("line")], rows.map { row($0, axis, path) }),
            turning(part, of: parts, from: path) { SitePath.list("timeline", part: $0) })
    }

    private func row(_ row: TimelinePage.Row, _ axis: TimeAxis?, _ path: String) -> HTML {
        let renderer = renderer(path)
        let when = HTML("span", [.class("when")], HTML(row.time.edtf))
        let source = renderer.html(of: story.timeline.backing(row))
        let known = renderer.html(
            of: Line([Span("known since", .dim)]).tied(row.knownSince.day.description, .dim).then(
                story.naming.id(row.fact), gap: 2))
        return HTML(
            "li", [], HTML("div", [], when, axis.map { SpanPicture(row, $0).html } ?? .nothing),
            HTML(
                "div", [],
                HTML("p", [.class("what"), .anyDirection], renderer.html(of: story.timeline.statement(row))),
                HTML("p", [.class("source")], source)),
            HTML("p", [.class("source")], known)) + .lineFeed
    }
}
