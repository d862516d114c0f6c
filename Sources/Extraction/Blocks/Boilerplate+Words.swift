extension Boilerplate {
    /// What a block's words alone show it to be; `nil` for prose.
    init?(words text: String) {
        guard let words = BlockWords(text) else { return nil }
        guard let reason = words.reason(written: text) else { return nil }
        self = reason
    }
}

extension BlockWords {
    /// Why the block is no prose; `text` is it as it is written.
    fileprivate func reason(written text: String) -> Boilerplate? {
        if let reason = BoilerplatePhrases.whole[words.joined(separator: " ")] { return reason }
        for (phrases, limit, reason) in BoilerplatePhrases.beginnings
        where words.count <= limit && begins(with: phrases) {
            return reason
        }
        if areTimestamp { return .timestamp }
        if areNumber { return .number }
        if areOnly(Self.sharingFill, with: Self.sharingWords, limit: 14), !isSentence { return .sharing }
        if areCommentCount { return .comments }
        if areCookieNotice { return .cookies }
        if mention(Self.rights) { return .copyright }
        if areCredit { return .credit }
        if areByline(text) { return .byline }
        return text.unicodeScalars.contains(where: \.properties.isAlphabetic) ? nil : .ornament
    }

    // MARK: time and number

    /// Tuesday 25 February 2020 - 14:06; Published: 3 hours ago; Updated Jan 4, 2021 at 9:15 am EST.
    private var areTimestamp: Bool {
        guard words.count <= 16, bytes.last != UInt8(ascii: "?"),
            words.allSatisfy({ Self.timeWords.contains($0) || Self.isNumber($0) })
        else { return false }
        return words.contains { $0.contains(where: \.isNumber) }
            && words.contains { word in
                Self.months.contains(word) || Self.stampWords.contains(word) || word.contains { ":-".contains($0) }
            }
    }

    /// Story code: 846706; News ID: 81.
    private var areNumber: Bool {
        guard (2...4).contains(words.count), let last = words.last, last.allSatisfy(\.isNumber) else { return false }
        return words.dropLast().allSatisfy(Self.numberWords.contains)
    }

    private static func isNumber(_ word: String) -> Bool {
        word.contains(where: \.isNumber) && word.allSatisfy { $0.isNumber || ":.-–apmthsrdndz+".contains($0) }
    }

    private static let numberWords: Set<String> = ["story", "news", "article", "code", "id", "no", "number"]
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

    private static let sharingWords: Set<String> = [
        "share", "tweet", "facebook", "twitter", "whatsapp", "linkedin", "telegram", "reddit", "pinterest", "flipboard",
        "print", "email", "e-mail", "messenger", "bluesky", "instagram", "youtube", "pocket", "bookmark",
    ]
    private static let sharingFill: Set<String> = [
        "on", "via", "by", "this", "the", "page", "article", "story", "link", "copy", "x", "save", "more", "to",
        "follow",
        "us", "and", "with", "friends", "in", "a", "send", "options", "click", "new", "window", "opens",
    ]

    /// 12 comments.
    private var areCommentCount: Bool {
        guard words.count == 2, let first = words.first, let last = words.last else { return false }
        return first.allSatisfy(\.isNumber) && (last == "comments" || last == "comment")
    }

    private var areCookieNotice: Bool { mention(["cookies"]) && mention(Self.consent) }

    private static let consent = [
        "we use", "we and our partners", "this site uses", "this website uses", "accept", "consent", "by continuing",
        "our use of", "your browser",
    ]
    private static let rights = [
        "all rights reserved", "may not be reproduced, published", "may not be published, broadcast",
    ]

    // MARK: pictures and writers

    /// (photo credit: REUTERS); Photo: Jane Doe/Agency; Doha skyline Shutterstock.
    private var areCredit: Bool {
        guard words.count <= 25 else { return false }
        let bare = bytes.drop { "([".utf8.contains($0) }
        if Self.creditBeginnings.contains(where: { bare.starts(with: $0.utf8) }) { return true }
        if isBracketed, words.contains(where: Self.creditWords.contains) { return true }
        return words.count <= 6 && !isSentence && words.last.map(Self.agencies.contains) == true
            && words.allSatisfy { !Self.tellingWords.contains($0) }
    }

    private static let creditBeginnings = [
        "photo:", "photos:", "image:", "picture:", "credit:", "credits:", "photograph:", "photo by ", "image by ",
        "picture by ", "photo credit", "image credit", "image source", "image copyright", "photo courtesy",
        "file photo",
        "illustration:", "illustrative photo", "illustrative image", "photo illustration", "screenshot:", "video:",
    ]
    private static let agencies: Set<String> = [
        "istock", "shutterstock", "getty", "reuters", "afp", "epa", "alamy", "flickr", "flash90", "unsplash",
    ]
    private static let creditWords = agencies.union([
        "photo", "image", "picture", "credit", "photograph", "ap", "courtesy", "screenshot", "screengrab", "via",
    ])
    /// Words of what an agency said rather than what it has the picture of.
    private static let tellingWords: Set<String> = ["by", "to", "of", "from", "told", "said"]

    /// By Jane Doe; By JANE DOE and JOHN ROE, Staff Writers.
    private func areByline(_ text: String) -> Bool {
        guard (2...12).contains(words.count), !isSentence, words[0] == "by" || begins(with: ["written by "]) else {
            return false
        }
        return text.split(separator: " ").dropFirst().allSatisfy { name in
            name.first.map { $0.isUppercase || !$0.isLetter } == true || Self.smallNameWords.contains(String(name))
        }
    }

    private static let smallNameWords: Set<String> = [
        "and", "in", "for", "of", "by", "de", "bin", "al", "van", "von", "staff", "the",
    ]
}
