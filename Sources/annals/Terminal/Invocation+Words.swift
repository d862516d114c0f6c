import FactRepository

extension Invocation {
    /// The command that this process is running, as it may be typed again.
    static var ofThisProcess: Invocation {
        let words = ["annals"] + CommandLine.arguments.dropFirst().map(quoted)
        let line = words.joined(separator: " ")
        // A shell may have made thousands of paths of one pattern.
        let isLong = line.unicodeScalars.count > limit
        let shown = isLong ? String(String.UnicodeScalarView(line.unicodeScalars.prefix(limit))) + " …" : line
        return Invocation(command: shown, seconds: Terminal.now)
    }

    /// Unicode scalars of a command that are worth keeping.
    private static let limit = 500

    /// The word as a shell reads it back.
    private static func quoted(_ word: String) -> String {
        guard word.isEmpty || !word.utf8.allSatisfy(isPlain) else { return word }
        return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xFF:
            true
        default: "_./:=@%+,-~^".utf8.contains(byte)
        }
    }
}
