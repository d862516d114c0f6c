import CLibgit2

/// Owns one libgit2 object and frees it exactly once.
@safe struct Handle: ~Copyable {
    @unsafe let pointer: OpaquePointer
    @unsafe private let release: @convention(c) (OpaquePointer?) -> Void

    /// Takes over what `open` stores, if `open` reports success.
    init(
        _ operation: String, subject: @autoclosure () -> String? = nil,
        freeing release: @convention(c) (OpaquePointer?) -> Void,
        _ open: (inout OpaquePointer?) -> Int32
    ) throws(GitError) {
        var raw: OpaquePointer?
        try check(unsafe open(&raw), operation, subject: subject())
        guard let raw = unsafe raw else {
            throw GitError(.other, operation, subject: subject(), "nothing was returned")
        }
        unsafe self.pointer = unsafe raw
        unsafe self.release = unsafe release
    }

    deinit { unsafe release(pointer) }
}
