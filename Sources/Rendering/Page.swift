package import Facts

/// What a reading command shows: the same content for people and for machines.
package protocol Page: Sendable {
    /// The name and version of its machine format: `changes/1`.
    var schema: String { get }
    /// What holds for the page as a whole.
    var header: [String: JSONValue] { get }
    /// What the page lists, in the order of display.
    var items: [JSONValue] { get }
    /// The page for people.
    var document: Document { get }
}

/// A format that a page can be shown in.
package enum OutputFormat: String, Hashable, Sendable, CaseIterable {
    /// For people, at a terminal.
    case text
    /// One JSON object.
    case json
    /// A header line, then one JSON object a line.
    case jsonl
    /// GitHub-flavoured Markdown.
    case markdown
    /// One HTML file that needs nothing beside it.
    case html
}

/// The page in a format, ending in a line feed; style matters to text only.
package func render(_ page: some Page, as format: OutputFormat, style: TextStyle = TextStyle()) -> String {
    switch format {
    case .text: TextRenderer(style: style).text(of: page.document)
    case .json: JSONRenderer.object(page)
    case .jsonl: JSONRenderer.lines(page)
    case .markdown: MarkdownRenderer().text(of: page.document)
    case .html: HTMLFile(page).text
    }
}

/// A value for machines, in which nothing hidden stands as it is.
package func machineText(of value: JSONValue) -> String { JSONRenderer.line(of: value) }
