/// A setting as it stands in one of git's configuration files.
package struct GitSetting: Hashable, Sendable {
    /// Whose file it is, the weakest first: what a later one says counts.
    package enum Level: Int, Hashable, Sendable, Comparable {
        case system, user, repository

        package static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
    }

    /// The name as git compares it: `annals.extractor.Desk.command`, lower case before the first and after the last dot.
    package let name: String
    /// What it is set to; empty for a name that stands alone.
    package let value: String
    /// Whose file it stands in.
    package let level: Level

    /// A setting.
    package init(name: String, value: String, level: Level) {
        (self.name, self.value, self.level) = (name, value, level)
    }
}
