import CFileCalls

/// A call that changed something in the watched folder; files by number, paths from the folder.
enum FileCall: Hashable, Sendable {
    case create(file: Int64, path: String?)
    case open(file: Int64, path: String)
    case write(file: Int64, offset: Int, bytes: [UInt8])
    case truncate(file: Int64, length: Int)
    case synchronize(file: Int64, path: String?)
    case link(file: Int64, path: String)
    case linkName(from: String, to: String)
    case rename(from: String, to: String)
    case unlink(path: String)
    case makeFolder(path: String)

    /// Whether it brings something to the disk.
    var isSynchronization: Bool {
        if case .synchronize = self { true } else { false }
    }
}

/// What this process does to files, watched by `CFileCalls`.
enum FileCalls {
    /// Does some work and returns the calls in `folder` that changed something.
    static func recording(in folder: String, _ work: () throws -> Void) rethrows -> [FileCall] {
        file_calls_watch(folder)
        defer { file_calls_watch(nil) }
        try work()
        return (0..<file_calls_recorded()).compactMap { FileCall(file_calls_get($0).pointee) }
    }

    /// How a call fails.
    struct Fault: Hashable, Sendable {
        /// Which one, from 1.
        let number: Int
        /// The error number of the system.
        let error: Int32
        /// Whether everything that changes something fails from then on.
        let isLasting: Bool
    }

    /// Does some work with one call failing, and returns that call; `nil` when the work made fewer.
    static func failing(_ fault: Fault, in folder: String, _ work: () -> Void) -> String? {
        file_calls_watch(folder)
        file_calls_fail(fault.number, fault.error, fault.isLasting ? 1 : 0)
        work()
        let failed = String(cString: file_calls_failed())
        file_calls_watch(nil)
        return failed.isEmpty ? nil : failed
    }
}

extension FileCall {
    fileprivate init?(_ call: file_call) {
        let path = call.path.map(Self.plain)
        switch call.kind {
        case FILE_CALL_CREATE: self = .create(file: call.file, path: path)
        case FILE_CALL_OPEN: self = .open(file: call.file, path: path ?? "")
        case FILE_CALL_WRITE:
            let bytes = Array(UnsafeBufferPointer(start: call.bytes, count: call.size))
            self = .write(file: call.file, offset: Int(call.offset), bytes: bytes)
        case FILE_CALL_TRUNCATE: self = .truncate(file: call.file, length: Int(call.offset))
        case FILE_CALL_SYNCHRONIZE: self = .synchronize(file: call.file, path: path)
        case FILE_CALL_LINK where call.file == 0:
            self = .linkName(from: path ?? "", to: call.other.map(Self.plain) ?? "")
        case FILE_CALL_LINK: self = .link(file: call.file, path: path ?? "")
        case FILE_CALL_RENAME: self = .rename(from: path ?? "", to: call.other.map(Self.plain) ?? "")
        case FILE_CALL_UNLINK: self = .unlink(path: path ?? "")
        case FILE_CALL_MAKE_FOLDER: self = .makeFolder(path: path ?? "")
        default: return nil
        }
    }

    /// The path without slashes that say nothing.
    private static func plain(_ path: UnsafePointer<CChar>) -> String {
        String(cString: path).split(separator: "/").joined(separator: "/")
    }
}
