/// A setting that somebody made, wherever that was.
package struct Setting: Hashable, Sendable {
    /// Its name as git has it: `annals.extractor.desk.command`.
    package let name: String
    /// What it is set to.
    package let value: String
    /// Where that stands, in words: "repository", "user".
    package let origin: String

    /// A setting.
    package init(name: String, value: String, origin: String) {
        (self.name, self.value, self.origin) = (name, value, origin)
    }
}

/// Why settings do not make an extractor.
package struct SettingProblem: Error, Hashable, Sendable {
    /// What is wrong.
    package enum Reason: Hashable, Sendable {
        /// No setting has this name; the nearest that does.
        case unknown(nearest: String?)
        /// The value is not of the kind, and is `nil` when it might be a key; what it must be, as a phrase: "a number of seconds
        /// from 1 to 3600".
        case value(String?, expected: String)
        /// It must be set for what the other setting says.
        case missing(for: String)
        /// It and the other may not both be set.
        case both(String)
        /// No extractor has this name; those that there are.
        case noExtractor(String, known: [String])
        /// The name is that of an extractor that is built in.
        case builtIn
    }

    /// The setting's name.
    package let setting: String
    /// Where it stands; `nil` when it is not set.
    package let origin: String?
    /// What is wrong.
    package let reason: Reason

    init(_ setting: String, from origin: String? = nil, _ reason: Reason) {
        (self.setting, self.origin, self.reason) = (setting, origin, reason)
    }
}
