/// The page of `snapshots/edits`: what a comparison of two versions of a text tells of edits, and what it misses.
struct SilentEditPage {
    /// One edit and what was wrong with what was told; `nil` when it was caught.
    struct Result: Sendable {
        let edit: SilentEdit
        let fault: String?
    }

    /// The edits in the order of the file.
    let edits: [Result]
    /// For each way of setting a text, how many texts there are and those that were told as changed, sorted.
    let cosmetic: [(edit: CosmeticEdit, texts: Int, changed: [String])]

    /// How many edits of a class were caught.
    func caught(_ name: String) -> Int { edits.count { $0.edit.class == name && $0.fault == nil } }

    /// The classes in the order of the file.
    var classes: [String] {
        edits.reduce(into: []) { names, result in
            if !names.contains(result.edit.class) { names.append(result.edit.class) }
        }
    }

    /// The page in Markdown.
    var markdown: String {
        ([Self.introduction] + [classTable] + missed + ["## Edits that change nothing", cosmeticTable])
            .joined(separator: "\n\n") + "\n"
    }

    private static let introduction = """
        # Silent edits

        Eight articles (`texts/`, ours; the places and people are invented), and edits in one place of each (`edits.jsonl`): a
        number, a date, a name, a "not". Each pair of texts is read by the English reader and compared as by `annals compare
        BEFORE AFTER`. An edit is caught when the right part of the right fact is told as changed, and at most
        \(SilentEdit.mostFacts) changes are told in all. A fact that says the same in an edited sentence is folded into a count, as the command does, and
        is no change here. A test makes this page.
        """

    private var classTable: String {
        let rows = classes.map { name in
            let count = edits.count { $0.edit.class == name }
            return "| \(name) | \(count) | \(caught(name)) | \(count - caught(name)) |"
        }
        let all = edits.count { $0.fault == nil }
        return
            (["| class | edits | caught | missed |", "| --- | ---: | ---: | ---: |"] + rows + [
                "| **all** | \(edits.count) | \(all) | \(edits.count - all) |"
            ]).joined(separator: "\n")
    }

    private var missed: [String] {
        let lines = edits.compactMap { result in
            result.fault.map { fault in
                "- \(result.edit.class), \(result.edit.text): “\(result.edit.find)” → “\(result.edit.replace)”: \(fault)"
            }
        }
        return lines.isEmpty ? [] : ["## Missed", lines.joined(separator: "\n")]
    }

    private var cosmeticTable: String {
        let rows = cosmetic.map { row in
            let changed = row.changed.isEmpty ? "" : row.changed.joined(separator: ", ")
            return "| \(row.edit.rawValue) | \(row.texts) | \(row.texts - row.changed.count) | \(changed) |"
        }
        return (["| edit | texts | no change told | changes told |", "| --- | ---: | ---: | --- |"] + rows)
            .joined(separator: "\n")
    }
}
