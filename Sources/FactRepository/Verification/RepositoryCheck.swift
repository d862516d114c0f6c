package import Git

/// A check of something that is derived from a repository, such as an index, for ``FactRepository/verify(including:)`` to run.
package struct RepositoryCheck: Sendable {
    /// What it counts: "index rows".
    package let name: String
    /// How it is made anew, as a sentence: "annals index --rebuild makes it anew".
    package let remedy: String
    /// Compares what is derived with what the revisions up to a tip say, and returns how much it compared and what differs.
    ///
    /// It is run when the revisions themselves are sound, and throws when the derived thing cannot be read.
    package let run: @Sendable (FactRepository, _ tip: ObjectID) throws -> (count: Int, problems: [String])

    /// A check of a name.
    package init(
        name: String, remedy: String,
        run: @escaping @Sendable (FactRepository, _ tip: ObjectID) throws -> (count: Int, problems: [String])
    ) {
        self.name = name
        self.remedy = remedy
        self.run = run
    }
}
