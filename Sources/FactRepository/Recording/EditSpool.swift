import Facts
import Git

/// The edits of a revision as they gather: in memory, and on disk beyond a size, so that memory does not grow with the corpus.
///
/// They lie in 256 partitions by the first two letters of their facts.
struct EditSpool {
    /// How many edits there are.
    private(set) var count = 0
    private let repository: GitRepository
    private var held = [[UInt8]](repeating: [], count: Self.partitionCount)
    private var heldBytes = 0
    /// The partition that is written next.
    private var next = 0
    private var file: ScratchFile?
    /// Where on disk the parts of each partition are.
    private var chunks = [[(start: UInt64, count: Int)]](repeating: [], count: Self.partitionCount)

    static let partitionCount = 256
    /// Bytes that are held; the memory that they take is twice as large, for what was written leaves room.
    private static let sizeInMemory = 24 << 20

    init(_ repository: GitRepository) { self.repository = repository }

    /// Some edits, ready to be added: made beside others by one of several threads.
    struct Batch: Sendable {
        fileprivate private(set) var count = 0
        fileprivate private(set) var bytes: [UInt8] = []
        /// Where the edits in a partition begin and end.
        fileprivate private(set) var parts: [(partition: Int, range: Range<Int>)] = []

        /// The edits in any order; the same one may come several times.
        init(_ edits: [ClaimEdit]) {
            count = edits.count
            bytes.reserveCapacity(edits.reduce(0) { $0 + $1.line.bytes.count + [UInt8].editHead })
            for edit in edits {
                let start = bytes.count
                bytes.append(edit)
                parts.append((Int(truncatingIfNeeded: edit.line.fact.number >> 120), start..<bytes.count))
            }
        }
    }

    /// Adds edits; the same one may come several times.
    mutating func add(_ edits: [ClaimEdit]) throws(RepositoryError) { try add(Batch(edits)) }

    /// Adds edits that were made ready.
    mutating func add(_ batch: Batch) throws(RepositoryError) {
        for (partition, range) in batch.parts { held[partition] += batch.bytes[range] }
        heldBytes += batch.bytes.count
        count += batch.count
        if heldBytes > Self.sizeInMemory { try spill() }
    }

    /// Whether there are edits in a partition.
    func isEmpty(_ partition: Int) -> Bool { held[partition].isEmpty && chunks[partition].isEmpty }

    /// The edits in a partition, sorted.
    func edits(in partition: Int) throws(RepositoryError) -> [ClaimEdit] {
        let (held, chunks) = (held[partition], chunks[partition])
        var bytes = try RepositoryError.wrapping("edits") { () throws(GitError) in
            try file?.read(chunks, room: held.count) ?? []
        }
        bytes += held
        return bytes.storedEdits
    }

    /// All edits, sorted.
    func sorted() throws(RepositoryError) -> [ClaimEdit] {
        var all: [ClaimEdit] = []
        for partition in 0..<Self.partitionCount where !isEmpty(partition) { all += try edits(in: partition) }
        return all
    }

    private mutating func spill() throws(RepositoryError) {
        do {
            let file = if let known = self.file { known } else { try ScratchFile(in: repository) }
            self.file = file
            // Some at a time: who makes edits meanwhile need not wait long for them to be taken.
            while heldBytes > Self.sizeInMemory / 16 * 15 {
                defer { next = (next + 1) % Self.partitionCount }
                guard !held[next].isEmpty else { continue }
                chunks[next].append((try file.append(held[next]), held[next].count))
                heldBytes -= held[next].count
                held[next].removeAll(keepingCapacity: true)
            }
        } catch {
            throw RepositoryError(.git(error), "edits")
        }
    }
}

extension [UInt8] {
    /// Bytes of an edit before its line.
    fileprivate static var editHead: Int { 37 }

    /// Appends an edit: whether it adds and whether it denies, how long its line is, both ids, the line.
    fileprivate mutating func append(_ edit: ClaimEdit) {
        append((edit.isAddition ? 1 : 0) | (edit.line.denies ? 2 : 0))
        append(integer: UInt32(truncatingIfNeeded: edit.line.bytes.count))
        append(integer: edit.line.fact.number)
        append(integer: edit.line.claim.number)
        self += edit.line.bytes
    }

    private mutating func append(integer: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: integer.littleEndian) { append(contentsOf: $0) }
    }

    /// The edits that were appended, sorted; their lines stay where they are.
    fileprivate var storedEdits: [ClaimEdit] {
        var edits: [ClaimEdit] = []
        edits.reserveCapacity(count / 512)
        var isSorted = true
        for head in heads.sorted(by: StoredEdit.precedes) {
            let line = ClaimLine(
                fact: FactID(number: head.fact), claim: ClaimID(number: head.claim),
                bytes: self[head.place + Self.editHead..<head.place + Self.editHead + head.length],
                isDenial: self[head.place] & 2 != 0)
            // Claims of one id are told apart by what their lines say.
            if let last = edits.last, last.line.claim == line.claim, last.line.fact == line.fact { isSorted = false }
            edits.append(ClaimEdit(line: line, isAddition: self[head.place] & 1 != 0))
        }
        return isSorted ? edits : edits.sorted(by: ClaimEdit.precedes)
    }

    private var heads: [StoredEdit] {
        var heads: [StoredEdit] = []
        heads.reserveCapacity(count / 512)
        var place = 0
        while place < count {
            let length = Int(integer(at: place + 1) as UInt32)
            heads.append(
                StoredEdit(
                    fact: integer(at: place + 5), claim: integer(at: place + 21), place: place, length: length))
            place += Self.editHead + length
        }
        return heads
    }

    private func integer<Integer: FixedWidthInteger>(at place: Int) -> Integer {
        self[place..<place + Integer.bitWidth / 8].withUnsafeBytes {
            Integer(littleEndian: $0.loadUnaligned(as: Integer.self))
        }
    }
}

/// Where an edit lies among others, with what it is sorted by: a plain value, for thousands are moved about.
private struct StoredEdit {
    let fact: UInt128
    let claim: UInt128
    let place: Int
    /// Bytes of its line.
    let length: Int

    static func precedes(_ a: StoredEdit, _ b: StoredEdit) -> Bool {
        a.fact != b.fact ? a.fact < b.fact : a.claim < b.claim
    }
}
