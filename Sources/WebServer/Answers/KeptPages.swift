import NIOCore

/// The pages that were asked for lately, in so many bytes.
///
/// Two generations: pages of the earlier one that are asked for again move into the recent one, and when that holds half of what is
/// allowed, the earlier one is let go. Nothing is ever searched or sorted.
struct KeptPages {
    /// A page, and the newest revision that is known to have it.
    private struct Kept {
        let page: Page
        var tip: String
    }

    private var recent: [PagePath: Kept] = [:]
    private var earlier: [PagePath: Kept] = [:]
    private var recentBytes = 0
    private let limit: Int

    /// - Parameter bytes: what all pages may weigh together.
    init(bytes: Int) { limit = bytes }

    /// The page as a revision has it; `nil` when it is not kept, or not known to be that revision's.
    mutating func page(at path: PagePath, tip: String) -> Page? {
        guard let kept = find(path), kept.tip == tip else { return nil }
        return kept.page
    }

    /// The page that is made from the same as a revision's; from now on it is known as that revision's.
    mutating func page(at path: PagePath, madeFrom key: String, tip: String) -> Page? {
        guard let kept = find(path), kept.page.key == key else { return nil }
        recent[path]?.tip = tip
        return kept.page
    }

    private mutating func find(_ path: PagePath) -> Kept? {
        if let kept = recent[path] { return kept }
        guard let kept = earlier.removeValue(forKey: path) else { return nil }
        keep(kept.page, at: path, tip: kept.tip)
        return kept
    }

    /// Keeps a page of a revision.
    mutating func keep(_ page: Page, at path: PagePath, tip: String) {
        guard page.body.readableBytes <= limit / 2 else { return }
        if recentBytes + page.body.readableBytes > limit / 2 {
            (earlier, recent, recentBytes) = (recent, [:], 0)
        }
        earlier[path] = nil
        if let former = recent.updateValue(Kept(page: page, tip: tip), forKey: path) {
            recentBytes -= former.page.body.readableBytes
        }
        recentBytes += page.body.readableBytes
    }

    /// Bytes of the pages that are kept.
    var bytes: Int { [recent, earlier].map { $0.values.map(\.page.body.readableBytes).reduce(0, +) }.reduce(0, +) }
}
