package import FactDiff
package import Facts

/// Where the pages of a site are: paths from its root, in plain ASCII but for the names of reports.
package enum SitePath {
    /// The page of a fact, for ever.
    package static func fact(_ id: FactID) -> String { "facts/\(id.letters).html" }
    /// The page of a report; of its version from 1, or of the newest; and a part of its text from 2.
    package static func report(_ name: ReportName, version: Int? = nil, part: Int = 1) -> String {
        "reports/\(name)\(version.map { "@\($0)" } ?? "")\(part > 1 ? ",\(part)" : "").html"
    }
    /// How a version of a report from 2 differs from the one before.
    package static func edits(of name: ReportName, version: Int) -> String {
        "reports/\(name)@\(version - 1)~\(version).html"
    }
    /// What a revision changed; a part of its changes from 1, or the overview.
    package static func revision(_ id: String, part: Int? = nil) -> String {
        "revisions/\(id.prefix(16))\(part.map { "-\($0)" } ?? "").html"
    }
    /// The page of an entity, and its parts from 2.
    package static func entity(_ key: EntityKey, part: Int = 1) -> String {
        "entities/\(slug(key.description))\(suffix(part)).html"
    }
    /// The facts of a predicate, and their parts from 2.
    package static func predicate(_ id: String, part: Int = 1) -> String {
        "predicates/\(slug(id))\(suffix(part)).html"
    }
    /// The page of a contradiction, for ever.
    package static func contradiction(_ id: ContradictionID) -> String { "contradictions/\(id.letters).html" }
    /// A list that goes on over pages.
    package static func list(_ name: String, part: Int = 1) -> String { "\(name)\(suffix(part)).html" }
    /// The changes of a revision, for programs.
    package static func changes(_ revision: String) -> String { "data/changes/\(revision.prefix(16)).jsonl" }

    private static func suffix(_ part: Int) -> String { part > 1 ? "-\(part)" : "" }

    /// A name made a file name that no other name gives, on a disk that takes capital letters for small ones too.
    private static func slug(_ name: String) -> String {
        let letters = name.utf8.prefix(48).map { byte -> UInt8 in
            let isKept = (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
            return isKept ? byte : UInt8(ascii: "-")
        }
        return String(decoding: letters, as: UTF8.self) + "." + Digest.sha256(Array(name.utf8)).description.prefix(10)
    }

    /// How a page links to another, both by their paths from the root.
    static func address(of path: String, from page: String) -> String {
        let depth = page.utf8.count { $0 == UInt8(ascii: "/") }
        return String(repeating: "../", count: depth) + String(decoding: path.utf8.flatMap(encoded), as: UTF8.self)
    }

    /// A byte of a path as an address has it (RFC 3986).
    private static func encoded(_ byte: UInt8) -> [UInt8] {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return [byte]
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"),
            UInt8(ascii: "@"), UInt8(ascii: ","), UInt8(ascii: "#"):
            return [byte]
        default:
            let digits = Array("0123456789ABCDEF".utf8)
            return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }
}
