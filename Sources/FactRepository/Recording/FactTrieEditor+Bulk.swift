import Facts
import Git
import Parallel

/// Many edits at once: what lies below the first two letters is made by several threads, and written beside them.
extension FactTrieEditor {
    /// Fewer edits are applied one after another.
    private static let bulk = 1000

    /// What became of everything under two letters.
    private struct Made: Sendable {
        let partition: Int
        let pieces: [TriePiece]
        let content: RevisionPart.Content
        let tally: FactTally
    }

    /// The node that `root` becomes, written; `nil` when no fact is left.
    mutating func apply(
        _ edits: EditSpool, to root: FactTrie.Node?, _ writer: inout RevisionWriter
    ) throws(RepositoryError) -> FactTrie.Node? {
        var part = RevisionPart(trie.repository)
        let node =
            edits.count < Self.bulk
            ? try apply(edits.sorted()[...], to: root, &part)
            : try settleRoot(pieces(of: edits, on: root, &part, &writer), over: root, &part)
        try writer.append(part.takeContent())
        return node
    }

    /// The pieces of the root with the edits applied.
    private mutating func pieces(
        of edits: EditSpool, on root: FactTrie.Node?, _ part: inout RevisionPart, _ writer: inout RevisionWriter
    ) throws(RepositoryError) -> [TriePiece] {
        var start = try Partitions(of: trie.pieces(of: root), for: edits, in: trie)
        let touched = start.regions.indices.filter { !edits.isEmpty($0) }
        let (trie, partitions) = (self.trie, start)
        try concurrentStream(touched.count, ahead: 8) { (index) throws(RepositoryError) in
            let (partition, region) = (touched[index], partitions.regions[touched[index]])
            var editor = FactTrieEditor(trie)
            var part = RevisionPart(trie.repository)
            let pieces = try editor.edited(
                partitions.pieces[partition], in: region, edits.edits(in: partition)[...], &part)
            let folded = try editor.folded(
                pieces[...], in: region.around(depth: region.depth - FactTrie.folderDepth), &part)
            return Made(
                partition: partition, pieces: folded, content: part.takeContent(), tally: editor.tally)
        } into: { (made) throws(RepositoryError) in
            try writer.append(made.content)
            tally = tally + made.tally
            start.pieces[made.partition] = made.pieces
        }
        let loosened = start.regions.indices.filter { start.isCut[$0] || !edits.isEmpty($0) }.map { start.regions[$0] }
        var pieces = try joined(start.pieces.flatMap(\.self)[...], in: .all, loosened[...], &part)
        for former in start.cut {
            if let same = pieces.firstIndex(where: { $0.region == former.place.region }) {
                pieces[same].former = former
            } else {
                part.noteRemoval(of: former.place.path)
            }
        }
        return pieces
    }
}

/// The pieces of a root by the partitions of an ``EditSpool``.
private struct Partitions: Sendable {
    /// The ids in each partition.
    let regions: [FactRegion]
    /// The pieces in each partition; one that reaches over several, none of which has edits, is in the first.
    var pieces: [[TriePiece]]
    /// Whether a bucket reached over the partition that was cut into those of several.
    private(set) var isCut: [Bool]
    /// Those buckets.
    private(set) var cut: [TriePiece.Former] = []

    init(of pieces: [TriePiece], for edits: EditSpool, in trie: FactTrie) throws(RepositoryError) {
        let count = EditSpool.partitionCount
        regions = (0..<count).map { FactRegion(of: FactID(number: UInt128($0) << 120), depth: 8) }
        self.pieces = Array(repeating: [], count: count)
        isCut = Array(repeating: false, count: count)
        var rest = pieces
        while let piece = rest.popLast() {
            let first = Int(piece.region.start >> 120)
            let reach = first...Int(piece.region.end >> 120)
            guard reach.count > 1, !reach.allSatisfy(edits.isEmpty) else {
                self.pieces[first].insert(piece, at: 0)
                continue
            }
            guard let former = piece.former else {
                rest += try trie.pieces(of: piece)
                continue
            }
            cut.append(former)
            var lines = try trie.lines(of: piece)[...]
            for partition in reach {
                let group = lines.prefix { regions[partition].contains($0.fact) }
                self.pieces[partition] = FactTrieEditor.buckets(of: group, regions[partition])
                isCut[partition] = true
                lines = lines[group.endIndex...]
            }
        }
    }
}
