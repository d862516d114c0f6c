/// One file of the site: what a browser gets for a path.
package struct SiteFile: Hashable, Sendable {
    /// The media type, with its character set: `text/html; charset=utf-8`.
    package let mediaType: String
    /// The bytes as they are written to disk or sent.
    package let bytes: [UInt8]
    package init(mediaType: String, bytes: [UInt8]) { self.mediaType = mediaType; self.bytes = bytes }
}

/// The files of a site as one revision has them.
package protocol PageView: Sendable {
    /// The id of the revision.
    var tip: String { get }
    /// What the file at a path is made from: while it stays, from one view to another, so do the bytes; `nil` where there is none.
    func key(of path: String) -> String?
    /// The file at a path such as `index.html` or `facts/kqzz.html`; `nil` where there is none.
    func file(at path: String) throws -> SiteFile?
}

/// Where the files of a site that goes on come from.
package protocol PageSource: Sendable {
    /// The files as the newest revision has them, or one that was the newest a moment ago; may take long.
    func view() throws -> any PageView
    /// The same where it can be had at once; `nil` where there may be a newer one.
    func viewAtHand() -> (any PageView)?
}
