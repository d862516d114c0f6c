import FoundationEssentials
import SystemPackage

/// A path in which `*` stands for any characters of a name, `?` for one, and `[a-z]` for one of some; `**` for folders of any depth.
///
/// What a shell does with the same signs when they are not quoted. A name that begins with a dot fits only where the pattern has one.
struct PathPattern {
    private let start: String
    private let parts: [[Character]]

    /// A pattern, or `nil` when the path has none of its signs.
    init?(_ path: String) {
        guard path.contains(where: { "*?[".contains($0) }) else { return nil }
        start = path.hasPrefix("/") ? "/" : ""
        parts = path.split(separator: "/").map(Array.init)
    }

    /// The paths that fit, each once, sorted.
    var paths: [String] { Set(paths(in: start, parts[...])).sorted() }

    private func paths(in folder: String, _ rest: ArraySlice<[Character]>) -> [String] {
        guard let part = rest.first else { return [String(folder.dropLast())] }
        guard part.contains(where: { "*?[".contains($0) }) else {
            let path = folder + String(part)
            return (try? Stat(FilePath(path))) == nil ? [] : paths(in: path + "/", rest.dropFirst())
        }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
        if part == ["*", "*"] {
            // A link to a folder may lead in circles.
            let folders = names.filter { !$0.hasPrefix(".") && Self.isFolder(folder + $0) }
            return paths(in: folder, rest.dropFirst()) + folders.flatMap { paths(in: "\(folder)\($0)/", rest) }
        }
        let fitting = names.filter { Self.fits(Array($0), part) }
        return fitting.flatMap { name in
            rest.count == 1 || (try? Stat(FilePath(folder + name)))?.type == .directory
                ? paths(in: "\(folder)\(name)/", rest.dropFirst()) : []
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        (try? Stat(FilePath(path), followTargetSymlink: false))?.type == .directory
    }

    /// Whether a name fits a part of the pattern; goes back to the last star alone, so in the product of their lengths.
    static func fits(_ name: [Character], _ pattern: [Character]) -> Bool {
        guard name.first != "." || pattern.first == "." else { return false }
        var (at, sign) = (0, 0)
        var star: (at: Int, sign: Int)?
        while at < name.count {
            if sign < pattern.count, pattern[sign] == "*" {
                star = (at, sign)
                sign += 1
            } else if sign < pattern.count, let length = length(of: pattern[sign...], fitting: name[at]) {
                (at, sign) = (at + 1, sign + length)
            } else if let last = star {
                star = (last.at + 1, last.sign)
                (at, sign) = (last.at + 1, last.sign + 1)
            } else {
                return false
            }
        }
        return pattern[sign...].allSatisfy { $0 == "*" }
    }

    /// How many signs stand for one character, when they fit it.
    private static func length(of signs: ArraySlice<Character>, fitting character: Character) -> Int? {
        guard let first = signs.first else { return nil }
        if first == "?" { return 1 }
        guard first == "[", let close = signs.dropFirst(2).firstIndex(of: "]") else {
            return first == character ? 1 : nil
        }
        var set = signs[(signs.startIndex + 1)..<close]
        let isInverse = set.first == "!" || set.first == "^"
        if isInverse { set = set.dropFirst() }
        var isIn = false
        for (index, member) in zip(set.indices, set) {
            isIn = isIn || member == character
            guard member == "-", index > set.startIndex, index + 1 < set.endIndex else { continue }
            isIn = isIn || set[index - 1] <= character && character <= set[index + 1]
        }
        return isIn != isInverse ? close - signs.startIndex + 1 : nil
    }
}
