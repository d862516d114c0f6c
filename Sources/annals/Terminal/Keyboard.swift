import Glibc

/// Single keys from standard input, as they are pressed where people type, as they come where a program writes.
struct Keyboard: ~Copyable {
    /// A key, by what it means here.
    enum Key: Hashable {
        case character(Character)
        case enter
        case escape
        case interrupt
        /// Nobody types any more.
        case end
    }

    private let former: termios?

    /// Takes the keyboard until the value goes out of scope.
    init() {
        var settings = termios()
        guard isatty(STDIN_FILENO) == 1, tcgetattr(STDIN_FILENO, &settings) == 0 else {
            former = nil
            return
        }
        former = settings
        take()
    }

    deinit { restore() }

    /// Takes the keyboard again.
    func take() {
        guard var settings = former else { return }
        settings.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
        tcsetattr(STDIN_FILENO, TCSANOW, &settings)
    }

    /// The rest of the line that is typed, without its end.
    func line() -> String {
        var bytes: [UInt8] = []
        while let byte = Self.byte(), byte != 0x0A { bytes.append(byte) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether a person types.
    var isInteractive: Bool { former != nil }

    /// Gives the keyboard back, for a while or for good.
    func restore() {
        if var former { tcsetattr(STDIN_FILENO, TCSANOW, &former) }
    }

    /// The next key; waits for it.
    func key() -> Key {
        guard let byte = Self.byte() else { return .end }
        switch byte {
        case 0x03: return .interrupt
        case 0x04: return .end
        case 0x0A, 0x0D: return .enter
        case 0x1B:
            // An arrow or a function key comes as several bytes at once; none of them means anything here.
            while Self.isWaiting(), let next = Self.byte(), !(0x40...0x7E).contains(next) || next == 0x5B {}
            return .escape
        case 0x20...0x7E: return .character(Character(UnicodeScalar(byte)))
        default: return .escape
        }
    }

    private static func byte() -> UInt8? {
        var byte: UInt8 = 0
        while true {
            let count = read(STDIN_FILENO, &byte, 1)
            if count == 1 { return byte }
            if count == 0 || errno != EINTR { return nil }
        }
    }

    private static func isWaiting() -> Bool {
        var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        return poll(&descriptor, 1, 20) == 1
    }
}
