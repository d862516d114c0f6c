import Facts

/// What the first article in a page's JSON-LD says of it.
///
/// Source: https://schema.org/NewsArticle and the types beside it, among them ReportageNewsArticle.
struct NewsMarkup {
    private(set) var headline: String?
    private(set) var publisher: String?
    private(set) var published: String?
    private(set) var modified: String?
    private(set) var url: String?
    private(set) var language: String?

    /// Reads one script; what is not JSON says nothing, and what an earlier one said stays.
    mutating func read(_ script: [UInt8]) {
        guard let json = try? JSONParser.parse(script) else { return }
        let things = Self.things(in: json)
        guard let article = things.first(where: Self.isArticle) else { return }
        headline = headline ?? Self.text(article["headline"] ?? article["name"])
        published = published ?? Self.text(article["datePublished"] ?? article["dateCreated"])
        modified = modified ?? Self.text(article["dateModified"])
        url = url ?? Self.text(article["url"]) ?? Self.text(article["mainEntityOfPage"])
        language = language ?? Self.text(article["inLanguage"])
        publisher = publisher ?? Self.name(article["publisher"], among: things)
    }

    /// The objects of a script: it is one, a list of them, or a graph.
    private static func things(in json: JSONValue) -> [[String: JSONValue]] {
        switch json {
        case .array(let elements): elements.flatMap { things(in: $0) }
        case .object(let members): [members] + (members["@graph"].map { things(in: $0) } ?? [])
        default: []
        }
    }

    private static func isArticle(_ thing: [String: JSONValue]) -> Bool {
        let types = thing["@type"]?.array?.compactMap(\.string) ?? [thing["@type"]?.string ?? ""]
        return types.contains { $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" }
    }

    private static func text(_ value: JSONValue?) -> String? {
        let text = value?.string ?? value?.object.flatMap { ($0["@id"] ?? $0["url"] ?? $0["alternateName"])?.string }
        return text.flatMap { text in
            let bytes = Array(text.utf8)
            return bytes.plainText(bytes.indices).nonEmpty
        }
    }

    /// The name of a publisher, which may be given elsewhere in the graph.
    private static func name(_ value: JSONValue?, among things: [[String: JSONValue]]) -> String? {
        if let name = value?.string { return text(.string(name)) }
        guard let publisher = value?.object ?? value?.array?.first?.object else { return nil }
        if let name = publisher["name"] { return text(name) }
        guard let id = publisher["@id"] else { return nil }
        return text(things.first { $0["@id"] == id && $0["name"] != nil }?["name"])
    }
}
