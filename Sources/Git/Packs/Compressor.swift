import CLibdeflate

/// Owns a libdeflate compressor of one level.
@safe struct Compressor: ~Copyable {
    @unsafe private let pointer: OpaquePointer

    /// A compressor; level 0 stores, 1 is the fastest that compresses, 12 the best.
    init(level: Int32) throws(GitError) {
        guard let raw = unsafe libdeflate_alloc_compressor(level) else {
            throw GitError(.other, "make compressor", "there is no memory left")
        }
        unsafe pointer = unsafe raw
    }

    deinit { unsafe libdeflate_free_compressor(pointer) }

    /// The bytes in zlib format (RFC 1950).
    func compress(_ bytes: [UInt8]) throws(GitError) -> [UInt8] {
        let bound = unsafe libdeflate_zlib_compress_bound(pointer, bytes.count)
        let compressed = unsafe [UInt8](unsafeUninitializedCapacity: bound) { target, count in
            count = unsafe bytes.withUnsafeBytes { source in
                unsafe libdeflate_zlib_compress(
                    pointer, source.baseAddress, source.count, target.baseAddress, target.count)
            }
        }
        guard !compressed.isEmpty else {
            throw GitError(.other, "compress object", "libdeflate exceeded its own bound")
        }
        return compressed
    }
}

/// The CRC-32 of bytes, as a pack index keeps it for each entry.
func crc32(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    unsafe bytes.withUnsafeBytes { unsafe libdeflate_crc32(0, $0.baseAddress, $0.count) }
}
