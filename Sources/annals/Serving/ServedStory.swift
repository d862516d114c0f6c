import FactRepository
package import Web

/// A story as its server knows it: pages that are always those of the newest revision.
package struct ServedStory: PageSource {
    private let site: LiveSite

    /// Opens the story of a folder that holds `.annals`.
    package init(in folder: String) throws {
        let repository = try FactRepository.open(at: "\(folder)/\(FactRepository.folderName)")
        site = LiveSite(Story(folder: folder, repository: repository))
    }

    package func tip() throws -> String { try site.tip() }

    package func file(at path: String) throws -> SiteFile? { try site.file(at: path) }
}
