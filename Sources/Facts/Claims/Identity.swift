import Crypto

/// What tells a fact apart, through every change of its values.
///
/// 16 bytes: the first two are a digest of the subject, so that a subject's facts lie together; the rest a digest of subject,
/// predicate and key arguments. Written in letters only, `k` to `z` for 0 to 15, so that it is never taken for a git id.
package struct FactID: Hashable, Sendable {
    /// The 32 letters.
    package let letters: String

    /// Letters in an id.
    package static let length = 32

    /// The id of a subject's fact under a predicate with the given key values, by role name.
    package init(subject: String, predicate: String, key: [(role: String, value: String)]) {
        var whole = SHA256()
        for part in [subject, predicate] + key.flatMap({ [$0.role, $0.value] }) { whole.updateWithLength(part) }
        var lead = SHA256()
        lead.updateWithLength(subject)
        letters = Self.letters(of: Array(lead.finalize().prefix(2)) + Array(whole.finalize().prefix(14)))
    }

    /// An id that was written, or `nil` when the text is not one.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count == Self.length, text.utf8.allSatisfy(Self.isLetter) else { return nil }
        letters = String(text)
    }

    /// The letters that ids of this subject's facts start with.
    package static func prefix(ofSubject subject: String) -> String {
        var lead = SHA256()
        lead.updateWithLength(subject)
        return letters(of: Array(lead.finalize().prefix(2)))
    }

    /// Whether the text could be the start of an id.
    package static func isPrefix(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.count <= length && text.utf8.allSatisfy(isLetter)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "k")...UInt8(ascii: "z")).contains(byte) }

    private static func letters(of bytes: [UInt8]) -> String {
        let digits = bytes.flatMap { [$0 >> 4, $0 & 15] }
        return String(decoding: digits.map { $0 + UInt8(ascii: "k") }, as: UTF8.self)
    }
}

extension FactID {
    /// The shortest start of the id, of `length` letters or more, with which none of the others starts.
    package func start(telling others: some Sequence<FactID>, atLeast length: Int) -> String {
        let shared = others.lazy.filter { $0 != self }.map {
            zip($0.letters.utf8, letters.utf8).prefix { $0 == $1 }.count
        }
        return String(letters.prefix(Swift.max(length, (shared.max() ?? 0) + 1)))
    }
}

extension FactID: Comparable, CustomStringConvertible {
    package static func < (a: FactID, b: FactID) -> Bool { a.letters < b.letters }
    package var description: String { letters }
}

/// Digest of what a claim states, 32 hexadecimal digits; it does not depend on the vocabulary or on where a quote stands.
package struct ClaimID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The 32 hexadecimal digits.
    package let description: String

    /// The id of a claim: SHA-256 of its canonical JSON without offsets, cut to 16 bytes.
    package init(_ claim: StatedClaim) {
        var content = claim
        for index in content.evidence.indices { content.evidence[index].start = nil; content.evidence[index].end = nil }
        description = Digest.sha256(content.json.canonicalBytes).prefix(16)
    }

    /// An id that was stored.
    package init(stored: String) { description = stored }

    package static func < (a: ClaimID, b: ClaimID) -> Bool { a.description < b.description }
}

/// A SHA-256 digest.
package struct Digest: Hashable, Sendable, CustomStringConvertible {
    /// 64 hexadecimal digits.
    package let description: String

    /// The digest of bytes.
    package static func sha256(_ bytes: [UInt8]) -> Digest { Digest(stored: hexadecimal(SHA256.hash(data: bytes))) }

    /// A digest that was stored.
    package init(stored: String) { description = stored }

    fileprivate func prefix(_ bytes: Int) -> String { String(description.prefix(2 * bytes)) }

    private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

extension SHA256 {
    /// Adds a text preceded by its length, so that no two lists of texts give the same bytes.
    fileprivate mutating func updateWithLength(_ text: String) {
        let bytes = Array(text.utf8)
        withUnsafeBytes(of: UInt64(bytes.count).bigEndian) { update(bufferPointer: $0) }
        update(data: bytes)
    }
}
