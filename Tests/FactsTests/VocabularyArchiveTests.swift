@testable import Facts
import Foundation
import Testing

@Suite struct `A vocabulary as bytes` {
    /// The vocabulary that new stories begin with.
    private static let starter = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/annals/Vocabulary/starter.yaml")

    private static let rules = """
        format: vocabulary/1
        predicates:
          - id: has-share
            label: has share
            kind: attribute
            excludes: [lacks]
            roles: {object: {type: quantity, unit: "%", range: 0..100}}
            parts: [has-public-share]
          - {id: has-public-share, label: has public share, kind: state, roles: {object: {type: quantity, range: ">=0.5"}}}
          - {id: lacks, label: lacks, kind: state, derives-from: {predicate: has-share, through: object}}
        """

    @Test func `comes back as it was`() throws {
        let texts = [
            SampleVocabulary.text, Self.rules, try String(contentsOf: Self.starter, encoding: .utf8),
        ]
        for text in texts + ["format: vocabulary/1"] {
            let vocabulary = try VocabularyReader.read(text)
            #expect(VocabularyArchive.vocabulary(of: VocabularyArchive.bytes(of: vocabulary)) == vocabulary)
        }
    }

    @Test func `has no other form`() throws {
        let vocabulary = try VocabularyReader.read(SampleVocabulary.text)
        #expect(VocabularyArchive.bytes(of: vocabulary) == VocabularyArchive.bytes(of: try .init(copyOf: vocabulary)))
    }

    @Test func `reads as nothing with a byte changed, cut off or too many`() throws {
        let bytes = VocabularyArchive.bytes(of: try VocabularyReader.read(SampleVocabulary.text))
        for index in bytes.indices {
            var damaged = bytes
            damaged[index] ^= 1
            #expect(VocabularyArchive.vocabulary(of: damaged) == nil)
            #expect(VocabularyArchive.vocabulary(of: Array(bytes[..<index])) == nil)
        }
        #expect(VocabularyArchive.vocabulary(of: bytes + [0]) == nil)
    }
}

extension Vocabulary {
    /// An equal vocabulary whose dictionaries were filled in another order.
    fileprivate init(copyOf other: Vocabulary) throws {
        self.init(
            predicates: other.predicates.filter { $0.key > "m" }.merging(other.predicates) { first, _ in first },
            entities: other.entities, phrases: other.phrases, names: other.names)
    }
}
