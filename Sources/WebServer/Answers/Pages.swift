import NIOCore
import Synchronization
import Web

/// A page as it is sent.
struct Page: Sendable {
    let mediaType: String
    let body: ByteBuffer
    /// What it was made from.
    let key: String
    /// The entity tag, with its quotation marks: another for whatever a page is made from, and for each run of the server.
    let tag: String

    init(mediaType: String, body: ByteBuffer, key: String, run: String) {
        (self.mediaType, self.body, self.key) = (mediaType, body, key)
        tag = "\"\(key.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.prefix(40))-\(run)\""
    }
}

/// A page, and the revision that shows it.
struct ShownPage: Sendable {
    let page: Page
    let revision: String
}

/// The pages of the site; those that were asked for lately are not made again until they are made from something else.
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

    /// The page at a path where it can be had at once; `nil` where it must be made, or looked for.
    func pageAtHand(at path: PagePath) -> ShownPage? {
        guard let tip = site.viewAtHand()?.tip else { return nil }
        return kept.withLock { $0.page(at: path, tip: tip) }.map { ShownPage(page: $0, revision: tip) }
    }

    /// The page at a path; `nil` where there is none.
    func page(at path: PagePath) throws -> ShownPage? { try page(at: path, in: site.view()) }

    private func page(at path: PagePath, in view: any PageView) throws -> ShownPage? {
        let tip = view.tip
        if let page = kept.withLock({ $0.page(at: path, tip: tip) }) { return ShownPage(page: page, revision: tip) }
        guard let key = view.key(of: path.text) else { return nil }
        if let page = kept.withLock({ $0.page(at: path, madeFrom: key, tip: tip) }) {
            return ShownPage(page: page, revision: tip)
        }
        guard let file = try view.file(at: path.text) else { return nil }
        let page = Page(mediaType: file.mediaType, body: ByteBuffer(bytes: file.bytes), key: key, run: run)
        kept.withLock { $0.keep(page, at: path, tip: tip) }
        return ShownPage(page: page, revision: tip)
    }

    /// The page that a reader of a path without one may look for; `nil` on a site without a front page.
    func nearest(to path: PagePath) throws -> PagePath? {
        let view = try site.view()
        return path.surroundings.first { view.key(of: $0.text) != nil }
    }
}
