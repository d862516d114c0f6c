/// Sixteen digits that an id is written in.
enum SixteenDigits {
    /// `0` to `9`, `a` to `f`.
    case hexadecimal
    /// `k` to `z`.
    case letters

    /// The digit for a value below 16.
    func digit(_ value: UInt8) -> UInt8 {
        switch self {
        case .hexadecimal: value + UInt8(ascii: value < 10 ? "0" : "W")
        case .letters: value + UInt8(ascii: "k")
        }
    }

    /// The value of a digit, or `nil` when it is none.
    func value(of digit: UInt8) -> UInt8? {
        switch (self, digit) {
        case (.hexadecimal, UInt8(ascii: "0")...UInt8(ascii: "9")): digit - UInt8(ascii: "0")
        case (.hexadecimal, UInt8(ascii: "a")...UInt8(ascii: "f")): digit - UInt8(ascii: "W")
        case (.letters, UInt8(ascii: "k")...UInt8(ascii: "z")): digit - UInt8(ascii: "k")
        default: nil
        }
    }
}

extension UInt128 {
    /// The number of 16 bytes, the most significant first.
    init(bytes: some Sequence<UInt8>) { self = bytes.reduce(0) { $0 << 8 | UInt128($1) } }

    /// The number of exactly 32 digits, or `nil` when the text is something else.
    init?(_ text: some StringProtocol, in digits: SixteenDigits) {
        var number: UInt128 = 0
        var count = 0
        for byte in text.utf8 {
            guard let value = digits.value(of: byte), count < 32 else { return nil }
            number = number << 4 | UInt128(value)
            count += 1
        }
        guard count == 32 else { return nil }
        self = number
    }

    /// The number of exactly 32 digits, or `nil` when the bytes are something else.
    init?(digits bytes: UnsafeBufferPointer<UInt8>, in digits: SixteenDigits) {
        guard bytes.count == 32 else { return nil }
        var number: UInt128 = 0
        for byte in bytes {
            guard let value = digits.value(of: byte) else { return nil }
            number = number << 4 | UInt128(value)
        }
        self = number
    }

    /// Appends the 32 digits.
    func appendDigits(to line: inout [UInt8], in digits: SixteenDigits) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { place in
            write(place, in: digits)
            line.append(contentsOf: place)
        }
    }

    /// The 32 digits.
    func spelled(_ digits: SixteenDigits) -> String {
        String(unsafeUninitializedCapacity: 32) { text in
            write(text, in: digits)
            return 32
        }
    }

    /// Writes the 32 digits to where there is room for them.
    func write(_ place: UnsafeMutableBufferPointer<UInt8>, in digits: SixteenDigits) {
        for (half, word) in [UInt64(truncatingIfNeeded: self >> 64), UInt64(truncatingIfNeeded: self)].enumerated() {
            for digit in 0..<16 {
                let value = UInt8(truncatingIfNeeded: word >> UInt64(60 - 4 * digit)) & 15
                place[16 * half + digit] = digits.digit(value)
            }
        }
    }
}
