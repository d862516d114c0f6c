package import FactRepository
import Facts
import Git
import Glibc
import GRDB

/// Look-up tables over all revisions of a story: which revision changed a fact, who ever claimed what, since when.
///
/// Derived from the repository and named by the revision that it was built from. It may be deleted at any time: what it answers,
/// the repository answers too, only slower. What is found damaged is made anew.
package final class FactIndex: Sendable {
    /// The file's name inside the repository's folder.
    package static let fileName = "index.sqlite"

    /// The story.
    package let repository: FactRepository
    let queue: DatabaseQueue

    /// Opens a story's index, or begins one; what another version of this program left is deleted.
    ///
    /// - Throws: ``IndexError`` when the file can neither be opened nor made anew, as on a medium that cannot be written.
    package convenience init(of repository: FactRepository) throws(IndexError) {
        let path = Self.path(in: repository)
        do {
            try self.init(repository, DatabaseQueue(path: path, configuration: Self.configuration))
        } catch {
            Self.delete(in: repository)
            try self.init(
                repository,
                IndexError.wrapping(path) { try DatabaseQueue(path: path, configuration: Self.configuration) })
        }
    }

    /// Begins an index that is gone with its owner.
    package static func temporary(of repository: FactRepository) throws(IndexError) -> FactIndex {
        try FactIndex(repository, IndexError.wrapping("memory") { try DatabaseQueue() })
    }

    private init(_ repository: FactRepository, _ queue: DatabaseQueue) throws(IndexError) {
        (self.repository, self.queue) = (repository, queue)
        try IndexError.wrapping(queue.path) {
            // Whoever only looks things up asks for no right to write.
            if try queue.inDatabase(Self.version) == Schema.version { return }
            try queue.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
            try queue.write { database in
                let version = try Self.version(database)
                guard version != Schema.version else { return }
                guard version == 0 else { throw IndexError("another version wrote it", queue.path) }
                try Schema.create(in: database)
            }
        }
    }

    private static func version(_ database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    }

    /// Whether a story has an index, current or not.
    package static func exists(in repository: FactRepository) -> Bool { access(path(in: repository), F_OK) == 0 }

    /// Deletes a story's index.
    package static func delete(in repository: FactRepository) {
        // The file last: a log that outlives its file would be taken for that of the next.
        for ending in ["-wal", "-shm", "-journal", ""] { _ = unlink(path(in: repository) + ending) }
    }

    private static func path(in repository: FactRepository) -> String { "\(repository.git.path)/\(fileName)" }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        return configuration
    }
}

/// Why the index could not be opened, read or written.
package struct IndexError: Error, Hashable, Sendable {
    /// What happened.
    package let reason: String
    /// The file.
    package let path: String
    /// The failure of the repository that the index is filled from, where it is one.
    package let repository: RepositoryError?

    init(_ reason: String, _ path: String, _ repository: RepositoryError? = nil) {
        (self.reason, self.path, self.repository) = (reason, path, repository)
    }

    /// Runs `body`, telling a failure of the database, or of the repository that it is filled from, as one of the index.
    static func wrapping<Result>(_ path: String, _ body: () throws -> Result) throws(IndexError) -> Result {
        do {
            return try body()
        } catch let error as IndexError {
            throw error
        } catch let error as RepositoryError {
            throw IndexError("the repository cannot be read: \(error.subject)", path, error)
        } catch {
            throw IndexError("\(error)", path)
        }
    }
}
