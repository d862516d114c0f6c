/// The phrases by which pages talk of themselves.
enum BoilerplatePhrases {
    /// Blocks that are nothing else, in lower case without punctuation.
    static let whole: [String: Boilerplate] = {
        let reasons: [(Boilerplate, [String])] = [
            (.sharing, ["click to share", "copied", "link copied", "share this article", "share article"]),
            (.comments, comments), (.related, related), (.advertisement, advertisements),
            (
                .cookies,
                [
                    "accept all", "reject all", "manage preferences", "cookie settings", "cookie policy",
                    "accept cookies",
                ]
            ),
            (
                .subscription,
                ["subscribe", "sign up", "log in", "login", "register", "newsletter", "donate", "sign in"]
            ),
            (.navigation, navigation),
        ]
        let pairs = reasons.flatMap { reason, phrases in phrases.map { ($0, reason) } }
        return Dictionary(pairs) { first, _ in first }
    }()

    /// How blocks begin that have at most some words, in lower case.
    static let beginnings: [(phrases: [String], limit: Int, reason: Boilerplate)] = [
        (["share this", "share on ", "share via ", "follow us on ", "tweet this", "email this "], 60, .sharing),
        (["your email address will not be published", "comments are closed"], 60, .comments),
        (
            [
                "read more:", "read also:", "also read:", "also see:", "related:", "see also:", "watch:", "listen:",
                "read:",
                "more:", "read next:", "don't miss:", "recommended:", "related story:", "related stories:",
                "related articles:", "read more »", "read more about ", "tags:", "topics:", "filed under:",
                "categories:",
            ], 25, .related
        ),
        (["©", "(c) 20", "(c) 19", "copyright ©", "copyright (c)", "copyright 20", "copyright 19"], 60, .copyright),
        (
            [
                "subscribe to ", "subscribe now", "sign up for ", "sign up to ", "sign up now", "already a subscriber",
                "already have an account", "support our ", "support independent ", "download our ", "download the app",
                "get our ", "get the latest ", "join our ", "become a member", "become a subscriber",
                "register for free",
                "to continue reading", "this article is for subscribers", "log in to ", "create a free account",
                "enter your email", "thank you for signing up", "please enable javascript", "make a donation",
            ], 30, .subscription
        ),
        (["source:", "source :", "author:", "editor:"], 4, .byline),
    ]

    private static let comments = [
        "comments are closed", "comments are off", "comments", "comment", "leave a comment", "leave a reply",
        "post a comment", "add a comment", "no comments", "no comments yet", "be the first to comment",
        "join the conversation", "view comments", "show comments", "hide comments", "load comments",
        "read the comments",
        "write a comment", "add comment",
    ]
    private static let related = [
        "related", "related stories", "related articles", "related news", "related topics", "related content",
        "related posts", "read more", "read also", "also read", "more on this story", "more stories", "more news",
        "more from this author", "you may also like", "you might also like", "recommended", "recommended for you",
        "recommended stories", "most read", "most popular", "trending", "trending now", "latest news", "top stories",
        "in this story", "on this topic", "up next", "more on this", "editor's picks", "editors' picks", "don't miss",
        "keep reading", "continue reading", "see more", "what to read next",
    ]
    private static let advertisements = [
        "advertisement", "advertisements", "advertising", "advert", "ad", "ads", "sponsored", "sponsored content",
        "story continues below advertisement", "article continues below advertisement", "paid content", "promoted",
        "scroll to continue", "advertisement scroll to continue", "continue reading below", "ad feedback",
        "article continues after ad", "report this ad", "skip advertisement", "story continues below", "remove ads",
        "article continues below",
    ]
    private static let navigation = [
        "home", "menu", "search", "skip to content", "skip to main content", "back to top", "next", "previous",
        "next article", "previous article", "next story", "previous story", "close", "open menu", "view all",
        "show more",
        "load more", "about us", "contact us", "privacy policy", "terms of use", "terms of service",
        "terms and conditions", "contents", "table of contents", "jump to navigation", "jump to search", "main menu",
        "site map", "ends", "play", "pause", "listen", "listen to this article", "audio", "video", "live",
        "breaking news", "play video",
    ]
}
