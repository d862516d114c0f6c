/// A failure of the repository, of libgit2 or of the file system under them.
package struct GitError: Error, Hashable, Sendable {
    /// What kind of failure it was, as far as a caller can act on it.
    package enum Code: Hashable, Sendable {
        /// The object, reference, revision or folder is not there.
        case notFound
        /// Something is there already and may not be replaced.
        case exists
        /// Two names cannot stand beside each other, like the references `a` and `a/b`.
        case conflict
        /// A reference no longer has the value the caller had seen.
        case modified
        /// Somebody else holds the lock.
        case locked
        /// What was asked for, or what was read, is not well formed or is of the wrong kind.
        case invalid
        /// Stored bytes do not inflate, do not parse or do not hash to their name.
        case damaged
        /// An abbreviated name fits more than one object.
        case ambiguous
        /// The file system, or the owner check of git, does not allow it.
        case permission
        /// Another repository does not answer, or is none.
        case unreachable
        /// Another repository wants to know who asks, and was not told.
        case unauthorised
        /// No space or quota is left.
        case diskFull
        /// Anything else; the message says what.
        case other
    }

    /// The kind of failure.
    package let code: Code
    /// What was being done, as a verb phrase such as "read object".
    package let operation: String
    /// The object id, reference, path or setting it happened to; `nil` when there is no single one.
    package let subject: String?
    /// What libgit2 or the operating system said, one sentence without the subject's context.
    package let message: String

    init(_ code: Code, _ operation: String, subject: String? = nil, _ message: String) {
        self.code = code
        self.operation = operation
        self.subject = subject
        self.message = message
    }
}

extension GitError: CustomStringConvertible {
    /// Operation, subject and message on one line, for logs and test failures.
    package var description: String {
        guard let subject else { return "\(operation): \(message)" }
        return "\(operation) \(subject): \(message)"
    }
}
