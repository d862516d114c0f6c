import CLibgit2
import Glibc

extension GitError {
    /// The failure that libgit2 just reported on this thread.
    ///
    /// To be made at the failing call: libgit2 keeps one error text a thread and overwrites it.
    init(status: Int32, _ operation: String, subject: String? = nil) {
        var message = "unknown libgit2 error (\(status))"
        var category = GIT_ERROR_NONE
        if let last = unsafe git_error_last() {
            category = unsafe git_error_t(rawValue: UInt32(clamping: last.pointee.klass))
            if let text = unsafe last.pointee.message { message = unsafe String(cString: text) }
        }
        git_error_clear()
        let code = Code(status: status) ?? Code(category: category, message: message)
        self.init(code, operation, subject: subject, message)
    }

    /// The same failure with another code and message, for callers that know better what it means.
    func saying(_ code: Code, _ message: String) -> GitError {
        GitError(code, operation, subject: subject, message)
    }
}

extension GitError.Code {
    /// The meaning of a status that says more than "failed".
    fileprivate init?(status: Int32) {
        switch git_error_code(status) {
        case GIT_ENOTFOUND, GIT_EUNBORNBRANCH: self = .notFound
        case GIT_EEXISTS: self = .exists
        case GIT_ECONFLICT, GIT_EDIRECTORY: self = .conflict
        case GIT_EMODIFIED, GIT_ENONFASTFORWARD: self = .modified
        case GIT_ELOCKED: self = .locked
        case GIT_EAMBIGUOUS: self = .ambiguous
        case GIT_EINVALID, GIT_EINVALIDSPEC, GIT_EPEEL: self = .invalid
        case GIT_EMISMATCH: self = .damaged
        case GIT_EOWNER, GIT_EUSER: self = .permission
        case GIT_EAUTH: self = .unauthorised
        default: return nil
        }
    }

    /// The meaning of a plain failure, from the part of libgit2 that reported it.
    fileprivate init(category: git_error_t, message: String) {
        switch category {
        case GIT_ERROR_OS: self = Self.ofSystem(message)
        case GIT_ERROR_NET, GIT_ERROR_SSH, GIT_ERROR_SSL, GIT_ERROR_HTTP: self = .unreachable
        case GIT_ERROR_ZLIB, GIT_ERROR_ODB, GIT_ERROR_OBJECT: self = .damaged
        case GIT_ERROR_REPOSITORY, GIT_ERROR_INVALID, GIT_ERROR_CONFIG: self = .invalid
        default: self = .other
        }
    }

    // libgit2 does not keep errno, but it ends its message with the system's words for it.
    private static func ofSystem(_ message: String) -> Self {
        let known = [ENOSPC, EDQUOT, EACCES, EPERM, EROFS, ENOENT]
        guard let number = known.first(where: { message.hasSuffix(systemErrorText($0)) }) else { return .other }
        return Self(systemError: number)
    }
}

/// Throws what libgit2 said when `status` is a failure.
func check(
    _ status: Int32, _ operation: String, subject: @autoclosure () -> String? = nil
) throws(GitError) {
    guard status >= 0 else { throw GitError(status: status, operation, subject: subject()) }
}
