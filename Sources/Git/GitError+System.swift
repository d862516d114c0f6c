import Glibc

extension GitError {
    /// The failure of a system call on `path`; `number` is the value of `errno` right after it.
    init(systemError number: Int32, _ operation: String, path: String) {
        self.init(Code(systemError: number), operation, subject: path, systemErrorText(number))
    }
}

extension GitError.Code {
    init(systemError number: Int32) {
        self =
            switch number {
            case ENOENT: .notFound
            case EEXIST: .exists
            case EACCES, EPERM, EROFS: .permission
            case ENOSPC, EDQUOT: .diskFull
            case EWOULDBLOCK: .locked
            default: .other
            }
    }
}

/// The operating system's words for an error number.
func systemErrorText(_ number: Int32) -> String {
    guard let text = unsafe strerror(number) else { return "system error \(number)" }
    return unsafe String(cString: text)
}
