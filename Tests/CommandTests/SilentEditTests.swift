import Extraction
import FactDiff
import Facts
import Linguistics
import TestSupport
import Testing

@testable import annals

@Suite struct SilentEditTests {
    @Test func `stand in one place of their text`() throws {
        let texts = try SilentEdit.texts()
        for edit in try SilentEdit.all() {
            let text = try #require(texts[edit.text])
            #expect(text.ranges(of: edit.find).count == 1, "\(edit.find)")
        }
    }

    @Test func `are told as the changes that they are, and edits of the setting as none`() async throws {
        let page = try await Self.page()

        try expectSnapshot(page.markdown, named: "edits/README.md")
        #expect(page.edits.count >= 60 && page.classes.count == 12)
        #expect(page.edits.count { $0.fault == nil } >= 94)
        for name in page.classes { #expect(page.caught(name) >= 5, "\(name)") }
        #expect(page.cosmetic.reduce(0) { $0 + $1.texts } >= 30)
        for row in page.cosmetic { #expect(row.changed == [], "\(row.edit)") }
    }

    // MARK: comparing

    private static func page() async throws -> SilentEditPage {
        var desk = try ComparisonDesk()
        let texts = try SilentEdit.texts()
        var results: [SilentEditPage.Result] = []
        for edit in try SilentEdit.all() {
            let text = texts[edit.text] ?? ""
            let before = try await desk.read(text, "md")
            let changes = try await desk.changes(from: before, to: edit.applied(to: text), "md")
            results.append(.init(edit: edit, fault: edit.fault(in: changes)))
        }
        var rows: [(CosmeticEdit, Int, [String])] = []
        for (number, edit) in CosmeticEdit.allCases.enumerated() {
            var changed: [String] = []
            let chosen = texts.sorted { $0.key < $1.key }.enumerated().filter { ($0.offset + number).isMultiple(of: 4) }
            for (_, (name, text)) in chosen {
                let versions = edit.versions(of: SetText(text))
                let ending = edit.isPage ? "html" : "md"
                let before = try await desk.read(versions.before, ending)
                let changes = try await desk.changes(from: before, to: versions.after, ending)
                if !changes.isEmpty { changed.append(name) }
            }
            rows.append((edit, chosen.count, changed))
        }
        return SilentEditPage(edits: results, cosmetic: rows)
    }
}

/// What `annals compare` does, without files; a text that is compared again and again is read once.
private struct ComparisonDesk {
    private let vocabulary: Vocabulary
    private let extractor: EnglishReader
    private var sides: [String: ComparedText] = [:]

    init() throws {
        let vocabulary = try VocabularyReader.read(EmbeddedFiles.starterVocabulary)
        let pipeline = try Pipeline.english()
        self.vocabulary = vocabulary
        extractor = EnglishReader(vocabulary: vocabulary) { pipeline.parse(sentence: $0) }
    }

    mutating func read(_ text: String, _ ending: String) async throws -> ComparedText {
        if let known = sides[text] { return known }
        let side = try await read(text, ending, after: nil)
        sides[text] = side
        return side
    }

    func changes(from before: ComparedText, to text: String, _ ending: String) async throws -> [Change] {
        let after = try await read(text, ending, after: before)
        return ChangeSet(from: before.side, to: after.side).changes
    }

    private func read(_ text: String, _ ending: String, after old: ComparedText?) async throws -> ComparedText {
        let report = try ReportReader.report(Array(text.utf8), "report.\(ending)")
        return try await ComparedText(report, after: old, by: extractor, vocabulary)
    }
}
