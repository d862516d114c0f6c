import Facts
import Git

/// Applies edits to a ``FactTrie``: only the buckets that an edit falls into are read, and only they and the folders above are
/// written.
///
/// What a folder holds is a list of pieces. Edits make others of those that they fall into; where facts went, neighbours are joined;
/// last it is decided which of them stand in a folder of their own.
struct FactTrieEditor {
    let trie: FactTrie
    /// How the facts fared.
    var tally = FactTally()
    /// The regions that have fewer facts than before, in order: neighbours may fit into one bucket.
    private var loosened: [FactRegion] = []

    init(_ trie: FactTrie) { self.trie = trie }

    /// The node that `root` becomes, written; `nil` when no fact is left.
    mutating func apply(
        _ edits: ArraySlice<ClaimEdit>, to root: FactTrie.Node?, _ part: inout RevisionPart
    ) throws(RepositoryError) -> FactTrie.Node? {
        let pieces = try edited(trie.pieces(of: root), in: .all, edits, &part)
        return try settleRoot(pieces, over: root, &part)
    }

    // MARK: edits

    /// What the pieces in a region become.
    ///
    /// - Parameter edits: sorted, all of facts in the region.
    mutating func edited(
        _ pieces: [TriePiece], in region: FactRegion, _ edits: ArraySlice<ClaimEdit>, _ part: inout RevisionPart
    ) throws(RepositoryError) -> [TriePiece] {
        let loosenedBefore = loosened.count
        var result: [TriePiece] = []
        result.reserveCapacity(pieces.count + 1)
        var (rest, edits) = (pieces[...], edits)
        while let fact = edits.first?.line.fact {
            let next = rest.firstIndex { fact.number <= $0.region.end } ?? rest.endIndex
            result += rest[..<next]
            rest = rest[next...]
            let place =
                if let piece = rest.first, piece.region.contains(fact) { piece.region } else {
                    Self.gap(at: fact, in: region, between: pieces[..<next].last, and: rest.first)
                }
            let group = edits.prefix { place.contains($0.line.fact) }
            if let piece = rest.first, piece.region == place {
                result += try edited(piece, group, &part)
                rest = rest.dropFirst()
            } else {
                result += Self.buckets(of: ([] as [ClaimLine]).applying(group, &tally)[...], place)
            }
            edits = edits[group.endIndex...]
        }
        return try joined((result + rest)[...], in: region, loosened[loosenedBefore...], &part)
    }

    /// The largest region around a fact that has no ids in common with the pieces before and after it.
    private static func gap(
        at fact: FactID, in region: FactRegion, between before: TriePiece?, and after: TriePiece?
    ) -> FactRegion {
        let shared = [before, after].compactMap { $0?.region.sharedDepth(with: fact) }.max()
        return FactRegion(of: fact, depth: max(region.depth, shared.map { $0 + 1 } ?? 0))
    }

    /// What a piece becomes: several where it held as many facts as fit, none where nothing is left.
    private mutating func edited(
        _ piece: TriePiece, _ edits: ArraySlice<ClaimEdit>, _ part: inout RevisionPart
    ) throws(RepositoryError) -> [TriePiece] {
        if case .stored(.folder, let id) = piece.content {
            let pieces = try edited(trie.pieces(of: piece), in: piece.region, edits, &part)
            return Self.isFolder(pieces[...]) ? [try self.folder(of: pieces, piece.region, over: id, &part)] : pieces
        }
        let removedBefore = tally.removed
        var buckets = Self.buckets(of: try trie.lines(of: piece).applying(edits, &tally)[...], piece.region)
        if tally.removed > removedBefore { loosened.append(piece.region) }
        if buckets.first?.region == piece.region {
            buckets[0].former = piece.former
        } else if let former = piece.former {
            part.noteRemoval(of: former.place.path)
        }
        return buckets
    }

    /// The buckets of sorted lines: one, or those of both halves.
    static func buckets(of lines: ArraySlice<ClaimLine>, _ region: FactRegion) -> [TriePiece] {
        if lines.isEmpty { return [] }
        if lines.factCount(upTo: FactTrie.bucketSize + 1) <= FactTrie.bucketSize {
            return [TriePiece(region, .lines(Array(lines)))]
        }
        let (low, high) = region.halves
        let middle = lines.firstIndex { $0.fact.number >= high.start } ?? lines.endIndex
        return buckets(of: lines[..<middle], low) + buckets(of: lines[middle...], high)
    }

