import NIOCore
import Synchronization
import Web

/// A page as it is sent.
struct Page: Sendable {
    let mediaType: String
    let body: ByteBuffer
    /// The entity tag, with its quotation marks: another for each revision and each run of the server; `nil` for a page that may be
    /// of either of two revisions.
    let tag: String?
}

/// The pages of the site; those that were asked for lately are not made again.
final class Pages: Sendable {
    private let site: any PageSource
    private let run: String
    private let kept: Mutex<KeptPages>

    /// - Parameter keptBytes: what all pages that are kept may weigh together.
    init(site: any PageSource, keptBytes: Int) {
        self.site = site
        run = String(UInt32.random(in: 0...(.max)), radix: 36)
        kept = Mutex(KeptPages(bytes: keptBytes))
    }

    /// The page at a path, as the newest revision has it; `nil` where there is none.
    func page(at path: PagePath) throws -> Page? {
        let tip = try site.tip()
        if let page = kept.withLock({ $0.page(at: path, tip: tip) }) { return page }
        guard let file = try site.file(at: path.text) else { return nil }
        // A revision that came meanwhile may be on the page already, or may not.
        let isSettled = try site.tip() == tip
        let page = Page(
            mediaType: file.mediaType, body: ByteBuffer(bytes: file.bytes), tag: isSettled ? tag(tip) : nil)
        if isSettled { kept.withLock { $0.keep(page, at: path, tip: tip) } }
        return page
    }

    /// The page that a reader of a path without one may look for; `nil` on a site without a front page.
    func nearest(to path: PagePath) throws -> PagePath? {
        try path.surroundings.first { try page(at: $0) != nil }
    }

    private func tag(_ tip: String) -> String {
        "\"\(tip.filter { $0.isASCII && ($0.isLetter || $0.isNumber) })-\(run)\""
    }
}
