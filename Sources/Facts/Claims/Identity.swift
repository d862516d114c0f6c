import Crypto

/// What tells a fact apart, through every change of its values.
///
/// 16 bytes: the first two are a digest of the subject, so that a subject's facts lie together; the rest a digest of subject,
/// predicate and key arguments. Written in letters only, `k` to `z` for 0 to 15, so that it is never taken for a git id.
package struct FactID: Hashable, Sendable {
    private let value: UInt128

    /// Letters in an id.
    package static let length = 32

    /// The letters that ids are written in, in their order.
    package static let alphabet = "klmnopqrstuvwxyz"

    /// The 32 letters.
    package var letters: String { value.spelled(.letters) }

    /// The id of a subject's fact under a predicate with the given key values, by role name.
    package init(subject: String, predicate: String, key: [(role: String, value: String)]) {
        // What is hashed of the subject alone is the beginning of what is hashed of it all.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(256)
        bytes.append(lengthAnd: subject)
        let lead = SHA256.start(of: bytes)
        bytes.append(lengthAnd: predicate)
        for part in key {
            bytes.append(lengthAnd: part.role)
            bytes.append(lengthAnd: part.value)
        }
        value = (lead >> 112) << 112 | SHA256.start(of: bytes) >> 16
    }

    /// An id that was written, or `nil` when the text is not one.
    package init?(_ text: some StringProtocol) {
        guard let value = UInt128(text, in: .letters) else { return nil }
        self.value = value
    }

    /// An id by its number.
    package init(number: UInt128) { value = number }

    /// The number that the letters write.
    package var number: UInt128 { value }

    /// The letter at a depth from 0, as a number below 16: 0 for `k`, 15 for `z`.
    package func digit(at depth: Int) -> Int { Int(truncatingIfNeeded: value >> (124 - 4 * depth)) & 15 }

    /// The id that 32 letters write, or `nil` when the bytes are something else.
    package init?(letters: UnsafeBufferPointer<UInt8>) {
        guard let value = UInt128(digits: letters, in: .letters) else { return nil }
        self.value = value
    }

    /// Whether the id starts with these letters.
    package func hasPrefix(_ letters: String) -> Bool {
        var depth = 0
        for letter in letters.utf8 {
            guard depth < Self.length, SixteenDigits.letters.value(of: letter) == UInt8(digit(at: depth)) else {
                return false
            }
            depth += 1
        }
        return true
    }

    /// Whether the id starts with these letters.
    package func hasPrefix(_ letters: some StringProtocol) -> Bool {
        letters.utf8.count <= Self.length
            && zip(0..., letters.utf8).allSatisfy { SixteenDigits.letters.value(of: $1) == UInt8(digit(at: $0)) }
    }

    /// The letters that ids of this subject's facts start with.
    package static func prefix(ofSubject subject: String) -> String {
        let lead = leadBytes(ofSubject: subject)
        return String(UInt128(bytes: lead + Array(repeating: 0, count: 14)).spelled(.letters).prefix(2 * lead.count))
    }

    /// The number that ids of one subject's facts start with, below 65,536.
    package var lead: Int { Int(value >> 112) }

    /// The number that ids of this subject's facts start with.
    package static func lead(ofSubject subject: String) -> Int {
        leadBytes(ofSubject: subject).reduce(0) { $0 << 8 | Int($1) }
    }

    /// Whether the text could be the start of an id.
    package static func isPrefix(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.count <= length
            && text.utf8.allSatisfy { SixteenDigits.letters.value(of: $0) != nil }
    }

    private static func leadBytes(ofSubject subject: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(lengthAnd: subject)
        let lead = SHA256.start(of: bytes)
        return [UInt8(truncatingIfNeeded: lead >> 120), UInt8(truncatingIfNeeded: lead >> 112)]
    }
}

extension FactID {
    /// The shortest start of the id, of `length` letters or more, with which none of the others starts.
    package func start(telling others: [FactID], atLeast length: Int) -> String {
        var length = length
        for other in others where other != self {
            length = max(length, (value ^ other.value).leadingZeroBitCount / 4 + 1)
        }
        return String(letters.prefix(length))
    }
}

extension FactID: Comparable, CustomStringConvertible {
    package static func < (a: FactID, b: FactID) -> Bool { a.value < b.value }
    package var description: String { letters }
}

/// Digest of what a claim states, 32 hexadecimal digits; it does not depend on the vocabulary or on where a quote stands.
package struct ClaimID: Hashable, Sendable {
    private let value: UInt128

    /// The id of a claim: SHA-256 of its canonical JSON without offsets, cut to 16 bytes.
    package init(_ claim: StatedClaim) { self.init(claim, quoting: claim.evidence.lazy.map(\.quote)) }

    /// The id of a claim with these quotations in the place of its own.
    init(_ claim: StatedClaim, quoting quotes: some Sequence<String>) {
        value = claim.withContent(quoting: quotes) { SHA256.start(of: $0) }
    }

    /// An id by its number.
    package init(number: UInt128) { value = number }

    /// The number that the digits write.
    package var number: UInt128 { value }

    /// An id that was stored, or `nil` when the bytes are not one.
    package init?(stored: UnsafeBufferPointer<UInt8>) {
        guard let value = UInt128(digits: stored, in: .hexadecimal) else { return nil }
        self.value = value
    }

    /// An id that was stored, or `nil` when the text is not one.
    package init?(stored: some StringProtocol) {
        guard let value = UInt128(stored, in: .hexadecimal) else { return nil }
        self.value = value
    }
}

extension ClaimID: Comparable, CustomStringConvertible {
    package static func < (a: ClaimID, b: ClaimID) -> Bool { a.value < b.value }
    package var description: String { value.spelled(.hexadecimal) }
}

extension SHA256 {
    /// The digest of bytes, without a detour through Foundation's data protocols.
    static func digest(_ bytes: [UInt8]) -> SHA256Digest { bytes.withUnsafeBytes { digest($0) } }

    private static func digest(_ bytes: UnsafeRawBufferPointer) -> SHA256Digest {
        var hash = SHA256()
        hash.update(bufferPointer: bytes)
        return hash.finalize()
    }

    /// The number that the first sixteen bytes of a digest make, the most significant first.
    fileprivate static func start(of bytes: [UInt8]) -> UInt128 { bytes.withUnsafeBytes { start(of: $0) } }

    /// The same.
    fileprivate static func start(of bytes: UnsafeRawBufferPointer) -> UInt128 {
        digest(bytes).withUnsafeBytes { digest in
            UInt128(bigEndian: digest.loadUnaligned(as: UInt128.self))
        }
    }
}

extension [UInt8] {
    /// Appends a text preceded by its length, so that no two lists of texts give the same bytes.
    fileprivate mutating func append(lengthAnd text: String) {
        Swift.withUnsafeBytes(of: UInt64(text.utf8.count).bigEndian) { append(contentsOf: $0) }
        append(contentsOf: text.utf8)
    }
}
