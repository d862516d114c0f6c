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

    /// The file in the story's folder in which people edit the vocabulary.
    static let vocabularyName = "vocabulary.yaml"

    /// The newest revision.
    func tip() throws -> ObjectID {
        guard let tip = try repository.tip() else { throw RepositoryErrorSentence.empty }
        return tip
    }

    /// The revision that a person names; the newest when nobody does.
    func snapshot(_ name: String?) throws -> Snapshot {
        try repository.snapshot(name.map { (name) throws in try repository.resolve(name) } ?? tip())
    }

    /// The text of the vocabulary in the folder, or `nil` when there is none.
    func editedVocabulary() throws -> String? {
        let path = "\(folder)/\(Self.vocabularyName)"
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let data = FileManager.default.contents(atPath: path), let text = String(validating: data, as: UTF8.self)
        else {
            throw Failure(message: "\(visible(path)) is not UTF-8 text", hint: "save it as UTF-8")
        }
        return text
    }

    /// Who records: git's own settings, else the user's name.
    func author(at seconds: Int) throws -> Author {
        let user = Terminal.environment("USER") ?? "annals"
        return Author(
            name: try repository.git.setting("user.name") ?? user,
            email: try repository.git.setting("user.email") ?? "\(user)@localhost", seconds: seconds)
    }

    /// What is known of the reports behind some changes.
    func records(of changes: ChangeSet, in snapshot: Snapshot) throws -> [ReportName: ReportRecord] {
        let claims = changes.changes.flatMap { [$0.before, $0.after].compactMap(\.self) }
        var records: [ReportName: ReportRecord] = [:]
        for name in Set(claims.map(\.report)) { records[name] = try snapshot.record(of: name) }
        return records
    }

    /// How ids and predicates are shown: as few letters as tell the facts of a revision apart, at least four.
    func naming(_ snapshot: Snapshot) throws -> Naming { Naming(try snapshot.vocabulary()) }
}

private enum RepositoryErrorSentence {
    static let empty = Failure(message: "the story has no revision yet", hint: "annals init begins it anew")
}
