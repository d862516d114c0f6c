/// The words in the classes, id and role of an element, which say what its author used it for.
struct ClassWords {
    /// The words in lower case: `relatedArticles story__share-bar` is related, articles, story, share and bar.
    let words: Set<String>
    private let names: Set<Substring>

    /// The words of some class names.
    init(_ text: String) {
        names = Set(text.lowercased().split(separator: " "))
        var words: Set<String> = []
        var word = ""
        for character in text {
            let isBreak = !character.isLetter || character.isUppercase && word.last?.isLowercase == true
            if isBreak, !word.isEmpty {
                words.insert(word.lowercased())
                word = ""
            }
            if character.isLetter { word.append(character) }
        }
        if !word.isEmpty { words.insert(word.lowercased()) }
        self.words = words
    }

    /// Whether they are about the page and not the report.
    var areClutter: Bool { !words.isDisjoint(with: Self.clutter) || !names.isDisjoint(with: Self.clutterNames) }

    /// Whether they are about what readers wrote.
    var areComments: Bool { !words.isDisjoint(with: ["comments", "disqus", "commentlist", "livefyre", "respond"]) }

    /// Whether what they name is only for screen readers, or not for anybody.
    var areHidden: Bool { !names.isDisjoint(with: Self.hiddenNames) }

    /// Whether they name the text of an article.
    var areArticle: Bool { !names.isDisjoint(with: Self.articleNames) }

    private static let clutter: Set<String> = [
        "ad", "ads", "advert", "adverts", "advertisement", "advertising", "adslot", "banner", "breadcrumb",
        "breadcrumbs",
        "consent", "cookie", "cookies", "dfp", "disclaimer", "donate", "donation", "footer", "gdpr", "infobox", "login",
        "menu",
        "modal", "nav", "navbar", "navbox", "navigation", "newsletter", "newsletters", "outbrain", "overlay",
        "pagination",
        "paywall", "popup", "popular", "print", "promo", "promos", "promotion", "recirc", "recirculation",
        "recommendations",
        "recommended", "reflist", "related", "share", "sharebar", "sharing", "sidebar", "skip", "social", "sponsor",
        "sponsored",
        "subscribe", "subscription", "taboola", "tags", "teaser", "teasers", "toc", "toolbar", "trending", "widget",
    ]
    private static let clutterNames: Set<Substring> = [
        "catlinks", "mw-editsection", "noprint", "hatnote", "ambox", "metadata", "printfooter", "mbox-small",
        "author-bio",
        "more-stories", "most-read", "read-more", "readmore", "read-next", "up-next", "also-read", "see-also",
        "back-to-top",
        "editor-picks", "article-tools", "article-meta-tools", "addtoany_share_save_container", "sharedaddy",
        "jp-relatedposts",
        "references", "authority-control", "sistersitebox",
    ]
    private static let hiddenNames: Set<Substring> = [
        "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only", "hidden", "hide",
        "is-hidden",
        "u-hidden", "element-invisible", "a11y-hidden", "offscreen", "d-none",
    ]
    private static let articleNames: Set<Substring> = [
        "article-body", "article__body", "articlebody", "article-content", "article__content", "article-text",
        "article_body",
        "story-body", "story__body", "story-content", "storybody", "story-text", "entry-content", "post-content",
        "post-body",
        "body-content", "content-body", "news-body", "news-text", "page-content", "td-post-content", "mw-parser-output",
    ]
}