    /// The pieces in a region, with buckets that fit into one put together.
    ///
    /// - Parameter loosened: regions in it, in order, beside which buckets may fit into one; elsewhere none do.
    func joined(
        _ pieces: ArraySlice<TriePiece>, in region: FactRegion, _ loosened: ArraySlice<FactRegion>,
        _ part: inout RevisionPart
    ) throws(RepositoryError) -> [TriePiece] {
        guard !loosened.isEmpty, pieces.contains(where: { $0.region != region }) else { return Array(pieces) }
        if pieces.count == 1 { return pieces.map { $0.isFolder ? $0 : $0.widened(to: region) } }
        let (low, high) = region.halves
        let middle = pieces.firstIndex { $0.region.start >= high.start } ?? pieces.endIndex
        let cut = loosened.firstIndex { $0.start >= high.start } ?? loosened.endIndex
        let result =
            try joined(pieces[..<middle], in: low, loosened[..<cut], &part)
            + joined(pieces[middle...], in: high, loosened[cut...], &part)
        guard result.count <= 2, !result.contains(where: \.isFolder) else { return result }
        if result.count == 1 { return result.map { $0.widened(to: region) } }
        guard let lines = try linesOfOneBucket(result) else { return result }
        for former in result.compactMap(\.former) { part.noteRemoval(of: former.place.path) }
        return [TriePiece(region, .lines(lines))]
    }

    /// The lines of all buckets when their facts are few enough for one, otherwise `nil`.
    private func linesOfOneBucket(_ buckets: [TriePiece]) throws(RepositoryError) -> [ClaimLine]? {
        var (lines, facts): ([ClaimLine], Int) = ([], 0)
        for bucket in buckets {
            let found = try trie.lines(of: bucket)
            lines += found
            facts += found.factCount(upTo: FactTrie.bucketSize + 1)
            if facts > FactTrie.bucketSize { return nil }
        }
        return lines
    }

    // MARK: folders

    /// Whether the pieces in a region stand in a folder of their own.
    private static func isFolder(_ pieces: ArraySlice<TriePiece>) -> Bool {
        FactTrie.isFolder(pieces.map { $0.isFolder ? .folder : .bucket })
    }

    /// The root that all pieces make, written.
    func settleRoot(
        _ pieces: [TriePiece], over former: FactTrie.Node?, _ part: inout RevisionPart
    ) throws(RepositoryError) -> FactTrie.Node? {
        guard let first = pieces.first else { return nil }
        if first.region == .all { return try settle(first, in: .all, &part) }
        let folder = former.flatMap { $0.kind == .folder ? $0.id : nil }
        return try settle(self.folder(of: pieces, .all, over: folder, &part), in: .all, &part)
    }

    /// The pieces in a folder, those of which a folder of their own is made in it.
    func folded(
        _ pieces: ArraySlice<TriePiece>, in region: FactRegion, _ part: inout RevisionPart
    ) throws(RepositoryError) -> [TriePiece] {
        let depth = region.depth + FactTrie.folderDepth
        var result: [TriePiece] = []
        result.reserveCapacity(pieces.count)
        var rest = pieces
        while let first = rest.first {
            let place = first.region.depth > depth ? first.region.around(depth: depth) : first.region
            let group = rest.prefix { place.contains($0.region) }
            let isOwn = first.region != place && Self.isFolder(group)
            result += isOwn ? [try folder(of: Array(group), place, over: nil, &part)] : Array(group)
            rest = rest[group.endIndex...]
        }
        return result
    }

    /// The folder of the pieces in a region, written.
    ///
    /// - Parameter former: the folder in the revision before; `nil` when there was none.
    private func folder(
        of pieces: [TriePiece], _ region: FactRegion, over former: ObjectID?, _ part: inout RevisionPart
    ) throws(RepositoryError) -> TriePiece {
        let pieces = try folded(pieces[...], in: region, &part)
        let nodes = try pieces.map { (piece) throws(RepositoryError) in try settle(piece, in: region, &part) }
        let bytes = FactTrie.folderBytes(of: nodes, at: region.depth)
        let id = try part.write(folder: bytes, at: BucketPlace.path(ofFolder: region))
        // What is written for the first time is much at once, and may not be touched again.
        if let former { trie.folders?.keep(nodes, id, replacing: former) }
        return TriePiece(region, .stored(.folder, id))
    }

    /// The node of a piece in a folder, written.
    private func settle(
        _ piece: TriePiece, in folder: FactRegion, _ part: inout RevisionPart
    ) throws(RepositoryError) -> FactTrie.Node {
        if case .stored(.folder, let id) = piece.content { return .init(region: piece.region, kind: .folder, id: id) }
        let (bytes, mayDeny): ([UInt8], Bool)
        switch piece.content {
        case .stored(_, let id):
            let former = piece.former?.place ?? BucketPlace(piece.region, in: folder, mayDeny: true)
            if (former.region, former.folder) == (piece.region, folder) {
                return .init(region: piece.region, kind: .bucket, id: id, mayDeny: former.mayDeny)
            }
            bytes = try trie.bytes(id, former)
            mayDeny = try former.region == .all ? Bucket.lines(of: bytes, former).denies : former.mayDeny
        case .lines(let lines): (bytes, mayDeny) = (lines.bucketBytes, lines.denies)
        }
        let place = BucketPlace(piece.region, in: folder, mayDeny: mayDeny)
        let isAtPlace = piece.former?.place == place
        if let former = piece.former, !isAtPlace { part.noteRemoval(of: former.place.path) }
        let id = try part.write(bytes, at: place.path, replacing: isAtPlace ? piece.former?.id : nil)
        return .init(region: piece.region, kind: .bucket, id: id, mayDeny: place.mayDeny)
    }
}
