import FactRepository
import Facts
import Git
import Rendering
import Synchronization
import Web

/// What stays the same from one revision of a story to the next, and is read once for the sites of all.
final class SiteMemory: Sendable {
    /// The digests of the site's downloads.
    let digests = KnownDigests()
    private let sizes = Mutex<[Digest: Int]>([:])

    /// The bytes of every text that reports ever had, by their digests.
    func textSizes(
        of versions: [ReportName: [(revision: Revision, record: ReportRecord?)]], in story: Story
    ) throws -> [Digest: Int] {
        for (name, steps) in versions.sorted(by: { $0.key < $1.key }) {
            for step in steps {
                guard let digest = step.record?.digest, sizes.withLock({ $0[digest] }) == nil,
                    let id = ObjectID(hex: step.revision.id)
                else { continue }
                let size = try story.repository.snapshot(id).text(of: name)?.count ?? 0
                sizes.withLock { $0[digest] = size }
            }
        }
        return sizes.withLock { $0 }
    }
}
