import CLibgit2
import Synchronization

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
        #if DEBUG
            liveHandles.add(1, ordering: .relaxed)
        #endif
    }

    deinit {
        unsafe release(pointer)
        #if DEBUG
            liveHandles.subtract(1, ordering: .relaxed)
        #endif
    }
}

#if DEBUG
    private let liveHandles = Atomic(0)
#endif

/// How many handles of libgit2 this process holds; counted in debug builds alone, and 0 in others.
package var liveHandleCount: Int {
    #if DEBUG
        liveHandles.load(ordering: .relaxed)
    #else
        0
    #endif
}
