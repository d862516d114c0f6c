import Synchronization

/// What a thread has learnt of words while it read.
struct Workspace {
    var lexicon = Lexicon()
    var vectors = VectorCache()
    var nameVectors = VectorCache()
    /// Room for what tokens contribute to the states of a parse: so much that asking for it anew each time would take longer than
    /// filling it.
    var contributions: [Float] = []
    /// As many as a common batch needs; room for a long text is given back.
    private static let mostContributions = 1_000_000
    private var lemmas: [Int: String] = [:]

    /// Forgets what takes up much room.
    mutating func shrink() {
        if contributions.count > Self.mostContributions { contributions = [] }
        if lexicon.isFull { self = Workspace() }
    }

    /// The base form of a word, which is looked for once.
    mutating func lemma(
        _ lexeme: Int, _ part: PartOfSpeech?, _ features: FormFeatures, _ lemmatizer: Lemmatizer
    ) -> String {
        let number = part.map { $0.number + 1 } ?? 0
        let key = (lexeme << 8 | number) << 8 | Int(features.rawValue)
        if let known = lemmas[key] { return known }
        let lemma = lemmatizer.lemma(of: lexicon.lexemes[lexeme], part, features)
        lemmas[key] = lemma
        return lemma
    }
}

/// Workspaces that no thread is using.
///
/// A class, for it is the one thing of a ``Pipeline`` that threads share and change.
final class WorkspacePool: Sendable {
    private let idle = Mutex<[Workspace]>([])

    /// Calls a function with a workspace of its own.
    func with<Result>(_ body: (inout Workspace) -> Result) -> Result {
        var workspace = idle.withLock { $0.popLast() } ?? Workspace()
        let result = body(&workspace)
        workspace.shrink()
        idle.withLock { $0.append(workspace) }
        return result
    }
}
