import Facts
import Git

/// Where buckets stand in their folders.
extension FileCheck {
    /// A bucket is where a reader looks for it, its name tells whether a claim in it denies, it holds no more facts than it may, and more
    /// than fit beside its neighbours; it stands in a folder of its own with others when they are enough for one.
    ///
    /// - Parameter content: `nil` when it could not be read.
    mutating func checkShape(at place: BucketPlace, _ row: BlobChange, _ content: CheckedBucket?) {
        _ = attempt { (check) throws(RepositoryError) in
            let root = try check.after.root()
            if try check.after.trie.bucket(at: place, under: root) != row.after {
                check.report(row.path, "another file or folder hides it")
            } else {
                guard let content else { return }
                if content.factCount > FactTrie.bucketSize { check.report(row.path, "it holds too many facts") }
                if place.region != .all, content.denies != place.mayDeny {
                    check.report(
                        row.path, place.mayDeny ? "its name says that it has a denial" : "its name hides a denial")
                }
            }
            guard place.region != .all, let folder = try check.after.trie.folder(place.folder, under: root) else {
                return
            }
            let nodes = try check.after.trie.nodes(in: folder)
            if try check.fitsBucket(nodes, place.region.around(depth: place.region.depth - 1), place.folder) {
                check.report(row.path, "the facts beside it would fit one bucket")
            }
            if let problem = place.problem(among: nodes) { check.report(row.path, problem) }
        }
    }

    /// Whether all facts in a region are few enough for one bucket; of more as many are counted as it takes to know.
    ///
    /// - Parameter nodes: those of the folder that the region is in.
    private func fitsBucket(
        _ nodes: [FactTrie.Node], _ region: FactRegion, _ folder: FactRegion
    ) throws(RepositoryError) -> Bool {
        var rest = nodes.filter { region.contains($0.region) }.map { (node: $0, folder: folder) }
        var count = 0
        while let (node, folder) = rest.popLast(), count <= FactTrie.bucketSize {
            switch node.kind {
            case .bucket: count += try factCount(of: node.id, BucketPlace(of: node, in: folder))
            case .folder: rest += try after.trie.nodes(in: node).map { ($0, node.region) }
            }
        }
        return count <= FactTrie.bucketSize
    }

    private func factCount(of bucket: ObjectID, _ place: BucketPlace) throws(RepositoryError) -> Int {
        if let count = known.factCount(of: bucket, place.region) { return count }
        let count = try CheckedBucket(after.trie.bytes(bucket, place), place, known).factCount
        known.remember(factCount: count, of: bucket, place.region)
        return count
    }
}

extension BucketPlace {
    /// What is wrong with the folder that it is in, when something is.
    ///
    /// - Parameter nodes: those of the folder.
    fileprivate func problem(among nodes: [FactTrie.Node]) -> String? {
        if folder != .all, !FactTrie.isFolder(nodes.map(\.kind)) {
            return "its folder has so few buckets that they belong into the one above"
        }
        let depth = folder.depth + FactTrie.folderDepth
        guard region.depth > depth else { return nil }
        let near = nodes.filter { region.around(depth: depth).contains($0.region) }
        return FactTrie.isFolder(near.map(\.kind)) ? "it belongs into a folder with those beside it" : nil
    }
}
