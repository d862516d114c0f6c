import FactIndex
import FactRepository
import Facts
import Git
import StoryTestSupport
import TestSupport
import Testing

/// Sentences of reports are looked up, and what is found is what reading all reports finds.
@Suite struct SentenceIndexTests {
    private static let words = [
        "Ports", "port", "portal", "café", "CAFÉ", "cafe's", "Müller", "ß", "12", "1,200", "U.S.", "grain", "don't",
        "don", "名前",
        "e\u{301}t\u{e9}", "Σίσυφος", "x-ray", "١٢", "naïve", "\u{0915}\u{094D}\u{0937}", "`tick`", "’s",
    ]

    /// A text of random sentences.
    private func text(_ random: inout SeededGenerator) -> String {
        (0..<Int.random(in: 1...6, using: &random)).map { _ in
            let words = (0..<Int.random(in: 1...7, using: &random)).compactMap { _ in
                Self.words.randomElement(using: &random)
            }
            return words.joined(separator: [" ", ", ", "\n"].randomElement(using: &random) ?? " ")
                + ([". ", "!\n", "\n\n"].randomElement(using: &random) ?? ". ")
        }.joined()
    }

    private func report(_ name: ReportName, _ text: String) -> Report {
        let isMarkup = text.utf8.count.isMultiple(of: 3)
        let bytes = Array((isMarkup ? "<html><body><p>\(text)</p></body></html>" : "---\nt: grain\n---\n" + text).utf8)
        var record = ReportRecord(name: name, text: bytes, bodyStart: isMarkup ? 0 : 17)
        if isMarkup { record.format = .html }
        return Report(record: record, text: bytes)
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func `the reports that the index finds are those that have such a sentence`(seed: UInt64) throws {
        try withStory { story in
            var random = SeededGenerator(seed: seed)
            let index = try FactIndex(of: story)
            for day in 1...5 {
                var recording = Recording()
                for name in ["a", "b", "c", "d"] where Bool.random(using: &random) {
                    recording.reports.append(report(try #require(ReportName(name)), text(&random)))
                }
                _ = try story.record(recording, by: .tester(day: day))
                try index.update(to: try #require(try story.tip()))
            }
            let log = try story.log(from: try #require(try story.tip()))
            for revision in log {
                let id = try #require(ObjectID(hex: revision.id))
                let (snapshot, number) = (try story.snapshot(id), try #require(try index.number(of: id)))
                for _ in 0..<20 {
                    let texts = (0..<Int.random(in: 1...2, using: &random)).map { _ in
                        (0..<Int.random(in: 1...3, using: &random)).compactMap { _ in
                            Self.words.randomElement(using: &random)
                        }.joined(separator: " ")
                    }
                    guard let search = SentenceSearch(texts) else { continue }
                    let read = try snapshot.reportNames().filter {
                        !search.sentences(in: try snapshot.report($0)).isEmpty
                    }
                    #expect(
                        Set(try index.reports(saying: search, at: number)).isSuperset(of: read),
                        "seed \(seed): \(texts)")
                }
            }
            // Going back forgets the sentences of texts that are gone.
            let middle = try #require(ObjectID(hex: log[log.count / 2].id))
            try index.update(to: middle)
            #expect(try index.differences(from: middle) == [])
        }
    }

    @Test func `only reports that have the words are named`() throws {
        try withStory { story in
            var recording = Recording()
            for (name, text) in [
                ("a", "The harbour closed. Grain rots."), ("b", "Ships wait."), ("c", "Harbours close."),
            ] {
                recording.reports.append(report(try #require(ReportName(name)), text))
            }
            _ = try story.record(recording, by: .tester(day: 1))
            let index = try FactIndex(of: story)
            try index.update(to: try #require(try story.tip()))
            func names(_ texts: String...) throws -> [String] {
                let search = try #require(SentenceSearch(texts))
                return try index.reports(saying: search, at: index.lastNumber()).map(\.description)
            }
            #expect(try names("harbour") == ["a", "c"])
            #expect(try names("HARBOUR closed") == ["a"])
            #expect(try names("wait") == ["b"])
            #expect(try names("rots harbour").isEmpty)
        }
    }
}
