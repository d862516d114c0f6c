package import Facts

/// Other people's repositories of the story: `annals remote`.
package struct RemotesPage: Page {
    /// One of them.
    package struct Row: Hashable, Sendable {
        /// Its name here.
        package let name: String
        /// Where it is.
        package let url: String
        /// The newest revision that was fetched from it, 40 hexadecimal digits; `nil` when none was.
        package let revision: String?
        /// The revisions that it has and ours lacks, as far as was fetched.
        package let ahead: Int
        /// The revisions that ours has and it lacks, as far as was fetched.
        package let behind: Int

        /// A repository.
        package init(name: String, url: String, revision: String?, ahead: Int, behind: Int) {
            (self.name, self.url, self.revision) = (name, url, revision)
            (self.ahead, self.behind) = (ahead, behind)
        }
    }

    /// The repositories, in the order of display.
    package let rows: [Row]

    /// A page of repositories.
    package init(_ rows: [Row]) { self.rows = rows }

    package var schema: String { "remotes/1" }
    package var header: [String: JSONValue] { ["count": .integer(rows.count)] }

    package var items: [JSONValue] {
        rows.map { row in
            var members: [String: JSONValue] = [
                "name": .string(row.name), "url": .string(row.url), "ahead": .integer(row.ahead),
                "behind": .integer(row.behind),
            ]
            members["revision"] = row.revision.map(JSONValue.string)
            return .object(members)
        }
    }

    package var document: Document {
        guard let first = rows.first else {
            return Document([
                .paragraph("nobody else's repository is known"),
                .next([[Span("annals remote add NAME URL", .command)]]),
            ])
        }
        let entries = rows.map { row in
            Document.Block.entry(
                Entry(Line([Span(row.name, .strong)]).then(row.url, .place, gap: 2), [.note(row.standing)]))
        }
        let next = rows.first { $0.ahead > 0 }.map { "annals merge \($0.name)/main" } ?? "annals fetch \(first.name)"
        return Document(entries + [.blank, .next([[Span(next, .command)]])])
    }
}

extension RemotesPage.Row {
    /// How it stands to ours.
    fileprivate var standing: Line {
        guard let revision else { return [Span("not fetched yet", .dim)] }
        let parts = [
            ahead > 0 ? Line([Span("+\(ahead.grouped)", .glyph)]).tied("there and not here") : [],
            behind > 0 ? Line([Span("-\(behind.grouped)", .glyph)]).tied("here and not there") : [],
        ].filter { !$0.isEmpty }
        return Line([Span(String(revision.prefix(8)), .id)])
            .then(parts.isEmpty ? "as here" : parts.commaSeparated, gap: 2)
    }
}
