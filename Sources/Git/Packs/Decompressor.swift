import CLibdeflate

/// Owns a libdeflate decompressor.
@safe struct Decompressor: ~Copyable {
    @unsafe private let pointer: OpaquePointer

    init() throws(GitError) {
        guard let raw = unsafe libdeflate_alloc_decompressor() else {
            throw GitError(.other, "make decompressor", "there is no memory left")
        }
        unsafe pointer = unsafe raw
    }

    deinit { unsafe libdeflate_free_decompressor(pointer) }

    /// The `size` bytes that were compressed in zlib format (RFC 1950); `nil` when these are not they.
    func decompress(_ bytes: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
        unsafe bytes.withUnsafeBytes { source in unsafe decompress(source, size: size) }
    }

    /// The `size` bytes that were compressed, from where they lie; `nil` when these are not they.
    @unsafe func decompress(_ source: UnsafeRawBufferPointer, size: Int) -> [UInt8]? {
        // What is said of the size may be wrong, and deflate makes at most 1,032 bytes of one (zlib, "Maximum Expansion Factor").
        guard size / 1032 <= source.count else { return nil }
        var isGood = false
        let result = unsafe [UInt8](unsafeUninitializedCapacity: size) { target, count in
            isGood =
                unsafe libdeflate_zlib_decompress(
                    pointer, source.baseAddress, source.count, target.baseAddress, size, nil) == LIBDEFLATE_SUCCESS
            count = isGood ? size : 0
        }
        return isGood ? result : nil
    }
}
