import FactRepository
import Synchronization
package import Web

/// A story as its server knows it: pages that are always those of the newest revision, and the review of what changed.
package final class ServedStory: PageSource {
    private let story: Story
    private let site: LiveSite
    private let desk = Mutex<ReviewDesk?>(nil)

    /// Opens the story of a folder that holds `.annals`.
    package init(in folder: String) throws {
        let path = "\(folder)/\(FactRepository.folderName)"
        let repository = try FactRepository.open(at: path) { BackgroundPacking(of: folder).start() }
        story = Story(folder: folder, repository: repository)
        site = LiveSite(story)
    }

    package func view() throws -> any PageView { try site.view() }

    package func viewAtHand() -> (any PageView)? { site.viewAtHand() }

    /// The page of a change that waits for a ruling: the one with an id, or the gravest.
    ///
    /// - Parameter formToken: what each form is to give back; `nil` for a page without forms.
    package func reviewPage(of id: String?, formToken: String?) throws -> SiteFile {
        try atDesk { desk in try desk.page(of: id, formToken: formToken) }
    }

    /// Does what a form of such a page says.
    ///
    /// - Returns: the page to show next.
    package func rule(_ fields: [String: String]) throws -> String {
        let next = try atDesk { desk in try desk.submit(fields) }
        try site.refresh()
        return next
    }

    /// One after the other: each answer is to the queue that the one before left.
    private func atDesk<Result: Sendable>(_ body: (inout ReviewDesk) throws -> Result) throws -> Result {
        try desk.withLock { kept in
            var desk = try kept ?? ReviewDesk(story)
            defer { kept = desk }
            return try body(&desk)
        }
    }
}
