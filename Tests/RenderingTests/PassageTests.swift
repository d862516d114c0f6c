import TestSupport
import Testing

@testable import Rendering

@Suite struct PassageTests {
    private static let stayed = (1...12).map { "sentence \($0) of the paragraph says what it has always said; " }

    private static func passages(_ before: [String], _ after: [String]) -> String {
        render(Difference.passages(from: before.joined(), to: after.joined()))
    }

    /// The words of a line, removed ones in square brackets, new ones in braces.
    private static func render(_ line: Line) -> String {
        line.parts.map { part in
            guard case .span(let span) = part else { return " " }
            return switch span.role {
            case .removed: "[\(span.text.text)]"
            case .added: "{\(span.text.text)}"
            default: span.text.text
            }
        }.joined()
    }

    @Test("an edited sentence is shown word by word, and those that stayed are passed over") func edited() {
        var (before, after) = (Self.stayed, Self.stayed)
        before[6] = "the wall is 12 m high; "
        after[6] = "the wall is 13 m high; "
        #expect(Self.passages(before, after) == "… the wall is [12]{13} m high; …")
    }

    @Test("a sentence that came is shown where it came") func came() {
        var after = Self.stayed
        after.insert("a bridge was built in spring; ", at: 5)
        #expect(Self.passages(Self.stayed, after) == "… {a bridge was built in spring; }…")
    }

    @Test("of a long run that went, the first and last words are shown, and how many stood between them") func went() {
        let line = Self.passages(Self.stayed, Array(Self.stayed.prefix(2)))
        #expect(line.hasPrefix("… [sentence 3 of the paragraph says"))
        #expect(line.contains("… (80 words) …"))
        #expect(line.hasSuffix("what it has always said;]"))
    }

    @Test("where two abridgements meet, one sign stands for both") func meeting() {
        var (before, after) = (Self.stayed, Self.stayed)
        let start = "on the hill above the harbour there has always been a wall of oak and stone and iron and it is "
        before[6] = start + "low; "
        after[6] = start + "high; "
        let line = Self.passages(before, after)
        #expect(line.contains("[low]{high}") && !line.contains("… …"), Comment(rawValue: line))
    }

    @Test("texts that begin alike and have little else in common are told from where they part") func parting() {
        let start = "note: of those who served in the harbour guard "
        let (old, new) = (
            start + (1...30).map { "old\($0)" }.joined(separator: " "),
            start + (1...60).map { "new\($0)" }.joined(separator: " ")
        )
        let line = Self.passages([old], [new])
        #expect(line.contains("[old1 ") && line.contains("{new1 "), Comment(rawValue: line))
    }

    @Test("what is shown stands so in one of the two texts", arguments: 0..<60) func exact(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        func text() -> [String] {
            (0..<20).map { _ in
                let words = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
                    ["wall", "gate", "is", "high", "12", "m", "of", "oak"].randomElement(using: &generator) ?? "wall"
                }
                return words.joined(separator: " ") + ". "
            }
        }
        let before = text()
        var after = before
        for _ in 0..<3 { after[Int.random(in: 0..<20, using: &generator)] = text()[0] }
        let line = Difference.passages(from: before.joined(), to: after.joined())
        let (old, new) = (before.joined(), after.joined())
        for case .span(let span) in line.parts {
            for piece in span.text.text.split(separator: "…").map({ $0.trimmingSpaces }) where !piece.hasPrefix("(") {
                #expect(span.role == .added || old.contains(piece), "seed \(seed)")
                #expect(span.role == .removed || new.contains(piece), "seed \(seed)")
            }
        }
    }

    @Test("sentences joined are the text again") func joined() {
        for text in ["", "one", "One. Two; three? Four!", "5.5 m. ", "a.. b"] {
            #expect(VisibleText.joined(VisibleText(text).sentences) == VisibleText(text))
        }
    }
}

extension Substring {
    fileprivate var trimmingSpaces: Substring {
        let rest = drop { $0 == " " }
        return rest[..<(rest.lastIndex { $0 != " " }.map(rest.index(after:)) ?? rest.startIndex)]
    }
}
