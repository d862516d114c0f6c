import Facts
import Rendering

extension Site {
    /// How a version of a report differs from the one before, word by word.
    func editsPage(_ name: ReportName, _ number: Int, _ path: String) throws -> SitePage {
        let texts = versions[name] ?? []
        guard number > 1, texts.indices.contains(number - 1) else { return SitePage("No report", in: .reports) }
        let (old, new) = (texts[number - 2], texts[number - 1])
        let edits = TextEdits(
            from: try reader.text(of: name, at: old.last), to: try reader.text(of: name, at: new.last))
        let title = new.record.title ?? name.description
        let range = "versions \(number - 1) and \(number)"
        return SitePage(
            "\(title): \(range)", in: .reports,
            self.title("Report \(name) · \(range)", HTML("bdi", [], HTML(title)), HTML(edits.summary)),
            sides(number, name, old, new, path), notice(new.record), edits.html, pager(neighbours(number, name, path)))
    }

    private func sides(
        _ number: Int, _ name: ReportName, _ old: TextVersion, _ new: TextVersion, _ path: String
    ) -> HTML {
        let sides = [(number - 1, old, "before"), (number, new, "after")].map { version, text, side in
            let known = Line([Span("since \(text.first.day)", .dim)]).then([text.first.span])
            let published = text.record.published.map { Line([Span("published \($0.edtf)", .dim)]) } ?? []
            return HTML(
                "div", [], HTML("dt", [], HTML(side)),
                HTML(
                    "dd", [], link(page(of: version, name), from: path, HTML("Version \(version)")),
                    HTML(VisibleText.space),
                    renderer(path).html(of: known.then(published, gap: 2))))
        }
        return HTML("dl", [], sides) + .lineFeed
    }

    private func notice(_ record: ReportRecord) -> HTML {
        record.notice.map { HTML("p", [.class("news")], HTML("q", [.anyDirection], HTML($0))) + .lineFeed } ?? .nothing
    }

    private func neighbours(_ number: Int, _ name: ReportName, _ path: String) -> [HTML] {
        let isNewest = number == versions[name]?.count
        return [
            number > 2
                ? link(
                    SitePath.edits(of: name, version: number - 1), from: path,
                    HTML("← What version \(number - 1) changed"))
                : .nothing,
            link(SitePath.report(name), from: path, HTML("Newest version")),
            isNewest
                ? .nothing
                : link(
                    SitePath.edits(of: name, version: number + 1), from: path,
                    HTML("What version \(number + 1) changed →")),
        ]
    }
}
