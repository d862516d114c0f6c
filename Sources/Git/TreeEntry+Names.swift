extension TreeEntry {
    /// Whether git takes this name in a tree.
    ///
    /// Not allowed are the empty name, `.`, `..`, a slash, a zero byte, and whatever some file system takes for
    /// `.git` (`fsck_tree` in git's fsck.c): any case, ignorable code points (HFS+), trailing dots and spaces, the
    /// short name `git~1`, a stream after a colon, or any of these after a backslash (NTFS).
    package static func isAllowed(name: String) -> Bool {
        let bytes = name.utf8
        guard !bytes.isEmpty, !bytes.contains(where: { $0 == UInt8(ascii: "/") || $0 == 0 }) else { return false }
        guard name != ".", name != ".." else { return false }
        // Nearly every name is done here.
        guard bytes.contains(where: { $0 == UInt8(ascii: "g") || $0 == UInt8(ascii: "G") }) else { return true }
        return !name.unicodeScalars.split(separator: "\\").contains(where: isTakenForGitFolder)
    }

    private static func isTakenForGitFolder(_ component: Substring.UnicodeScalarView) -> Bool {
        let visible = component.prefix { $0 != ":" }.filter { !isIgnoredByHFS($0) }
        guard let end = visible.lastIndex(where: { $0 != " " && $0 != "." }) else { return false }
        var name = String.UnicodeScalarView()
        name.append(contentsOf: visible[...end])
        return [".git", "git~1"].contains(String(name).lowercased())
    }

    private static func isIgnoredByHFS(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200C...0x200F, 0x202A...0x202E, 0x206A...0x206F, 0xFEFF: true
        default: false
        }
    }
}
