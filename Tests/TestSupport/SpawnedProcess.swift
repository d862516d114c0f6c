import Foundation

/// A process that is waited for by its number alone.
///
/// Foundation's own learns of the end through a socket, which a process that another thread starts at that moment inherits:
/// the end is then seen only when both are gone, and tests that run side by side wait for one another for ever.
struct SpawnedProcess {
    /// Its number.
    let identifier: pid_t

    /// Starts a command, found by the search path.
    ///
    /// - Parameter files: what become its standard input, output and error.
    init(
        _ command: [String], files: [FileHandle], in directory: String? = nil,
        environment: [String: String] = hermeticEnvironment
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, file) in files.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, file.fileDescriptor, Int32(number))
        }
        let arguments = CStrings(["env"] + (directory.map { ["--chdir", $0] } ?? []) + command)
        let variables = CStrings(environment.map { "\($0.key)=\($0.value)" })
        var identifier: pid_t = 0
        let fault = posix_spawn(&identifier, "/usr/bin/env", &actions, nil, arguments.pointers, variables.pointers)
        guard fault == 0 else { throw POSIXError(POSIXErrorCode(rawValue: fault) ?? .EINVAL) }
        self.identifier = identifier
    }

    /// Waits for its end: the exit status, or the number of the signal that ended it.
    func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : signal
    }
}

/// Texts as C has them, ended by a null pointer.
private final class CStrings {
    let pointers: [UnsafeMutablePointer<CChar>?]

    init(_ texts: [String]) { pointers = texts.map { strdup($0) } + [nil] }

    deinit { for pointer in pointers { free(pointer) } }
}
