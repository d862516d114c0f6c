import Subprocess

/// Lines of a program's standard output, one at a time.
///
/// Not the package's own lines: those end at U+2028 too, which may stand in JSON, and lose a line that is too long.
struct OutputLines {
    private var buffers: SubprocessOutputSequence.Iterator
    private var rest: [UInt8] = []
    /// Why there are no more lines, where that is not because the program has ended.
    private(set) var fault: ExtractorFailure.Reason?

    init(_ output: SubprocessOutputSequence) { buffers = output.makeAsyncIterator() }

    /// The next line without its line feed; a last line may lack one.
    ///
    /// `nil` when the program has ended, or has written a line of more bytes than ``LineReader/maximumLength``.
    mutating func next() async -> [UInt8]? {
        var searched = 0
        while true {
            if let end = rest[searched...].firstIndex(of: 0x0A) {
                defer { rest.removeFirst(end + 1) }
                return Array(rest[..<end])
            }
            searched = rest.count
            guard searched <= LineReader.maximumLength else {
                fault = .malformed("it is over \(LineReader.maximumLength >> 20) MiB")
                return nil
            }
            guard let buffer = try? await buffers.next() else {
                defer { rest = [] }
                return rest.isEmpty ? nil : rest
            }
            rest += buffer.withUnsafeBytes { Array($0) }
        }
    }
}

/// The last that a program wrote to its standard error.
struct OutputTail {
    /// So many bytes are kept, and of them so many lines shown.
    private static let (kept, shown) = (8 << 10, 12)

    /// Reads to the end; the last lines, oldest first.
    static func lines(of output: SubprocessOutputSequence) async -> [String] {
        var tail: [UInt8] = []
        var buffers = output.makeAsyncIterator()
        while let buffer = try? await buffers.next() {
            tail += buffer.withUnsafeBytes { Array($0) }
            if tail.count > 2 * kept { tail.removeFirst(tail.count - kept) }
        }
        return lines(of: String(decoding: tail, as: UTF8.self))
    }

    /// The last lines of a text.
    static func lines(of text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).suffix(shown).map(String.init)
    }
}
