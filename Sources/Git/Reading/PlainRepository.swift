import Glibc

/// A bare repository of the plainest sort, as this program makes them: what it is and where its references lead is read without
/// libgit2.
///
/// It answers only where nothing is out of the ordinary; whatever is, libgit2 is asked.
struct PlainRepository: Sendable {
    /// The folder of the repository, absolute, without a slash at its end.
    let path: String

    /// The repository at exactly a path; `nil` when anything about it is out of the ordinary.
    init?(at path: String) {
        guard let real = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(real) }
        self.path = unsafe String(cString: real)
        var status = stat()
        guard unsafe stat(self.path, &status) == 0, status.st_uid == geteuid(), Self.isFolder("\(self.path)/objects"),
            Self.isFolder("\(self.path)/refs"), let settings = Self.text("\(self.path)/config"),
            Self.isPlain(settings)
        else { return nil }
    }

    /// Whether the settings are those of a bare repository, of version 0, without extensions and other files.
    private static func isPlain(_ settings: String) -> Bool {
        let lines = settings.split(separator: "\n").map { line in
            line.lowercased().filter { !$0.isWhitespace }
        }
        return lines.contains("bare=true") && lines.contains("repositoryformatversion=0")
            && !lines.contains { $0.hasPrefix("[extensions") || $0.hasPrefix("[include") || $0.hasPrefix("worktree=") }
    }

    /// What `HEAD` stands for; `nil` when it is not a branch whose commit is known.
    var head: Head? {
        guard let line = Self.line("\(path)/HEAD"), line.hasPrefix("ref: refs/heads/") else { return nil }
        let name = String(line.dropFirst(5))
        return reference(name).map { Head(name: name, id: $0) }
    }

    /// The object that a full reference name stands for; `nil` when it is not a file or a line that says it.
    func reference(_ name: String) -> ObjectID? {
        // Names that git does not allow lead out of the folder.
        guard name.hasPrefix("refs/"), !name.contains(".."), !name.utf8.contains(0) else { return nil }
        if let line = Self.line("\(path)/\(name)") { return ObjectID(hex: line) }
        guard unsafe access("\(path)/\(name)", F_OK) != 0, let packed = Self.text("\(path)/packed-refs") else {
            return nil
        }
        let line = packed.split(separator: "\n").first { $0.dropFirst(40).dropFirst() == name }
        return line.flatMap { ObjectID(hex: $0.prefix(40)) }
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The only line of a small file, without its line feed.
    private static func line(_ path: String) -> String? {
        guard let text = text(path), text.last == "\n", !text.dropLast().contains("\n") else { return nil }
        return String(text.dropLast())
    }

    /// A file of a megabyte at most.
    private static func text(_ path: String) -> String? {
        guard let file = try? FileDescriptor("read file", path, O_RDONLY),
            let bytes = file.read(1 << 20, at: 0), bytes.count < 1 << 20
        else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }
}
