import NIOCore

/// The pages of one revision that were asked for lately, in so many bytes.
///
/// Two generations: pages of the earlier one that are asked for again move into the recent one, and when that holds half of what is
/// allowed, the earlier one is let go. Nothing is ever searched or sorted.
struct KeptPages {
    private var tip = ""
    private var recent: [PagePath: Page] = [:]
    private var earlier: [PagePath: Page] = [:]
    private var recentBytes = 0
    private let limit: Int

    /// - Parameter bytes: what all pages may weigh together.
    init(bytes: Int) { limit = bytes }

    /// The page as the revision has it; `nil` when it is not kept.
    mutating func page(at path: PagePath, tip: String) -> Page? {
        guard tip == self.tip else { return nil }
        if let page = recent[path] { return page }
        guard let page = earlier.removeValue(forKey: path) else { return nil }
        keep(page, at: path, tip: tip)
        return page
    }

    /// Keeps a page of a revision, and none of any other.
    mutating func keep(_ page: Page, at path: PagePath, tip: String) {
        if tip != self.tip {
            self = KeptPages(bytes: limit)
            self.tip = tip
        }
        guard page.body.readableBytes <= limit / 2 else { return }
        if recentBytes + page.body.readableBytes > limit / 2 {
            (earlier, recent, recentBytes) = (recent, [:], 0)
        }
        if let former = recent.updateValue(page, forKey: path) { recentBytes -= former.body.readableBytes }
        recentBytes += page.body.readableBytes
    }

    /// Bytes of the pages that are kept.
    var bytes: Int { (recent.values.map(\.body.readableBytes) + earlier.values.map(\.body.readableBytes)).reduce(0, +) }
}
