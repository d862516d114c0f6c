import Git

/// Reads objects, each of which is hashed as it is read, and notes what came of it.
struct ObjectVisitor {
    private let git: GitRepository
    private(set) var visits: [RevisionCheck.Visit] = []
    /// The files among them.
    private(set) var blobs = VisitedBlobs()

    init(_ git: GitRepository) { self.git = git }

    /// Reads the object at a path.
    mutating func visit(_ id: ObjectID, _ path: String) {
        do {
            let object = try git.read(id)
            if object.kind == .blob { blobs.keep(object.bytes, of: id) }
            visits.append(.init(object: id, path: path, bytes: .success(object.bytes.count)))
        } catch {
            visits.append(.init(object: id, path: path, bytes: .failure(error)))
        }
    }

    /// Reads a folder and all that is in it, but for what another folder has under the same name.
    mutating func visit(folder id: ObjectID, _ path: String, knowing former: ObjectID?) {
        guard id != former else { return }
        visit(id, path)
        guard let tree = try? git.tree(id) else { return }
        let known = former.flatMap { try? git.tree($0) }
        for entry in tree.entries {
            let below = path.isEmpty ? entry.name : "\(path)/\(entry.name)"
            let old = known?[entry.name]
            if entry.mode == .folder {
                visit(folder: entry.id, below, knowing: old?.mode == .folder ? old?.id : nil)
            } else if entry.id != old?.id {
                visit(entry.id, below)
            }
        }
    }
}

/// Files of one revision that were read, so that they need not be read again.
struct VisitedBlobs {
    /// Bytes that are kept; the files of most revisions are a small part of it.
    private static let limit = 16 << 20
    private var blobs: [ObjectID: [UInt8]] = [:]
    private var size = 0

    /// The bytes of a file that is at hand; `nil` of any other.
    func bytes(of blob: ObjectID) -> [UInt8]? { blobs[blob] }

    /// Keeps a file while there is room.
    mutating func keep(_ bytes: [UInt8], of blob: ObjectID) {
        guard size + bytes.count <= Self.limit, blobs.updateValue(bytes, forKey: blob) == nil else { return }
        size += bytes.count
    }
}
