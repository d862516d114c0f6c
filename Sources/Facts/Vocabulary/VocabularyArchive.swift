/// A vocabulary as it was understood, in bytes that read a hundred times faster than its YAML.
///
/// A derived form: it may be made anew from the text at any time, and is read only by the version of this program that wrote it.
/// Layout: a line of ``version`` and the SHA-256 of the rest, then the parts in the order of ``Vocabulary``. Counts and lengths are unsigned
/// LEB128; a text is its length in bytes and its UTF-8.
package struct VocabularyArchive {
    /// The version of the layout and of what the reader makes of a text: another one whenever either changes.
    package static let version = "vocabulary-archive/1"

    /// The bytes of a vocabulary.
    package static func bytes(of vocabulary: Vocabulary) -> [UInt8] {
        var writer = ArchiveWriter()
        vocabulary.write(to: &writer)
        return head(of: writer.bytes[...]) + writer.bytes
    }

    /// The vocabulary of bytes; `nil` unless every one of them is as this version wrote it.
    package static func vocabulary(of bytes: [UInt8]) -> Vocabulary? {
        guard let end = bytes.firstIndex(of: 0x0A) else { return nil }
        let body = bytes[(end + 1)...]
        guard bytes[...end].elementsEqual(head(of: body)) else { return nil }
        var reader = ArchiveReader(body)
        let vocabulary = Vocabulary(from: &reader)
        return reader.isAtEnd ? vocabulary : nil
    }

    private static func head(of body: ArraySlice<UInt8>) -> [UInt8] {
        Array("\(version) \(Digest.sha256(Array(body)))\n".utf8)
    }
}
