import CLibdeflate
import Glibc

/// A file that is read where the kernel has it; nobody changes it while it is mapped.
///
/// Packs and their indexes are such files: they are linked whole and removed whole. To touch a byte brings sixteen pages into memory, so
/// that reading here and there in a large file would fill it: ranges of such a file are copied from it, which is a little slower.
@safe final class MappedFile: @unchecked Sendable {
    @unsafe private let start: UnsafeRawPointer
    private let file: FileDescriptor
    /// Bytes in the file.
    let count: Int

    /// Whether ranges are copied.
    private let isCopied: Bool

    /// A file with more bytes is large.
    static let limit = 64 << 20

    /// Maps a file; `nil` when it cannot be read or is empty.
    ///
    /// - Parameter limit: ranges of a file with more bytes are copied.
    init?(path: String, copyingBeyond limit: Int = MappedFile.limit) {
        guard let file = try? FileDescriptor("open file", path, O_RDONLY) else { return nil }
        var status = stat()
        guard unsafe fstat(file.number, &status) == 0, status.st_size > 0 else { return nil }
        let size = Int(status.st_size)
        guard let found = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, file.number, 0), unsafe found != MAP_FAILED
        else { return nil }
        unsafe start = UnsafeRawPointer(found)
        count = size
        self.file = file
        isCopied = size > limit
    }

    deinit { unsafe _ = munmap(UnsafeMutableRawPointer(mutating: start), count) }

    /// The bytes of a range that lies in the file; the part of it that does.
    func bytes(_ range: Range<Int>) -> [UInt8] {
        let inside = range.clamped(to: 0..<count)
        if isCopied, let bytes = file.read(inside.count, at: UInt64(inside.lowerBound)) { return bytes }
        return unsafe Array(UnsafeRawBufferPointer(start: start + inside.lowerBound, count: inside.count))
    }

    /// Lends the bytes of a range that lies in the file, or of the part of it that does, from where they lie.
    @unsafe func withBytes<Value, Failure>(
        _ range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let inside = range.clamped(to: 0..<count)
        if isCopied, let bytes = file.read(inside.count, at: UInt64(inside.lowerBound)) {
            return try unsafe bytes.withUnsafeBufferPointer { (bytes) throws(Failure) in
                try unsafe body(UnsafeRawBufferPointer(bytes))
            }
        }
        return try unsafe body(UnsafeRawBufferPointer(start: start + inside.lowerBound, count: inside.count))
    }

    /// The same; what is copied goes through `window`, which becomes as large as it must.
    @unsafe func withBytes<Value>(
        _ range: Range<Int>, through window: inout [UInt8], _ body: (UnsafeRawBufferPointer) -> Value
    ) -> Value {
        let inside = range.clamped(to: 0..<count)
        if isCopied {
            if window.count < inside.count { window = [UInt8](repeating: 0, count: inside.count) }
            let copied: Value? = unsafe window.withUnsafeMutableBytes { window in
                let part = unsafe UnsafeMutableRawBufferPointer(rebasing: window[..<inside.count])
                guard unsafe file.read(into: part, at: UInt64(inside.lowerBound)) == inside.count else { return nil }
                return unsafe body(UnsafeRawBufferPointer(part))
            }
            if let copied { return copied }
        }
        return unsafe body(UnsafeRawBufferPointer(start: start + inside.lowerBound, count: inside.count))
    }

    /// The CRC-32 of the bytes of a range, or of the part of it that lies in the file.
    func crc32(_ range: Range<Int>) -> UInt32 {
        let inside = range.clamped(to: 0..<count)
        return unsafe libdeflate_crc32(0, start + inside.lowerBound, inside.count)
    }

    /// The big-endian integer at a place; 0 beyond the end.
    func number<Number: FixedWidthInteger>(at place: Int, as type: Number.Type) -> Number {
        guard place >= 0, place <= count - MemoryLayout<Number>.size else { return 0 }
        return unsafe Number(bigEndian: start.loadUnaligned(fromByteOffset: place, as: Number.self))
    }
}
