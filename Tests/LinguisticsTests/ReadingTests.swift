import Foundation
import Linguistics
import Testing

/// What spaCy finds with the same weights, recorded by `Benchmarks/reader/spacy_side.py … half sentence conllu`.
@Suite struct ReadingTests {
    private func fixture(_ name: String) throws -> String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
        return try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    @Test(arguments: [Kernels.fastest, .portable])
    func `every sentence is read as spaCy reads it`(kernels: Kernels) throws {
        let sentences = try fixture("sentences.txt").split(separator: "\n").map(String.init)
        let expected = try fixture("sentences.conllu").components(separatedBy: "\n\n# text = ")
        let pipeline = try Pipeline(english: kernels)
        // A sentence that the model breaks up has several entries, so what was read is compared as a whole.
        let read = sentences.map { pipeline.parse(sentence: $0).conllu }.joined()
        #expect(read.components(separatedBy: "\n\n# text = ").count == expected.count)
        for (one, other) in zip(read.components(separatedBy: "\n\n# text = "), expected) {
            #expect(one.trimmingCharacters(in: .newlines) == other.trimmingCharacters(in: .newlines))
        }
    }

    @Test func `a text is read the same whatever was read before`() throws {
        let text = try fixture("sentences.txt")
        let fresh = try Pipeline(english: .fastest).parse(text)
        let used = try Pipeline.english()
        for sentence in text.split(separator: "\n") { _ = used.parse(sentence: String(sentence)) }
        #expect(used.parse(text) == fresh)
    }

    @Test(arguments: [Kernels.fastest, .portable])
    func `sentences that are read together are read as each alone`(kernels: Kernels) throws {
        let pipeline = try Pipeline(english: kernels)
        // Of all lengths, none and more than one batch among them.
        let whole = try fixture("sentences.txt")
        let lines = whole.split(separator: "\n").map(String.init)
        let sentences = ["", " "] + lines + [whole, "Rain.", ""] + lines.prefix(3)
        let together = pipeline.parse(sentences: sentences)
        #expect(together == sentences.map { pipeline.parse(sentence: $0) })
        #expect(pipeline.parse(sentences: []).isEmpty)
    }

    @Test func `several tasks may read at once`() async throws {
        let text = try fixture("sentences.txt")
        let pipeline = try Pipeline.english()
        let expected = pipeline.parse(text)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 { group.addTask { pipeline.parse(text) == expected } }
            for await isSame in group { #expect(isSame) }
        }
    }
}
