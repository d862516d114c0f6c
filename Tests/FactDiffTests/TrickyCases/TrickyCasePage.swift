import FactDiff
import Facts

/// The page of `snapshots/changes`: what we say of tricky cases, right and wrong.
struct TrickyCasePage: Sendable {
    /// A case and what was told of it.
    struct Row: Sendable {
        let example: TrickyCase
        let changes: ChangeSet

        var isRight: Bool {
            ExpectedChange.match(example.expected, changes.changes)
                && changes.schemaEvents.map(\.kind.rawValue).sorted() == example.schema
                && (example.opened ?? opened) == opened
        }

        /// The labels of the contradictions that open, sorted.
        fileprivate var opened: [String] {
            changes.contradictions.filter { $0.kind == .opened }.map(\.latest.content.rawValue).sorted()
        }
    }

    let rows: [Row]

    init() throws {
        rows = try TrickyCase.all().map { Row(example: $0, changes: try $0.changeSet()) }
    }

    /// The page in Markdown.
    var markdown: String {
        ([introduction, totals] + topics.flatMap { ["## \($0)", table(of: $0)] }).joined(separator: "\n\n") + "\n"
    }

    /// The topics in the order of the files.
    private var topics: [String] {
        rows.reduce(into: []) { if !$0.contains($1.example.topic) { $0.append($1.example.topic) } }
    }

    private let introduction = """
        # Tricky cases

        Small pairs of revisions in which one thing is hard to tell: what changed, and what did not. Places and people are invented.
        Each file here holds the cases of one topic: claims as in `claims/1`, certain and of the Gazette unless they say otherwise, and
        what should be told of them, on the axes that the case is about. What should be told was written down before it was tried.
        All share `vocabulary.yaml`, which says which predicates have one value at a time. A test makes this page; what we get wrong
        stays on it.
        """

    private var totals: String {
        let lines = topics.map { topic in
            let own = rows.filter { $0.example.topic == topic }
            return "| \(topic) | \(own.count) | \(own.count(where: \.isRight)) | \(own.count { !$0.isRight }) |"
        }
        let right = rows.count(where: \.isRight)
        return
            (["| topic | cases | right | wrong |", "| --- | ---: | ---: | ---: |"] + lines + [
                "| **all** | \(rows.count) | \(right) | \(rows.count - right) |"
            ]).joined(separator: "\n")
    }

    private func table(of topic: String) -> String {
        let lines = rows.filter { $0.example.topic == topic }.map { row in
            "| \(row.example.name): \(row.example.why) | \(row.example.sides) | \(row.told) | \(row.verdict) |"
        }
        return (["| case | before → after | we say | |", "| --- | --- | --- | --- |"] + lines).joined(separator: "\n")
    }
}

extension TrickyCasePage.Row {
    /// What was told on the axes that the case asks for.
    fileprivate var told: String {
        let asked = ExpectedChange.inOrder(
            example.expected.reduce(into: Set(["content"])) { $0.formUnion($1.labels.keys) })
        let lines = changes.changes.map { change in
            asked.compactMap { axis in change.label(of: axis).map { Self.words(axis, $0) } }.joined(separator: ", ")
        }
        let events = changes.schemaEvents.map { "one event: \($0.kind.rawValue)" }
        let openings = example.opened == nil ? [] : opened.map { "a contradiction opens: \($0)" }
        return lines.isEmpty ? "nothing" : Self.counted(lines + events + openings).joined(separator: "<br>")
    }

    fileprivate var verdict: String {
        guard !isRight else { return "right" }
        let wanted = example.expected.map { expected in
            ExpectedChange.inOrder(expected.labels.keys).compactMap { axis in
                expected.labels[axis].map { Self.words(axis, $0) }
            }.joined(separator: ", ")
        }
        let openings = (example.opened ?? []).map { "a contradiction opens: \($0)" }
        let should = wanted.isEmpty ? "nothing" : Self.counted(wanted + openings).joined(separator: "; ")
        return "**wrong**: should be \(should)" + (example.knownFault.map { "; \($0)" } ?? "")
    }

    private static func words(_ axis: String, _ label: String) -> String {
        axis == "content" ? label : "\(axis) \(label)"
    }

    /// Each line once, with how often it stands.
    private static func counted(_ lines: [String]) -> [String] {
        let once = lines.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return once.map { line in
            let count = lines.count { $0 == line }
            return count == 1 ? line : "\(count) × \(line)"
        }
    }
}
