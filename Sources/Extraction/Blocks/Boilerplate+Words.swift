extension Boilerplate {
    /// What a block's words alone show it to be; `nil` for prose.
    init?(words text: String) {
        guard let words = BlockWords(text) else { return nil }
        for (reason, holds) in Self.rules where holds(words, text) {
            self = reason
            return
        }
        guard !text.contains(where: \.isLetter) else { return nil }
        self = .ornament
    }

    private static let rules: [(Boilerplate, @Sendable (BlockWords, String) -> Bool)] = [
        (.timestamp, { words, _ in words.areTimestamp }),
        (.number, { words, _ in words.areNumber }),
        (.sharing, { words, _ in words.areSharing }),
        (.comments, { words, _ in words.areComments }),
        (.related, { words, _ in words.areRelated }),
        (.advertisement, { words, _ in words.areAdvertisement }),
        (.cookies, { words, _ in words.areCookies }),
        (.copyright, { words, _ in words.areCopyright }),
        (.subscription, { words, _ in words.areSubscription }),
        (.navigation, { words, _ in words.areNavigation }),
        (.credit, { words, text in words.areCredit(text) }),
        (.byline, { words, text in words.areByline(text) }),
    ]
}

extension BlockWords {
    // MARK: time and number

    /// Tuesday 25 February 2020 - 14:06; Published: 3 hours ago; Updated Jan 4, 2021 at 9:15 am EST.
    fileprivate var areTimestamp: Bool {
        words.count <= 16 && !isQuestion
            && words.allSatisfy { Self.timeWords.contains($0) || Self.isNumber($0) }
            && words.contains { $0.contains(where: \.isNumber) }
            && words.contains {
                Self.months.contains($0) || Self.stampWords.contains($0) || $0.contains { ":-".contains($0) }
            }
    }

    private var isQuestion: Bool { text.hasSuffix("?") }

    /// Story code: 846706; News ID: 81.
    fileprivate var areNumber: Bool {
        guard (2...4).contains(words.count), let last = words.last, last.allSatisfy(\.isNumber) else { return false }
        return words.dropLast().allSatisfy(["story", "news", "article", "code", "id", "no", "number"].contains)
    }

    private static func isNumber(_ word: String) -> Bool {
        word.contains(where: \.isNumber)
            && word.allSatisfy { $0.isNumber || ":.-–apmthsrdndz+".contains($0) }
    }

