import CFileCalls

/// What a disk may hold when the machine stops in the midst of some file calls.
///
/// A file's bytes last once the file was synchronized, a name once its folder was; before that either may or may not have come
/// through, in any order (T. S. Pillai et al., "All File Systems Are Not Created Equal", OSDI 2014).
struct StoredDisk {
    /// How much of what was not synchronized comes through.
    enum Loss: Hashable, Sendable {
        /// Everything: a process died, the machine did not.
        case nothing
        /// Everything but the second half of the last write.
        case tornWrite
        /// Neither bytes nor names.
        case everything
        /// Names come through and bytes do not: files are empty or as they were.
        case bytes
        /// Names come through, and files have their length and zeros in it.
        case zeros
        /// A part of the names and bytes, drawn by a seed.
        case some(seed: UInt64)
    }

    private struct File {
        var current: [UInt8]
        var lasting: [UInt8]
    }

    private var files: [Int64: File] = [:]
    private var serialOf: [Int64: Int64] = [:]
    private var names: [String: Int64] = [:]
    private var lastingNames: [String: Int64] = [:]
    private var folders: Set<String>
    private var lastingFolders: Set<String>
    /// Folders that got another name since the folder above was synchronized.
    private var renamedFolders: [(from: String, to: String)] = []
    private var newest: (file: Int64, length: Int)?

    /// The disk on which a folder was at rest.
    init(_ folder: StoredFolder) {
        for (index, file) in folder.files.enumerated() {
            let serial = Int64(-1 - index)
            files[serial] = File(current: file.bytes, lasting: file.bytes)
            names[file.path] = serial
        }
        lastingNames = names
        folders = Set(folder.folders)
        lastingFolders = folders
    }

    /// Does what a call did.
    mutating func apply(_ call: FileCall) {
        newest = nil
        switch call {
        case .create(let file, let path):
            files[file] = File(current: [], lasting: [])
            if let path { names[path] = file }
        case .open(let file, let path): serialOf[file] = names[path]
        case .write(let file, let offset, let bytes): write(bytes, at: offset, to: serialOf[file] ?? file)
        case .truncate(let file, let length):
            let file = serialOf[file] ?? file
            files[file]?.current.resize(to: length)
        case .synchronize(let file, let path): synchronize(serialOf[file] ?? file, path)
        case .link(let file, let path): names[path] = serialOf[file] ?? file
        case .linkName(let from, let to): names[to] = names[from]
        case .rename(let from, let to) where folders.contains(from):
            names = names.moved(from, to)
            folders = folders.moved(from, to)
            renamedFolders.append((from, to))
        case .rename(let from, let to): names[to] = names.removeValue(forKey: from)
        case .unlink(let path): names[path] = nil
        case .makeFolder(let path): folders.insert(path)
        }
    }

    private mutating func write(_ bytes: [UInt8], at offset: Int, to file: Int64) {
        guard var current = files[file]?.current else { return }
        if current.count < offset + bytes.count { current.resize(to: offset + bytes.count) }
        current.replaceSubrange(offset..<offset + bytes.count, with: bytes)
        files[file]?.current = current
        newest = (file, offset + bytes.count / 2)
    }

    private mutating func synchronize(_ file: Int64, _ path: String?) {
        if let bytes = files[file]?.current {
            files[file]?.lasting = bytes
            return
        }
        guard let path else { return }
        func isInside(_ name: String) -> Bool { name.folderName == path }
        for (from, to) in renamedFolders where isInside(to) {
            lastingNames = lastingNames.moved(from, to)
            lastingFolders = lastingFolders.moved(from, to)
        }
        renamedFolders.removeAll { isInside($0.to) }
        lastingNames = lastingNames.filter { !isInside($0.key) }.merging(names.filter { isInside($0.key) }) { $1 }
        lastingFolders.formUnion(folders.filter(isInside))
    }

    /// What is there when the machine comes up again.
    func folder(after loss: Loss) -> StoredFolder {
        switch loss {
        case .nothing: return made(names, folders) { $0.current }
        case .tornWrite:
            guard let newest else { return made(names, folders) { $0.current } }
            return made(names, folders) { file, serial in
                serial == newest.file ? Array(file.current.prefix(newest.length)) : file.current
            }
        case .everything: return made(lastingNames, lastingFolders) { $0.lasting }
        case .bytes: return made(names, folders) { $0.lasting }
        case .zeros:
            return made(names, folders) { file in
                file.lasting + [UInt8](repeating: 0, count: max(0, file.current.count - file.lasting.count))
            }
        case .some(let seed):
            var random = Coin(state: seed)
            let isMoved = random.toss()
            var (kept, names, folders) = (lastingNames, names, folders)
            // A folder is there with all its names or not at all.
            for (from, to) in renamedFolders {
                if isMoved { kept = kept.moved(from, to) } else { names = names.moved(to, from) }
                if !isMoved { folders = folders.moved(to, from) }
            }
            for name in Set(names.keys).union(lastingNames.keys).sorted() where random.toss() {
                kept[name] = names[name]
            }
            let whole = Set(files.keys.sorted().filter { _ in random.toss() })
            return made(kept, folders) { file, serial in whole.contains(serial) ? file.current : file.lasting }
        }
    }

    private func made(
        _ names: [String: Int64], _ folders: Set<String>, _ bytes: (File) -> [UInt8]
    ) -> StoredFolder {
        made(names, folders) { file, _ in bytes(file) }
    }

    private func made(
        _ names: [String: Int64], _ folders: Set<String>, _ bytes: (File, Int64) -> [UInt8]
    ) -> StoredFolder {
        let found = names.compactMap { path, serial in files[serial].map { (path: path, bytes: bytes($0, serial)) } }
        let above = found.flatMap { $0.path.foldersAbove }
        return StoredFolder(files: found.sorted { $0.path < $1.path }, folders: folders.union(above).sorted())
    }
}

/// Heads or tails, the same for the same seed (SplitMix64).
private struct Coin {
    var state: UInt64

    mutating func toss() -> Bool {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return (bits ^ (bits >> 31)) & 1 == 1
    }
}

extension [UInt8] {
    fileprivate mutating func resize(to length: Int) {
        if count > length {
            removeLast(count - length)
        } else {
            append(contentsOf: repeatElement(0, count: length - count))
        }
    }
}

extension [String: Int64] {
    /// The names with those in one folder moved to another.
    fileprivate func moved(_ from: String, _ to: String) -> Self {
        Dictionary(uniqueKeysWithValues: map { ($0.key.moved(from, to), $0.value) })
    }
}

extension Set<String> {
    fileprivate func moved(_ from: String, _ to: String) -> Self { Set(map { $0.moved(from, to) }) }
}

extension String {
    fileprivate func moved(_ from: String, _ to: String) -> String {
        self == from || hasPrefix(from + "/") ? to + dropFirst(from.count) : self
    }

    /// The folders that lead to it.
    fileprivate var foldersAbove: [String] {
        let names = split(separator: "/").dropLast()
        return names.indices.map { names[...$0].joined(separator: "/") }
    }

    /// The path of the folder that something is in; empty at the top.
    fileprivate var folderName: String { split(separator: "/").dropLast().joined(separator: "/") }
}
