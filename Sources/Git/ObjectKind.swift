/// The four kinds of object that git stores.
package enum ObjectKind: Sendable {
    /// A recorded state: one tree, its parents and who made it when.
    case commit
    /// A folder: names with modes and object ids.
    case tree
    /// Bytes.
    case blob
    /// An annotated tag.
    case tag

    /// The word that starts an object's hashed form.
    var word: String {
        switch self {
        case .commit: "commit"
        case .tree: "tree"
        case .blob: "blob"
        case .tag: "tag"
        }
    }

    /// The number of this kind in pack entries and in libgit2 (gitformat-pack, "object types").
    var number: UInt8 {
        switch self {
        case .commit: 1
        case .tree: 2
        case .blob: 3
        case .tag: 4
        }
    }

    init?(number: Int32) {
        switch number {
        case 1: self = .commit
        case 2: self = .tree
        case 3: self = .blob
        case 4: self = .tag
        default: return nil
        }
    }
}
