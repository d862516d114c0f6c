import FactDiff
import FactRepository
import Facts
import Git

/// What a story answers to one question each of several kinds; the same as another's when every answer is.
struct Answers {
    /// The name of each question, and its answer: in words that tell any two apart, or the error in its place.
    let all: [(question: String, answer: Result<String, RepositoryError>)]

    /// The one question whose answer comes from a file without a checksum.
    static let unsealed = "operations"

    private typealias Question = (FactRepository) throws(RepositoryError) -> String

    /// Asks the story at `path`, each question of a repository that was opened for it.
    init(of path: String, about names: [String]) {
        let questions: [(String, Question)] = [
            ("log", Self.log), ("facts", Self.facts), ("reports", Self.reports), ("diff", Self.diff),
            ("history", Self.history), ("show", Self.versions), (Self.unsealed, Self.operations),
        ]
        var all: [(String, Result<String, RepositoryError>)] = []
        for (name, question) in questions {
            all.append((name, Self.ask(path, question)))
        }
        for name in names {
            all.append(
                ("resolve \(name)", Self.ask(path) { (story) throws(RepositoryError) in "\(try story.resolve(name))" }))
        }
        self.all = all
    }

    private static func ask(_ path: String, _ question: Question) -> Result<String, RepositoryError> {
        do throws(RepositoryError) {
            return .success(try question(try FactRepository.open(at: path)))
        } catch {
            return .failure(error)
        }
    }

    private static func latest(_ story: FactRepository) throws(RepositoryError) -> Snapshot {
        guard let tip = try story.tip() else { return try story.snapshot(try story.resolve("HEAD")) }
        return try story.snapshot(tip)
    }

    private static func log(_ story: FactRepository) throws(RepositoryError) -> String {
        guard let tip = try story.tip() else { return "" }
        return "\(try story.log(from: tip))"
    }

    private static func facts(_ story: FactRepository) throws(RepositoryError) -> String {
        "\(try latest(story).facts())"
    }

    private static func reports(_ story: FactRepository) throws(RepositoryError) -> String {
        let snapshot = try latest(story)
        var answer = ""
        for name in try snapshot.reportNames() {
            answer += "\(try snapshot.report(name)) \(try snapshot.claims(of: name))"
        }
        return answer
    }

    private static func diff(_ story: FactRepository) throws(RepositoryError) -> String {
        let after = try latest(story)
        let before = try story.snapshot(try story.resolve("HEAD~2"))
        return "\(try story.changes(from: before, to: after).changes)"
    }

    private static func history(_ story: FactRepository) throws(RepositoryError) -> String {
        let latest = try latest(story)
        let facts = try latest.facts()
        guard let fact = facts.first else { return "" }
        return "\(try story.history(of: fact.id, from: latest.id))"
    }

    private static func versions(_ story: FactRepository) throws(RepositoryError) -> String {
        let latest = try latest(story)
        guard let name = try latest.reportNames().first else { return "" }
        return "\(try story.versions(of: name, from: latest.id))"
    }

    private static func operations(_ story: FactRepository) throws(RepositoryError) -> String {
        "\((try story.operations()?.operations ?? []).map(\.after))"
    }
}
