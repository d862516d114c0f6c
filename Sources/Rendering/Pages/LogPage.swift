package import Facts

/// The revisions of a story: `annals log`.
package struct LogPage: Page {
    /// The revisions, in the order of display.
    package let revisions: [Revision]

    /// A page of revisions in the order given, which should be newest first.
    package init(_ revisions: [Revision]) { self.revisions = revisions }

    package var schema: String { "log/1" }
    package var header: [String: JSONValue] { ["count": .integer(revisions.count)] }
    package var items: [JSONValue] { revisions.map(\.json) }

    package var document: Document {
        guard let newest = revisions.first else { return Document([.paragraph("no revision yet")]) }
        let command = "annals show \(newest.shortID)"
        return Document(revisions.map { .entry($0.entry) } + [.blank, .next([[Span(command, .command)]])])
    }
}
