import FactDiff
import Facts
import Rendering

extension Site {
    /// A report: its text with what rests on it, and its versions.
    func reportPage(_ name: ReportName, _ version: Int?, _ path: String) throws -> SitePage {
        let texts = story.textVersions(of: name)
        let number = version ?? texts.count
        guard texts.indices.contains(number - 1) else { return SitePage("No report", in: .reports) }
        let (revision, record) = texts[number - 1]
        let isWithdrawn = story.reports[name] == nil
        let state = texts.count > 1 ? " · version \(number) of \(texts.count)" : ""
        let head = title("Report \(name)\(state)", HTML("bdi", [], HTML(record.title ?? name.description)))
        let blamed = try reader.blame(of: name, at: revision)
        let text = try reader.text(of: name, at: revision)
        let notes = ReportNotes(blamed, text, story.naming, renderer(path))
        return SitePage(
            record.title ?? name.description, in: .reports, head,
            isWithdrawn ? HTML("p", [.class("lede")], HTML("This report was withdrawn.")) : .nothing,
            renderer(path).details(record.particulars), address(record), versions(texts, number, name, path),
            ruled(rulings.byReport[name], on: path),
            heading(text == nil ? "What it says" : "Its words, and what rests on them"), notes.html)
    }

    private func address(_ record: ReportRecord) -> HTML {
        guard let address = record.url.flatMap({ WebAddress($0) }) else { return .nothing }
        let link = HTML(
            "a", [.href(address.text), .init("rel", "noreferrer nofollow external")], HTML("Where it was published"))
        return HTML("p", [], link) + .lineFeed
    }

    private func versions(
        _ texts: [(revision: Revision, record: ReportRecord)], _ current: Int, _ name: ReportName, _ path: String
    ) -> HTML {
        guard texts.count > 1 else { return .nothing }
        let steps = story.versions[name] ?? []
        let rows = texts.enumerated().map { index, text -> HTML in
            let first = steps.first { $0.record?.digest == text.record.digest }?.revision
            let label = HTML("Version \(index + 1)")
            let target = SitePath.report(name, version: index + 1 == texts.count ? nil : index + 1)
            let since = first.map { renderer(path).html(of: Line([Span("since \($0.day)", .dim)]).then([$0.span])) }
            let notice = text.record.notice.map { HTML(VisibleText.space) + HTML("q", [.anyDirection], HTML($0)) }
            return HTML(
                "li", [], index + 1 == current ? HTML("b", [], label) : link(target, from: path, label),
                HTML(VisibleText.space), since ?? .nothing, notice ?? .nothing)
        }
        return heading("Versions") + HTML("ol", [], rows) + .lineFeed
    }
}
