import FactDiff
import FactRepository
import Facts
import Git

/// A story that `annals` keeps: revisions, what each says, and what changed between any two.
///
/// Reading only; everything is read when asked for, from the repository alone. One value may be used from several tasks.
///
///     let story = try Story(at: "gulf")
///     for fact in try story.facts() { print(fact.subject, fact.predicate, fact.object ?? "") }
public struct Story: Sendable {
    private let repository: FactRepository

    /// Opens the story in a folder: the one that holds `.annals`.
    ///
    /// - Throws: ``StoryError`` with code `noStory` when there is none, or one that this version cannot read.
    public init(at folder: String) throws(StoryError) {
        repository = try StoryError.translating { () throws(RepositoryError) in
            try FactRepository.open(at: "\(folder)/\(FactRepository.folderName)")
        }
    }

    /// The revisions, newest first.
    public func revisions() throws(StoryError) -> [Revision] {
        try StoryError.translating { () throws(RepositoryError) in
            guard let tip = try repository.tip() else { return [] }
            return try repository.log(from: tip).map { Revision($0) }
        }
    }

    /// The facts of a revision, sorted by id.
    ///
    /// - Parameter revision: as git spells it (`HEAD~2`, a short id, a tag), or a date for the newest that was recorded by then.
    public func facts(at revision: String = "HEAD") throws(StoryError) -> [Fact] {
        try StoryError.translating { () throws(RepositoryError) in
            let snapshot = try repository.snapshot(repository.resolve(revision))
            let facts = try snapshot.facts()
            let words = Words(try repository.side(facts, of: snapshot).provenance)
            return facts.compactMap { Fact($0, words) }
        }
    }

    /// What changed from one revision to another, gravest first.
    ///
    /// Reads only what differs. Revisions are spelled as in ``facts(at:)``.
    public func changes(from before: String, to after: String = "HEAD") throws(StoryError) -> [Change] {
        try StoryError.translating { () throws(RepositoryError) in
            let former = try repository.snapshot(repository.resolve(before))
            let latter = try repository.snapshot(repository.resolve(after))
            let changes = try repository.changes(from: former, to: latter).changes
            let words = Words(
                try records(of: changes, former, latter), try former.vocabulary(), try latter.vocabulary())
            return changes.compactMap { Change($0, words) }
        }
    }

    /// What is known of the reports behind some changes; of one that was withdrawn, what was known.
    private func records(
        of changes: [FactDiff.Change], _ before: Snapshot, _ after: Snapshot
    ) throws(RepositoryError) -> [ReportName: ReportRecord] {
        var records: [ReportName: ReportRecord] = [:]
        let claims = changes.flatMap { $0.lost + $0.gained + [$0.before, $0.after].compactMap(\.self) }
        for name in Set(claims.map(\.report)) {
            if let record = try after.record(of: name) {
                records[name] = record
            } else {
                records[name] = try before.record(of: name)
            }
        }
        return records
    }
}

/// Why a story could not be read.
public struct StoryError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong.
    public enum Code: Hashable, Sendable {
        /// There is no story, or one that this version cannot read.
        case noStory
        /// No revision has that name, or several have.
        case unknownRevision
        /// Something of the story cannot be read; `annals verify` tells more.
        case unreadable
    }

    /// What went wrong.
    public let code: Code
    /// What it happened to: a path, the name of a revision.
    public let subject: String

    /// The error in words.
    public var description: String {
        switch code {
        case .noStory: "there is no story that can be read: \(subject)"
        case .unknownRevision: "no one revision is called \(subject)"
        case .unreadable: "the story cannot be read: \(subject)"
        }
    }

    /// Runs `body`, telling its failure in public words.
    static func translating<Result>(_ body: () throws(RepositoryError) -> Result) throws(StoryError) -> Result {
        do throws(RepositoryError) {
            return try body()
        } catch {
            let code: Code =
                switch error.code {
                case .noRepository, .unknownFormat: .noStory
                case .unknownRevision, .ambiguousRevision: .unknownRevision
                default: .unreadable
                }
            throw StoryError(code: code, subject: error.subject)
        }
    }
}
