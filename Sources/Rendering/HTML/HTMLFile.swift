import Facts

/// A page as one HTML file that needs nothing beside it and runs nothing: `--format html`.
struct HTMLFile {
    private let page: any Page

    init(_ page: some Page) { self.page = page }

    /// The file, ending in a line feed.
    var text: String {
        let sheet = EmbeddedFiles.styleSheet
        let policy =
            "default-src 'none'; style-src 'sha256-\(Base64.text(of: Digest.sha256(Array(sheet.utf8)).bytes))'; "
            + "base-uri 'none'; form-action 'none'"
        let head = HTML(
            "head", [], .void("meta", [HTML.Attribute("charset", "utf-8")]), .lineFeed,
            .void("meta", [.init("http-equiv", "Content-Security-Policy"), .init("content", policy)]), .lineFeed,
            .void("meta", [.init("name", "viewport"), .init("content", "width=device-width, initial-scale=1")]),
            .lineFeed, HTML("title", [], HTML(title)), .lineFeed, .style(sheet))
        let name = HTML("h1", [], HTML(title))
        let main = HTML("main", [.class("single")], name, HTMLRenderer(level: 2).html(of: page.document))
        let html = HTML("html", [.init("lang", "en")], head, .lineFeed, HTML("body", [], main))
        return "<!DOCTYPE html>\n" + html.source + "\n"
    }

    /// What the machine format is called, without its version: `Contradictions`.
    private var title: String {
        let name = page.schema.prefix { $0 != "/" }
        return "Annals: " + name
    }
}

extension EmbeddedFiles {
    /// The style sheet of every page.
    static var styleSheet: String { all.first { $0.path == "Style/annals.css" }?.text ?? "" }
}

/// The style sheet of every page, for whoever keeps it in a file of its own.
package var styleSheet: String { EmbeddedFiles.styleSheet }

/// The picture that stands beside the title of a page, as SVG: lines of a text, some of them added.
package var icon: String { EmbeddedFiles.all.first { $0.path == "Style/icon.svg" }?.text ?? "" }
