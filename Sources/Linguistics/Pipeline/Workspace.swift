import Synchronization

/// What a thread has learnt of words while it read.
struct Workspace {
    var lexicon = Lexicon()
    var vectors = VectorCache()
    var nameVectors = VectorCache()
}

/// Workspaces that no thread is using.
///
/// A class, for it is the one thing of a ``Pipeline`` that threads share and change.
final class WorkspacePool: Sendable {
    private let idle = Mutex<[Workspace]>([])

    /// Calls a function with a workspace of its own.
    func with<Result>(_ body: (inout Workspace) -> Result) -> Result {
        var workspace = idle.withLock { $0.popLast() } ?? Workspace()
        if workspace.lexicon.isFull { workspace = Workspace() }
        let result = body(&workspace)
        idle.withLock { $0.append(workspace) }
        return result
    }
}
