/// Everything that is wrong with a vocabulary, in the order of its lines.
package struct VocabularyError: Error, Hashable, Sendable {
    /// One thing that is wrong and where.
    package struct Problem: Hashable, Sendable {
        /// The line, from 1.
        package let line: Int
        /// The column, from 1.
        package let column: Int
        /// What is wrong.
        package let reason: String
    }

    /// At least one problem.
    package let problems: [Problem]
}
