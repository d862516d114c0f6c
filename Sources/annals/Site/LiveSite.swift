import FactRepository
import Facts
import Git
import Synchronization
import Web

/// The site of a story that goes on: its pages are always those of the newest revision.
final class LiveSite: PageSource {
    private let story: Story
    private let title: String?
    private let site = Mutex<Site?>(nil)

    /// The site of a story, under the name of its folder unless told otherwise.
    init(_ story: Story, title: String? = nil) { (self.story, self.title) = (story, title) }

    func tip() throws -> String { try story.tip().hex }

    func file(at path: String) throws -> SiteFile? { try current().file(at: path) }

    /// The site of the newest revision, read when there is a newer one than before.
    private func current() throws -> Site {
        let tip = try story.tip()
        if let site = site.withLock({ $0 }), site.tip() == tip.hex { return site }
        let read = try Site.reading(story, at: story.repository.snapshot(tip), title: title)
        site.withLock { $0 = read }
        return read
    }
}
