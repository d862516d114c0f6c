import Dispatch
import FoundationEssentials
import Glibc

/// Has the packs of a story put together by a process of its own, so that nobody waits for it: `annals pack --auto`.
///
/// As `git maintenance` does it. It belongs to no terminal, says nothing, gives way to other programs, and ends by itself in
/// seconds. Killed at any moment it leaves everything as it was, and the next recording that finds it due starts another; so it
/// does no harm where processes do not outlive the one that started them, as in a container. There `annals pack` may be run
/// by hand, and `annals config annals.autoPack false` stops this.
struct BackgroundPacking {
    private let folder: String

    /// `POSIX_SPAWN_SETSID` of the C library, which Swift does not import.
    private static let ownSession: Int16 = 0x80

    /// The packing of the story in an absolute folder.
    init(of folder: String) { self.folder = folder }

    /// Starts it; that it cannot be started harms nothing.
    func start() {
        var attributes = posix_spawnattr_t()
        guard posix_spawnattr_init(&attributes) == 0 else { return }
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Self.ownSession)
        var actions = posix_spawn_file_actions_t()
        guard posix_spawn_file_actions_init(&actions) == 0 else { return }
        defer { posix_spawn_file_actions_destroy(&actions) }
        for number in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_RDWR, 0)
        }
        // Whoever waits for the end of a pipe of ours is not to wait for this.
        let open = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        for number in open.compactMap({ Int32($0) }) where number > STDERR_FILENO {
            posix_spawn_file_actions_addclose(&actions, number)
        }
        let program = "\(Program.folder)/annals"
        let arguments = [program, "pack", "--auto", "-C", folder]
        let words = arguments.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        guard posix_spawn(&process, program, &actions, &attributes, words, environ) == 0 else { return }
        // A server outlives it, and would keep what is left of it; a command mostly does not.
        let child = process
        DispatchQueue.global(qos: .background).async { waitpid(child, nil, 0) }
    }
}