    private static let months: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    ]
    private static let stampWords: Set<String> = ["published", "updated", "posted", "modified", "ago", "created"]
    private static let timeWords = months.union(stampWords).union([
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed",
        "thu",
        "thur", "thurs", "fri", "sat", "sun", "am", "pm", "a.m", "p.m", "gmt", "utc", "est", "edt", "et", "bst", "cet",
        "ist",
        "local", "time", "on", "at", "last", "first", "date", "hours", "hour", "minutes", "minute", "days", "day",
        "min",
    ])

    // MARK: around the article

    fileprivate var areSharing: Bool {
        areOnly(Self.sharingFill, with: Self.sharingWords, limit: 14) && !isSentence
            || begins(with: ["share this", "share on ", "share via ", "follow us on ", "tweet this", "email this "])
            || are(["click to share", "copied", "link copied", "share this article", "share article"])
    }

    private static let sharingWords: Set<String> = [
        "share", "tweet", "facebook", "twitter", "whatsapp", "linkedin", "telegram", "reddit", "pinterest", "flipboard",
        "print", "email", "e-mail", "messenger", "bluesky", "instagram", "youtube", "pocket", "bookmark",
    ]
    private static let sharingFill: Set<String> = [
        "on", "via", "by", "this", "the", "page", "article", "story", "link", "copy", "x", "save", "more", "to",
        "follow",
        "us", "and", "with", "friends", "in", "a", "send", "options", "click", "new", "window", "opens",
    ]

    fileprivate var areComments: Bool {
        are([
            "comments are closed", "comments are off", "comments", "comment", "leave a comment", "leave a reply",
            "post a comment", "add a comment", "no comments", "no comments yet", "be the first to comment",
            "join the conversation", "view comments", "show comments", "hide comments", "load comments",
            "read the comments", "write a comment", "add comment", "your email address will not be published",
        ])
            || words.count <= 3 && words.last.map(["comments", "comment"].contains) == true
                && words.first.map { $0.allSatisfy(\.isNumber) } == true
            || begins(with: ["your email address will not be published", "comments are closed"])
    }

    fileprivate var areRelated: Bool {
        are([
            "related", "related stories", "related articles", "related news", "related topics", "related content",
            "related posts", "read more", "read also", "also read", "more on this story", "more stories", "more news",
            "more from this author", "you may also like", "you might also like", "recommended", "recommended for you",
            "recommended stories", "most read", "most popular", "trending", "trending now", "latest news",
            "top stories",
            "in this story", "on this topic", "up next", "more on this", "editor's picks", "editors' picks",
            "don't miss",
            "keep reading", "continue reading", "see more", "what to read next",
        ])
            || begins(with: [
                "read more:", "read also:", "also read:", "also see:", "related:", "see also:", "watch:", "listen:",
                "read:", "more:", "read next:", "don't miss:", "recommended:", "related story:", "related stories:",
                "related articles:", "read more »", "read more about ", "tags:", "topics:", "filed under:",
                "categories:",
            ]) && !(isSentence && words.count > 25)
    }

    fileprivate var areAdvertisement: Bool {
        are([
            "advertisement", "advertisements", "advertising", "advert", "ad", "ads", "sponsored", "sponsored content",
            "story continues below advertisement", "article continues below advertisement", "paid content", "promoted",
            "scroll to continue", "advertisement scroll to continue", "continue reading below", "ad feedback",
            "article continues after ad", "report this ad", "skip advertisement", "this ad will end in",
            "story continues below", "remove ads", "article continues below",
        ])
    }

    fileprivate var areCookies: Bool {
        mention(["cookies"])
            && mention([
                "we use", "we and our partners", "this site uses", "this website uses", "accept", "consent",
                "by continuing", "our use of", "your browser",
            ])
            || are([
                "accept all", "reject all", "manage preferences", "cookie settings", "cookie policy", "accept cookies",
            ])
    }

    fileprivate var areCopyright: Bool {
        begins(with: ["©", "(c) 20", "(c) 19", "copyright ©", "copyright (c)", "copyright 20", "copyright 19"])
            || mention(["all rights reserved", "may not be reproduced, published", "may not be published, broadcast"])
    }

    fileprivate var areSubscription: Bool {
        begins(with: [
            "subscribe to ", "subscribe now", "sign up for ", "sign up to ", "sign up now", "already a subscriber",
            "already have an account", "support our ", "support independent ", "download our ", "download the app",
            "get our ", "get the latest ", "join our ", "become a member", "become a subscriber", "register for free",
            "to continue reading", "this article is for subscribers", "log in to ", "create a free account",
            "enter your email", "thank you for signing up", "please enable javascript", "make a donation",
        ]) && words.count <= 30
            || are(["subscribe", "sign up", "log in", "login", "register", "newsletter", "donate", "sign in"])
    }

    fileprivate var areNavigation: Bool {
        are([
            "home", "menu", "search", "skip to content", "skip to main content", "back to top", "next", "previous",
            "next article", "previous article", "next story", "previous story", "close", "open menu", "view all",
            "show more",
            "load more", "about us", "contact us", "privacy policy", "terms of use", "terms of service",
            "terms and conditions",
            "contents", "table of contents", "jump to navigation", "jump to search", "main menu", "site map", "ends",
            "30",
            "play", "pause", "listen", "listen to this article", "audio", "video", "live", "breaking news",
            "play video",
        ])
    }

    // MARK: pictures and writers

    /// (photo credit: REUTERS); Photo: Jane Doe/Agency; Doha skyline Shutterstock.
    fileprivate func areCredit(_ text: String) -> Bool {
        let openers = [
            "photo:", "photos:", "image:", "picture:", "credit:", "photograph:", "photo by ", "image by ",
            "photo credit", "image credit", "picture by ", "file photo", "image source", "photo courtesy",
            "illustration:",
            "illustrative photo", "illustrative image", "screenshot:", "video:", "credits:", "photo illustration",
            "image copyright",
        ]
        let bare = self.text.drop { "([".contains($0) }
        if openers.contains(where: bare.hasPrefix), words.count <= 25 { return true }
        if isBracketed, words.count <= 25, words.contains(where: Self.creditWords.contains) { return true }
        return words.count <= 6 && !isSentence && words.last.map(Self.agencies.contains) == true
            && !words.contains { ["by", "to", "of", "from", "told"].contains($0) }
    }

    private var isBracketed: Bool {
        text.first == "(" && text.last == ")" || text.first == "[" && text.last == "]"
    }

    private static let agencies: Set<String> = [
        "istock", "shutterstock", "getty", "reuters", "afp", "epa", "alamy", "flickr", "flash90", "unsplash",
    ]
    private static let creditWords = agencies.union([
        "photo", "image", "picture", "credit", "photograph", "ap", "courtesy", "screenshot", "screengrab", "via",
    ])

    /// By Jane Doe; By JANE DOE and JOHN ROE, Staff Writers; Source: Gulf Ledger.
    fileprivate func areByline(_ text: String) -> Bool {
        if words.count <= 4, begins(with: ["source:", "source :", "author:", "editor:"]) { return true }
        guard words.count <= 12, words.count >= 2, !isSentence, words[0] == "by" || begins(with: ["written by "]) else {
            return false
        }
        let names = text.split(separator: " ").dropFirst()
        return names.allSatisfy { name in
            name.first.map { $0.isUppercase || !$0.isLetter } == true
                || ["and", "in", "for", "of", "by", "de", "bin", "al", "van", "von", "staff", "the"].contains(
                    String(name))
        }
    }
}
