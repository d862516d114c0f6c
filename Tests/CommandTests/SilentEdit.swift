import FactDiff
import Facts
import Foundation

/// An edit in one place of one of the texts in `snapshots/edits`, and what a comparison should tell of it.
struct SilentEdit: Decodable, Sendable {
    /// The text, without its ending.
    let text: String
    /// What sort of edit it is: number, date, negation and so on.
    let `class`: String
    /// Words that stand in the text once.
    let find: String
    /// What is put in their place.
    let replace: String
    /// The parts of the fact of which at least one must be told as changed; `arguments.*` is any argument.
    let fields: [String]
    /// Parts of words that the fact must contain, on one side of the change or the other.
    let about: [String]

    /// All edits, in the order of the file.
    static func all() throws -> [SilentEdit] {
        let lines = try String(contentsOf: folder.appending(path: "edits.jsonl"), encoding: .utf8).split(
            separator: "\n")
        return try lines.map { try JSONDecoder().decode(SilentEdit.self, from: Data($0.utf8)) }
    }

    /// The texts by name.
    static func texts() throws -> [String: String] {
        let texts = folder.appending(path: "texts")
        let names = try FileManager.default.contentsOfDirectory(atPath: texts.path()).filter { $0.hasSuffix(".md") }
        return try Dictionary(
            uniqueKeysWithValues: names.map {
                (String($0.dropLast(3)), try String(contentsOf: texts.appending(path: $0), encoding: .utf8))
            })
    }

    /// The text after the edit.
    func applied(to text: String) -> String { text.replacing(find, with: replace, maxReplacements: 1) }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "snapshots/edits")
}
