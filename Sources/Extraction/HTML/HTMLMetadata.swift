import Facts

/// What an HTML page says of the report it holds, outside of its text.
struct HTMLMetadata {
    private var metas: [String: String] = [:]
    private var canonical: String?
    private var language: String?
    private var pageTitle: String?
    private var firstHeading: String?
    private var firstTime: String?
    private var article = NewsMarkup()

    /// Reads the tags of a page; of what is said twice the first counts.
    init(_ document: HTMLDocument) {
        var heading: Int?
        for (index, piece) in document.pieces.enumerated() {
            switch piece {
            case .tag(let tag) where tag.name == "h1":
                if let start = heading, firstHeading == nil { firstHeading = document.words(from: start, to: index) }
                heading = tag.isEnd ? nil : index
            case .tag(let tag) where !tag.isEnd: note(tag, document)
            case .raw("title", let range) where pageTitle == nil: pageTitle = document.bytes.plainText(range).nonEmpty
            case .raw("script", let range) where document.isNewsMarkup(before: index):
                article.read(Array(document.bytes[range]))
            case .tag, .raw, .text, .aside: break
            }
        }
    }

    private mutating func note(_ tag: MarkupTag, _ document: HTMLDocument) {
        guard ["meta", "link", "html", "time"].contains(tag.name) else { return }
        let values = document.attributes(of: tag)
        switch tag.name {
        case "meta":
            let name = values["property"] ?? values["name"] ?? values["itemprop"]
            guard let name = name?.lowercased(), let content = values["content"]?.nonEmpty, metas[name] == nil else {
                return
            }
            metas[name] = content
        case "link" where values["rel"]?.lowercased() == "canonical": canonical = canonical ?? values["href"]?.nonEmpty
        case "html": language = language ?? (values["lang"] ?? values["xml:lang"])?.nonEmpty
        case "time": firstTime = firstTime ?? values["datetime"]?.nonEmpty
        default: break
        }
    }

    // MARK: what is known

    /// A record with all that the page says.
    func record(_ name: ReportName, _ bytes: [UInt8]) -> ReportRecord {
        var record = ReportRecord(name: name, text: bytes)
        record.format = .html
        record.source = metas["og:site_name"] ?? article.publisher ?? metas["application-name"]
        record.title = title(of: record.source)
        record.published =
            time(metas["article:published_time"]) ?? time(article.published)
            ?? Self.publicationNames.lazy.compactMap { time(metas[$0]) }.first ?? time(firstTime)
        let updated = time(metas["article:modified_time"]) ?? time(article.modified) ?? time(metas["og:updated_time"])
        record.updated = updated == record.published ? nil : updated
        record.url = [canonical, metas["og:url"], article.url].compactMap { $0 }.first { $0.hasPrefix("http") }
        record.language = language ?? article.language
        return record
    }

    private static let publicationNames = [
        "datepublished", "date", "pubdate", "publishdate", "publish-date", "publication_date", "dc.date",
        "dc.date.issued",
        "dcterms.created", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime",
    ]

    /// The headline without the source's name behind it.
    private func title(of source: String?) -> String? {
        guard let title = metas["og:title"] ?? article.headline ?? pageTitle ?? firstHeading else { return nil }
        for mark in [" | ", " - ", " – ", " — ", " · ", " : "] {
            if let source, title.hasSuffix(mark + source) {
                return String(title.dropLast((mark + source).count)).nonEmpty
            }
        }
        // With nobody to compare it with, what the page shows as its title decides.
        if metas["og:title"] == nil, article.headline == nil, let firstHeading, title.hasPrefix(firstHeading) {
            return firstHeading
        }
        return title
    }

    private func time(_ text: String?) -> Time? { text.flatMap { Time(written: $0) } }
}

extension Time {
    /// A date or date-time as web pages write it: seconds and the zone's colon may be missing, fractions are left out; where the time
    /// of day cannot be read, the date is kept.
    init?(written text: String) {
        let parts = text.split(maxSplits: 1) { $0 == "T" || $0 == " " }
        guard let date = parts.first else { return nil }
        if parts.count == 2, let clock = Self.clock(parts[1]), let time = Time(edtf: "\(date)T\(clock)") {
            self = time
        } else {
            self.init(edtf: String(date))
        }
    }

    /// `14:06`, `14:06:00.123+0200` as `14:06:00`, `14:06:00+02:00`.
    private static func clock(_ text: Substring) -> String? {
        let digits = text.prefix { $0.isNumber || $0 == ":" }
        var zone = text[digits.endIndex...].filter { $0 != " " }.drop { $0 == "." }.drop(while: \.isNumber)
        if zone == "UTC" || zone == "GMT" { zone = "Z" }
        let isCompact = zone.count == 5 && zone.dropFirst().allSatisfy(\.isNumber)
        let offset = isCompact ? "\(zone.prefix(3)):\(zone.suffix(2))" : String(zone)
        switch digits.count {
        case 5: return digits + ":00" + offset
        case 8: return digits + offset
        default: return nil
        }
    }
}

extension HTMLDocument {
    /// The words between two pieces.
    fileprivate func words(from start: Int, to end: Int) -> String? {
        let words = pieces[start..<end].map { piece in
            if case .text(let range) = piece { bytes.plainText(range) } else { "" }
        }
        return words.joined(separator: " ").split(separator: " ").joined(separator: " ").nonEmpty
    }

    /// Whether the tag before a script says that it is data about the page.
    fileprivate func isNewsMarkup(before piece: Int) -> Bool {
        guard piece > 0, case .tag(let tag) = pieces[piece - 1] else { return false }
        return attributes(of: tag)["type"]?.lowercased().hasPrefix("application/ld+json") == true
    }
}

extension String {
    /// The text, unless there is none.
    var nonEmpty: String? { isEmpty ? nil : self }
}
