import Facts
import Rendering

/// How one text of a report became another: paragraphs that went, came or were put otherwise, word by word.
struct TextEdits {
    private let before: [String]
    private let after: [String]
    private let pairs: [ParagraphPairs.Pair]

    /// Compares two texts; `nil` is an empty one.
    init(from before: ReportText?, to after: ReportText?) {
        self.before = Self.paragraphs(before)
        self.after = Self.paragraphs(after)
        pairs = ParagraphPairs(self.before, self.after).all
    }

    private static func paragraphs(_ text: ReportText?) -> [String] {
        (text?.paragraphs ?? []).map { String(decoding: $0.words, as: UTF8.self) }
    }

    /// How many paragraphs of which kind there are.
    var summary: String {
        var (edited, removed, added) = (0, 0, 0)
        for pair in pairs {
            switch pair {
            case .kept: break
            case .edited: edited += 1
            case .removed: removed += 1
            case .added: added += 1
            }
        }
        let counts = [(edited, "edited"), (added, "added"), (removed, "removed")].filter { $0.0 > 0 }
        guard !counts.isEmpty else { return "The words are the same; only what stands round them differs." }
        return counts.map { "\($0.0.of("paragraph")) \($0.1)" }.joined(separator: ", ") + "."
    }

    // MARK: as HTML

    /// Changed paragraphs that are shown; the rest is counted.
    private static let mostShown = 150
    /// Bytes of all paragraphs together that are shown.
    private static let mostBytes = 120_000
    /// Columns of a paragraph that are shown.
    private static let longest = 12_000

    /// The changed paragraphs, each between the neighbours that stayed.
    var html: HTML {
        let changed = pairs.indices.filter { !pairs[$0].isKept }
        var shown: Set<Int> = []
        var (output, bytes, left, last) = (HTML.nothing, 0, 0, -1)
        for (number, index) in changed.enumerated() {
            guard number < Self.mostShown, bytes < Self.mostBytes else {
                left = changed.count - number
                break
            }
            for near in [index - 1, index, index + 1] where pairs.indices.contains(near) && !shown.contains(near) {
                guard near == index || pairs[near].isKept else { continue }
                if near > last + 1 { output += gap(near - last - 1) }
                shown.insert(near)
                last = near
                let html = html(of: pairs[near])
                bytes += html.source.utf8.count
                output += html + .lineFeed
            }
        }
        if left == 0, pairs.count > last + 1, !changed.isEmpty { output += gap(pairs.count - last - 1) }
        let more = left > 0 ? HTML("p", [.class("note")], HTML("and \(left.of("more changed paragraph"))")) : .nothing
        return HTML("div", [.class("edits")], output) + more
    }

    private func gap(_ count: Int) -> HTML {
        HTML("p", [.class("gap")], HTML("\(count.of("paragraph")) as before")) + .lineFeed
    }

    private func html(of pair: ParagraphPairs.Pair) -> HTML {
        switch pair {
        case .kept(let index): paragraph("same", HTML(VisibleText(after[index], limit: Self.longest)))
        case .removed(let index): paragraph("gone", run(.removed(VisibleText(before[index], limit: Self.longest))))
        case .added(let index): paragraph("new", run(.added(VisibleText(after[index], limit: Self.longest))))
        case .edited(let old, let new): paragraph("shifted", words(before[old], after[new]))
        }
    }

    private func paragraph(_ kind: String, _ content: HTML) -> HTML {
        HTML("p", [.class("passage \(kind)"), .anyDirection], content)
    }

    private func words(_ old: String, _ new: String) -> HTML {
        WordDiff(from: VisibleText(old, limit: Self.longest), to: VisibleText(new, limit: Self.longest)).segments
            .map(run).joined
    }

    private func run(_ segment: WordDiff.Segment) -> HTML {
        switch segment {
        case .kept(let text): HTML(text)
        case .removed(let text): HTML("del", [], Self.told("removed"), HTML(text))
        case .added(let text): HTML("ins", [], Self.told("added"), HTML(text))
        }
    }

    /// A word for those who do not see colour, underline or strike; by itself, so that it has no say in the paragraph's direction.
    private static func told(_ word: String) -> HTML {
        HTML("bdi", [.class("unseen")], HTML(word + ":") + HTML(VisibleText.space))
    }
}

extension ParagraphPairs.Pair {
    fileprivate var isKept: Bool { if case .kept = self { true } else { false } }
}
