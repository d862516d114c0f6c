package import Facts
package import Rendering

/// What waits for a ruling, as a page: of a change the evidence left, the proposal right, and the keys of `annals review` as buttons;
/// of a dispute what each person ruled, with a button to uphold it.
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

    /// What people ruled differently on, and where to go on from it.
    package struct DisputedMatter: Sendable {
        /// The rulings.
        package let dispute: Dispute
        /// Its place among the disputes, from 1, and how many there are.
        package let place: (number: Int, count: Int)
        /// The page of the next thing that waits, such as `/review?at=4`; `nil` when there is none.
        package let next: String?
        /// Names the things that it is about.
        package let naming: Naming

        /// A dispute with its place and the page that comes after it.
        package init(_ dispute: Dispute, place: (number: Int, count: Int), next: String?, naming: Naming) {
            (self.dispute, self.place, self.next, self.naming) = (dispute, place, next, naming)
        }
    }

    /// What a page shows.
    package enum Waiting: Sendable {
        /// A change that nobody ruled on.
        case change(Item)
        /// A matter on which people ruled differently.
        case dispute(DisputedMatter)
    }

    /// What the story is called.
    let story: String
    /// What is to be ruled on; `nil` when nothing waits.
    let waiting: Waiting?
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
        of story: String, _ waiting: Waiting?, progress: (done: Int, count: Int), news: Line, commands: [Key],
        formToken: String?
    ) {
        (self.story, self.waiting, self.progress) = (story, waiting, progress)
        (self.news, self.commands, self.formToken) = (news, commands, formToken)
    }

    /// Where the page is.
    package static let path = "/review"
    /// Where the script is.
    package static let script = "/review/keys.js"

    /// The page where one change is shown, or one dispute, by the id of its first ruling.
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
        return kicker + HTML("h1", [], HTML("Review")) + bar + said + .lineFeed + body
    }

    private var body: HTML {
        switch waiting {
        case .change(let item): body(item)
        case .dispute(let matter): body(matter)
        case nil: nothingWaits
        }
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
