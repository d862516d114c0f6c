import Crypto
import Glibc

/// Whether the packs of a repository, and their indexes, are byte for byte what was written.
///
/// Both end in hashes: a pack in its own, an index in its pack's and then its own (gitformat-pack). libgit2 looks at neither when it
/// reads, and passes in silence over a pack whose partner is missing.
package struct PackCheck: Sendable {
    /// Something wrong with a pack or an index.
    package struct Finding: Hashable, Sendable {
        /// What is wrong.
        package enum Fault: Hashable, Sendable {
            /// Its bytes do not hash to what stands at its end, or it is too short to have an end.
            case damaged
            /// The pack and the index beside it do not belong together.
            case mismatched
            /// There is an index and no pack.
            case packMissing
            /// There is a pack and no index.
            case indexMissing
            /// It cannot be read; the system's words follow.
            case unreadable(String)
        }

        /// The file's path from the repository's folder; of a missing one, where it should be.
        package let path: String
        /// What is wrong.
        package let fault: Fault
    }

    /// What is wrong, by path.
    package private(set) var findings: [Finding] = []
    /// How many packs there are.
    package private(set) var packs = 0
    /// How many bytes were hashed.
    package private(set) var bytes = 0

    private let folder: String
    private static let chunk = 1 << 20

    /// Reads and hashes every index of a repository, and every pack when `readsPacks`.
    package init(_ repository: GitRepository, readsPacks: Bool = true) throws(GitError) {
        folder = repository.packFolder
        let names = try FolderListing(path: folder).names
        let (packs, indexes) = (Self.stems(of: names, ".pack"), Self.stems(of: names, ".idx"))
        self.packs = packs.count
        for stem in packs.union(indexes).sorted() {
            if !packs.contains(stem) { note(stem + ".pack", .packMissing) }
            if !indexes.contains(stem) { note(stem + ".idx", .indexMissing) }
            if indexes.contains(stem) { check(stem + ".idx") }
            if packs.contains(stem), readsPacks { check(stem + ".pack") }
            if packs.contains(stem), indexes.contains(stem), !belongTogether(stem) { note(stem + ".idx", .mismatched) }
        }
        try forgetWhatWent()
    }

    /// Takes back what was said of packs that are gone by now: they were put into another meanwhile.
    private mutating func forgetWhatWent() throws(GitError) {
        guard !findings.isEmpty else { return }
        let names = try FolderListing(path: folder).names
        let stems = Self.stems(of: names, ".pack").union(Self.stems(of: names, ".idx"))
        findings.removeAll { finding in
            let name = finding.path.split(separator: "/").last ?? ""
            return !stems.contains(String(name.prefix { $0 != "." }))
        }
    }

    private static func stems(of names: [String], _ ending: String) -> Set<String> {
        Set(names.filter { $0.hasPrefix("pack-") && $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) })
    }

    private mutating func note(_ name: String, _ fault: Finding.Fault) {
        findings.append(Finding(path: "objects/pack/\(name)", fault: fault))
    }

    /// Whether the file ends in the hash of what comes before.
    private mutating func check(_ name: String) {
        do {
            let file = try FileDescriptor("open pack", "\(folder)/\(name)", O_RDONLY)
            var status = stat()
            guard unsafe fstat(file.number, &status) == 0 else {
                return note(name, .unreadable(systemErrorText(errno)))
            }
            let length = Int(status.st_size) - 20
            guard length > 0 else { return note(name, .damaged) }
            var (hasher, offset) = (Insecure.SHA1(), 0)
            while offset < length {
                let count = min(Self.chunk, length - offset)
                guard let part = file.read(count, at: UInt64(offset)), part.count == count else {
                    return note(name, .unreadable(systemErrorText(errno)))
                }
                hasher.update(part)
                offset += count
            }
            bytes += length + 20
            if file.readEnd(20) != Array(hasher.finalize()) { note(name, .damaged) }
        } catch {
            note(name, .unreadable(error.message))
        }
    }

    /// Whether the index names the hash that its pack ends in.
    private func belongTogether(_ stem: String) -> Bool {
        guard let index = try? FileDescriptor("open pack", "\(folder)/\(stem).idx", O_RDONLY),
            let pack = try? FileDescriptor("open pack", "\(folder)/\(stem).pack", O_RDONLY),
            let end = index.readEnd(40), let hash = pack.readEnd(20)
        else { return true }
        return end.prefix(20).elementsEqual(hash)
    }
}
