package import Facts
package import Rendering

/// One change that waits for a ruling, as a page: the evidence left, the proposal right, and the keys of `annals review` as buttons.
///
/// Without a script it works by its buttons; with the one that it asks for, each key presses its button.
package struct RulingPage: Sendable {
    /// A key of the terminal's review, as a button.
    package struct Key: Sendable {
        /// The key, which is also what the form says.
        package let character: Character
        /// What stands on the button.
        package let word: String
        /// What it does, as a sentence.
        package let meaning: String

        /// A key with its words.
        package init(_ character: Character, _ word: String, meaning: String) {
            (self.character, self.word, self.meaning) = (character, word, meaning)
        }
    }

    /// The change, and where to go on from it.
    package struct Item: Sendable {
        /// The change.
        package let screen: ReviewScreen
        /// The id of the change.
        package let id: String
        /// The report that the change is about.
        package let report: ReportName?
        /// The ids of the changes before and after it.
        package let neighbours: (before: String?, after: String?)
        /// What can be answered.
        package let answers: [Key]
        /// What can be answered to all changes that are like it; none where it is alone.
        package let answersToAll: [Key]
        /// The key by which it is amended; `nil` where it cannot be.
        package let amendment: Key?

        /// A change with what can be answered to it.
        package init(
            _ screen: ReviewScreen, id: String, report: ReportName?, neighbours: (before: String?, after: String?),
            answers: [Key], answersToAll: [Key], amendment: Key?
        ) {
            (self.screen, self.id, self.report, self.neighbours) = (screen, id, report, neighbours)
            (self.answers, self.answersToAll, self.amendment) = (answers, answersToAll, amendment)
        }
    }

    /// What the story is called.
    let story: String
    /// The change; `nil` when none waits.
    let item: Item?
    /// How many changes are ruled on, and how many there are.
    let progress: (done: Int, count: Int)
    /// What was done last; empty at first.
    let news: Line
    /// The keys that are there without a change too.
    let commands: [Key]
    /// What each form gives back; `nil` when the visitor may only read.
    let formToken: String?

    /// A page.
    package init(
        of story: String, _ item: Item?, progress: (done: Int, count: Int), news: Line, commands: [Key],
        formToken: String?
    ) {
        (self.story, self.item, self.progress) = (story, item, progress)
        (self.news, self.commands, self.formToken) = (news, commands, formToken)
    }

    /// Where the page is.
    package static let path = "/review"
    /// Where the script is.
    package static let script = "/review/keys.js"

    /// The page where one change is shown.
    package static func address(of id: String) -> String { "\(path)?at=\(id)" }

    /// The file, ending in a line feed.
    package var file: SiteFile {
        let body = HTML(
            "body", [], HTML("a", [.class("skip"), .href("#content")], HTML("Skip to the content")), .lineFeed,
            masthead, .lineFeed, HTML("main", [.id("content")], content), .lineFeed)
        let page = HTML("html", [.init("lang", "en")], head, .lineFeed, body)
        return SiteFile(
            mediaType: "text/html; charset=utf-8", bytes: Array(("<!DOCTYPE html>\n" + page.source + "\n").utf8))
    }

    private var head: HTML {
        HTML(
            "head", [], .void("meta", [.init("charset", "utf-8")]), .lineFeed,
            .void("meta", [.init("name", "viewport"), .init("content", "width=device-width, initial-scale=1")]),
            .lineFeed, .void("meta", [.init("name", "color-scheme"), .init("content", "light dark")]), .lineFeed,
            HTML("title", [], HTML("Review · \(story)")), .lineFeed,
            .void("link", [.init("rel", "stylesheet"), .init("type", "text/css"), .href("/style.css")]), .lineFeed,
            HTML("script", [.init("src", Self.script), .init("defer", "defer")]))
    }

    private var masthead: HTML {
        let home = HTML("a", [.href("/"), .init("data-key", "q")], HTML("bdi", [], HTML(story)))
        return HTML("header", [.class("masthead")], HTML("p", [.class("name")], home))
    }

    private var content: HTML {
        let said =
            news.isEmpty ? HTML.nothing : HTML("p", [.class("news"), .init("role", "status")], renderer.html(of: news))
        let bar = HTML(
            "progress",
            [
                .init("value", "\(progress.done)"), .init("max", "\(max(1, progress.count))"),
                .init("aria-label", "Changes that are ruled on"),
            ])
        let kicker = HTML("p", [.class("kicker")], HTML("\(progress.done) of \(progress.count) changes are ruled on"))
        return kicker + HTML("h1", [], HTML("Review")) + bar + said + .lineFeed + (item.map(body) ?? nothingWaits)
    }

    var renderer: HTMLRenderer {
        HTMLRenderer(level: 2, showsCommands: false) { target in
            let path: String =
                switch target {
                case .fact(let id): SitePath.fact(id)
                case .revision(let id): SitePath.revision(id)
                case .report(let name), .claim(_, let name): SitePath.report(name)
                case .entity(let key): SitePath.entity(key)
                case .contradiction(let id): SitePath.contradiction(id)
                }
            return "/" + SitePath.address(of: path, from: "")
        }
    }
}
