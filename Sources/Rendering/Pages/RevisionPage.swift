package import Facts

/// One revision and what it changed: `annals show REVISION`.
package struct RevisionPage: Page {
    /// The revision.
    package let revision: Revision
    /// What it changed against the revision before it.
    package let changes: DiffPage

    /// A page of a revision and its changes.
    package init(_ revision: Revision, changes: DiffPage) {
        self.revision = revision
        self.changes = changes
    }

    package var schema: String { "revision/1" }

    package var header: [String: JSONValue] {
        changes.header.merging(["revision": revision.json]) { _, revision in revision }
    }

    package var items: [JSONValue] { changes.items }

    package var document: Document { Document([.entry(revision.entry), .blank] + changes.blocks) }
}
