import Crypto

/// A SHA-256 digest.
package struct Digest: Hashable, Sendable {
    /// The 32 bytes as two numbers, the most significant byte first.
    private let high: UInt128
    private let low: UInt128

    /// The digest of bytes.
    package static func sha256(_ bytes: [UInt8]) -> Digest { Digest(SHA256.digest(bytes)) }

    /// A digest that was stored, or `nil` when the text is not 64 hexadecimal digits.
    package init?(stored: some StringProtocol) {
        let middle = stored.utf8.index(stored.startIndex, offsetBy: 32, limitedBy: stored.endIndex) ?? stored.endIndex
        guard let high = UInt128(stored[..<middle], in: .hexadecimal),
            let low = UInt128(stored[middle...], in: .hexadecimal)
        else { return nil }
        (self.high, self.low) = (high, low)
    }

    fileprivate init(_ digest: SHA256Digest) {
        (high, low) = digest.withUnsafeBytes { bytes in
            (
                UInt128(bigEndian: bytes.loadUnaligned(as: UInt128.self)),
                UInt128(bigEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt128.self))
            )
        }
    }
}

extension Digest: CustomStringConvertible {
    /// 64 hexadecimal digits.
    package var description: String { high.spelled(.hexadecimal) + low.spelled(.hexadecimal) }

    /// The first two of the digits, by which what it is a digest of is spread evenly.
    package var lead: String { String(high.spelled(.hexadecimal).prefix(2)) }

    /// Appends the 64 digits.
    package func append(to bytes: inout [UInt8]) {
        high.appendDigits(to: &bytes, in: .hexadecimal)
        low.appendDigits(to: &bytes, in: .hexadecimal)
    }
}

/// The digest of text that comes in pieces, none of which is kept.
package struct DigestOfPieces {
    private var hash = SHA256()

    /// Of no text yet.
    package init() {}

    /// Adds a piece behind what there is.
    package mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
    }

    /// Adds the bytes of a piece behind what there is.
    package mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBytes { hash.update(bufferPointer: $0) } }

    /// The digest of all pieces.
    package var digest: Digest { Digest(hash.finalize()) }
}
