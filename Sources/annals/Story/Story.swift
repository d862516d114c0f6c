import FactDiff
import FactRepository
import Facts
import FoundationEssentials
import Git
import Rendering

/// A story's folder and its repository.
struct Story {
    let folder: String
    let repository: FactRepository
    let openedIndex = OpenedIndex()

    /// The file in the story's folder in which people edit the vocabulary.
    static let vocabularyName = "vocabulary.yaml"

    /// The newest revision.
    func tip() throws -> ObjectID {
        guard let tip = try repository.tip() else { throw RepositoryErrorSentence.empty }
        return tip
    }

    /// The revision that a person names; the newest when nobody does.
    func snapshot(_ name: String?) throws -> Snapshot {
        guard let name else { return try repository.snapshot(tip()) }
        guard let id = try repository.find(name) else { throw try unknownRevision(name) }
        return try repository.snapshot(id)
    }

    /// The story as the revision of an id has it.
    func snapshot(of id: String) throws -> Snapshot {
        try repository.snapshot(ObjectID(hex: id) ?? repository.resolve(id))
    }

    /// The names of branches and tags, those of remotes as `NAME/main`.
    func referenceNames() throws -> [String] {
        try repository.git.references().compactMap { reference in
            reference.name.hasPrefix("refs/remotes/")
                ? String(reference.name.dropFirst(13))
                : reference.name.split(separator: "/").last.map(String.init)
        }
    }

    /// Words that name revisions.
    func revisionNames() throws -> [String] {
        try ["HEAD"] + referenceNames() + repository.log(from: tip()).map(\.shortID)
    }

    private func unknownRevision(_ name: String) throws -> Failure {
        let log = try repository.log(from: tip())
        if Time(edtf: name) != nil { return .noRevision(by: name, first: log.last?.day.description ?? "") }
        let stem = name.prefix { !"~^@".contains($0) }
        guard try repository.find(String(stem)) == nil else { return .noRevision(name, of: log.count) }
        let nearest = Suggestion.nearest(to: String(stem), in: try revisionNames())
        return .revision(name, nearest: nearest.map { $0 + name.dropFirst(stem.count) })
    }

    /// The text of the vocabulary in the folder, or `nil` when there is none.
    func editedVocabulary() throws -> String? {
        let path = "\(folder)/\(Self.vocabularyName)"
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(message: "\(visible(path)) cannot be read", hint: "check who may read it")
        }
        return try Self.vocabularyText(Array(data), path)
    }

    /// The text of a vocabulary's bytes.
    static func vocabularyText(_ bytes: [UInt8], _ path: String) throws -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Failure.notUTF8(path) }
        return text
    }

    /// Who records: git's own settings, else the user's name.
    func author(at seconds: Int) throws -> Author {
        let user = Author.user(at: seconds)
        return Author(
            name: try repository.git.setting("user.name") ?? user.name,
            email: try repository.git.setting("user.email") ?? user.email, seconds: seconds,
            invocation: user.invocation)
    }

    /// What is known of the reports behind some changes.
    func records(of changes: ChangeSet, in snapshot: Snapshot) throws -> [ReportName: ReportRecord] {
        let claims = changes.changes.flatMap { [$0.before, $0.after].compactMap(\.self) }
        var records: [ReportName: ReportRecord] = [:]
        for name in Set(claims.map(\.report)) { records[name] = try snapshot.record(of: name) }
        return records
    }

    /// How predicates and ids are shown: ids by as few letters as tell the facts of the revision apart.
    func naming(_ snapshot: Snapshot) throws -> Naming {
        Naming(try snapshot.vocabulary()) { fact in
            // An id in full is right too where its neighbours cannot be read.
            (try? snapshot.shortID(of: fact, atLeast: Naming.shortLength)) ?? fact.letters
        }
    }

    /// The same where all facts of the revision are at hand, so that none is looked up again.
    func naming(_ snapshot: Snapshot, among facts: [Fact]) throws -> Naming {
        let ids = facts.map(\.id).sorted()
        let starts = ids.indices.map { index in
            let neighbours = ids[max(0, index - 1)..<min(ids.count, index + 2)]
            return (ids[index], ids[index].start(telling: Array(neighbours), atLeast: Naming.shortLength))
        }
        let known = Dictionary(starts) { first, _ in first }
        return Naming(try snapshot.vocabulary()) { known[$0] ?? $0.letters }
    }
}

private enum RepositoryErrorSentence {
    static let empty = Failure(message: "the story has no revision yet", hint: "annals init begins it anew")
}

extension Author {
    /// Whoever is logged in.
    static func user(at seconds: Int) -> Author {
        let user = Terminal.environment("USER") ?? "annals"
        return Author(name: user, email: "\(user)@localhost", seconds: seconds, invocation: .ofThisProcess)
    }
}
