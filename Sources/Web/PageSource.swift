/// One file of the site: what a browser gets for a path.
package struct SiteFile: Hashable, Sendable {
    /// The media type, with its character set: `text/html; charset=utf-8`.
    package let mediaType: String
    /// The bytes as they are written to disk or sent.
    package let bytes: [UInt8]
    package init(mediaType: String, bytes: [UInt8]) { self.mediaType = mediaType; self.bytes = bytes }
}
/// Where the files of a site come from: the same for the static site and for the server.
package protocol PageSource: Sendable {
    /// The id of the newest revision the pages show; changes when a page may have changed.
    func tip() throws -> String
    /// The file at a path such as `index.html` or `facts/kqzz.html`; `nil` where there is none.
    func file(at path: String) throws -> SiteFile?
}
