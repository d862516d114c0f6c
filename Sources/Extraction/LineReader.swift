import Facts
package import SystemPackage

/// Lines of a file or pipe, one at a time, in memory that does not grow with the file.
package struct LineReader {
    /// One line, or what stands in its place.
    package enum Line: Hashable, Sendable {
        /// The bytes without the line feed.
        case bytes([UInt8])
        /// A line of more bytes than may be; it was passed over.
        case tooLong(bytes: Int)
    }

    /// Lines longer than this are passed over.
    package static let maximumLength = 16 << 20

    /// `nil` when all there is to read is in the buffer.
    private let descriptor: FileDescriptor?
    /// Where the line that was read last lies, with its line feed, in bytes from where reading began.
    package private(set) var range = 0..<0
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false

    /// Reads from an open descriptor, which the caller closes.
    package init(_ descriptor: FileDescriptor) { self.descriptor = descriptor }

    /// Reads from memory.
    package init(_ bytes: [UInt8]) {
        descriptor = nil
        buffer = bytes
    }

    /// The next line; `nil` at the end.
    ///
    /// A last line may lack its line feed.
    package mutating func next() throws -> Line? {
        var line: [UInt8] = []
        var length = 0
        range = range.upperBound..<range.upperBound
        while try fill() {
            let end = buffer.firstPlace(of: 0x0A, from: position) ?? buffer.endIndex
            length += end - position
            if length <= Self.maximumLength { line += buffer[position..<end] }
            let start = position
            position = min(end + 1, buffer.endIndex)
            range = range.lowerBound..<range.upperBound + position - start
            guard end == buffer.endIndex else {
                return length <= Self.maximumLength ? .bytes(line) : .tooLong(bytes: length)
            }
        }
        if length > Self.maximumLength { return .tooLong(bytes: length) }
        return length == 0 ? nil : .bytes(line)
    }

    /// Whether there are bytes to read.
    private mutating func fill() throws -> Bool {
        guard let descriptor, position == buffer.count, !isAtEnd else { return position < buffer.count }
        buffer = try [UInt8](unsafeUninitializedCapacity: 1 << 16) { bytes, count in
            count = try descriptor.read(into: UnsafeMutableRawBufferPointer(bytes))
        }
        position = 0
        isAtEnd = buffer.isEmpty
        return !isAtEnd
    }
}
