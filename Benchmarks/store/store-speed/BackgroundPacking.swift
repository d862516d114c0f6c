import FactRepository
import Foundation
import Synchronization

/// Packs in processes of their own, as the command has it done.
final class BackgroundPacking: Sendable {
    private let path: String
    private let processes = Mutex<[Process]>([])

    /// The packing of a repository.
    init(of path: String) { self.path = path }

    /// How many processes were started.
    var count: Int { processes.withLock(\.count) }

    /// Whether one is at work.
    var isRunning: Bool { processes.withLock { $0.last?.isRunning == true } }

    /// Starts one.
    func start() {
        processes.withLock { processes in
            if processes.last?.isRunning == true { return }
            let process = Process()
            process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
            process.arguments = ["pack-due", path]
            guard (try? process.run()) != nil else { return }
            processes.append(process)
        }
    }

    /// Waits until all are done.
    func wait() { for process in processes.withLock(\.self) { process.waitUntilExit() } }
}

/// The most that a repository came to.
struct StoreSize {
    private(set) var packs = 0
    private(set) var bytes = 0

    /// Takes note of the sizes of its packs.
    mutating func note(_ sizes: [Int]) {
        packs = max(packs, sizes.count)
        bytes = max(bytes, sizes.reduce(0, +))
    }
}
