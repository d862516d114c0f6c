import FactDiff
import Testing

@testable import Rendering

/// Pages of tables that changed in many places, or in long texts.
@Suite struct TablePageTests {
    private typealias Row = (town: Int, predicate: String, figure: String)

    private func text(_ before: [Row], _ after: [Row], showsAll: Bool = false) throws -> String {
        let sides = [try DiffPageTests.register(before), try DiffPageTests.register(after)]
        return render(try DiffPageTests.page([sides[0]], [sides[1]], showsAll: showsAll), as: .text)
    }

    private func lines(_ text: String) -> [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// A figure of each town under so many predicates.
    private func rows(_ kind: String, _ predicates: Int, towns: Int = 8, _ figure: (Int) -> String) -> [Row] {
        (0..<predicates).flatMap { number in
            (10..<10 + towns).map { (town: $0, predicate: "\(kind) \(number)", figure: figure($0 + 20 * number)) }
        }
    }

    @Test("a table that changed all over is a page of forty lines, on which every kind of change is told")
    func overhaul() throws {
        let renamed = (0..<12).flatMap { number in (10..<16).map { ($0, number, "\($0 * 31 + number * 977) souls") } }
        let before =
            rows("corrected", 9) { "\($0) carts" } + rows("updated", 9) { "\($0) carts (2019)" }
            + rows("recurred", 9) { "\($0) carts (2019)" } + rows("backfilled", 9) { "\($0) carts (2019)" }
            + rows("refined", 9) { "\($0 * 100) carts" } + rows("gone", 9) { "\($0) carts" }
            + renamed.map { (town: $0.0, predicate: "old name \($0.1)", figure: $0.2) }
        let after =
            rows("corrected", 9) { "\($0 + 7) carts" } + rows("updated", 9) { "\($0 + 7) carts (2021)" }
            + rows("recurred", 9) { "\($0) carts (2021)" } + rows("backfilled", 9) { "\($0 + 7) carts (2017)" }
            + rows("refined", 9) { "\($0 * 100 + 3) carts" } + rows("come", 9) { "\($0) carts" }
            + renamed.map { (town: $0.0, predicate: "new name \($0.1)", figure: $0.2) }
        let text = try text(before, after)
        #expect(lines(text).count <= 45, Comment(rawValue: text))
        for word in ["RENAMED", "CORRECTED", "UPDATED", "BACKFILLED", "RECURRED", "REFINED", "ADDED"] {
            #expect(text.contains("\(word)  "), Comment(rawValue: "\(word)\n\(text)"))
        }
    }

    @Test("what is rare is told by itself beside floods") func rare() throws {
        let before = rows("carts", 30) { "\($0) carts" } + [(town: 90, predicate: "depth", figure: "12 m (2019)")]
        let after = rows("carts", 30) { "\($0 + 7) carts" } + [(town: 90, predicate: "depth", figure: "14 m (2021)")]
        let text = try text(before, after)
        #expect(text.contains("Town 90 › depth"), Comment(rawValue: text))
    }

    @Test("of long texts that were edited a page tells what differs, in two rows each") func longTexts() throws {
        let stayed = (1...12).map { "Sentence \($0) says what it has always said of the town and its quays." }
        func story(_ town: Int, _ words: String) -> String {
            (stayed.prefix(5) + ["The \(town)th winter was \(words) along the quays."] + stayed.dropFirst(5))
                .joined(separator: " ")
        }
        let before = (10..<34).map { (town: $0, predicate: "history", figure: story($0, "mild and wet and quiet")) }
        let after = (10..<34).map { (town: $0, predicate: "history \($0)", figure: story($0, "long and cold")) }
        let old = zip(before, after).map { (town: $0.town, predicate: $1.predicate, figure: $0.figure) }
        let text = try text(old, after)
        #expect(lines(text).count <= 84, Comment(rawValue: text))
        for town in 10..<34 {
            #expect(text.contains("Town \(town) › history"), Comment(rawValue: text))
            #expect(text.contains("The \(town)th winter was [-"), Comment(rawValue: text))
        }
        let all = try self.text(old, after, showsAll: true)
        #expect(lines(all).count > 200 && all.contains("Sentence 12 says what it has always said"))
    }

    @Test("the reason of a value that holds again says that only the time is another") func again() throws {
        let (old, new) = ("12 m (2019)", "12 m (2021)")
        let sides = try [old, new].map { try DiffPageTests.register([(town: 10, predicate: "depth", figure: $0)]) }
        let page = try DiffPageTests.page([sides[0]], [sides[1]], explains: true)
        let text = lines(render(page, as: .text)).map { $0.drop { $0 == " " } }.joined(separator: " ")
        #expect(
            text.contains(#"object "12 m (2019)" → "12 m (2021)", the same but for the time;"#), Comment(rawValue: text)
        )
    }
}
