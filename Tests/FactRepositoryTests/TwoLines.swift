import FactRepository
import Facts
import Foundation
import Git
import StoryTestSupport
import TestSupport
import Testing

/// Two people's repositories of one story, each with a copy of what the other recorded.
struct TwoLines {
    let ana: FactRepository
    let ben: FactRepository

    /// Lets each know what the other has by now.
    func exchange() throws {
        try ana.git("fetch", "--quiet", ben.git.path, "+main:refs/remotes/ben/main")
        try ben.git("fetch", "--quiet", ana.git.path, "+main:refs/remotes/ana/main")
    }

    /// Ana merges what Ben has.
    @discardableResult
    func anaMerges(_ choices: MergeChoices = MergeChoices(), day: Int = 9) throws -> Merge {
        try exchange()
        return try ana.merge(ana.resolve("ben/main"), choices: choices, by: .person("Ana", day: day))
    }

    /// Ben merges what Ana has.
    @discardableResult
    func benMerges(_ choices: MergeChoices = MergeChoices(), day: Int = 9) throws -> Merge {
        try exchange()
        return try ben.merge(ben.resolve("ana/main"), choices: choices, by: .person("Ben", day: day))
    }
}

/// Gives `body` two repositories of one story that `begin` recorded, and has stock git check both afterwards.
func withTwoLines(
    _ vocabulary: String = Vocabularies.plain, begin: (FactRepository) throws -> Void = { _ in },
    _ body: (TwoLines) throws -> Void
) throws {
    try withStory(vocabulary) { ana in
        try begin(ana)
        let path = ana.git.path + "-ben"
        try FileManager.default.copyItem(atPath: ana.git.path, toPath: path)
        let lines = TwoLines(ana: ana, ben: try FactRepository.open(at: path))
        try body(lines)
        try lines.ben.git("fsck", "--strict", "--full")
        #expect(try lines.ana.problems == [])
        #expect(try lines.ben.problems == [])
    }
}

extension Author {
    /// Somebody, at noon UTC some days after 2020-02-01.
    static func person(_ name: String, day: Int = 0) -> Author {
        Author(name: name, email: "\(name.lowercased())@example.org", seconds: 1_580_558_400 + 86_400 * day)
    }
}

extension FactRepository {
    /// Somebody rules on the claim that a sentence states.
    @discardableResult
    func ruling(
        _ verdict: Verdict, by name: String, on sentence: News.Sentence, of report: String, day: Int = 3,
        amended: StatedClaim? = nil
    ) throws -> Revision? {
        let report = try #require(ReportName(report))
        let claim = try #require(
            try latest.statedClaims(of: report).first { $0.evidence.first?.quote == sentence.text })
        let target = ClaimTarget(claim, in: ReportWords(try latest.report(report)))
        let ruling = try #require(Ruling(verdict, on: .claim(target), amended: amended))
        return try decide([ruling], reason: "so says \(name)", by: .person(name, day: day))
    }

    /// The subjects of all claims, sorted.
    var claimSubjects: [String] {
        get throws { try latest.facts().flatMap(\.claims).map(\.subject.text).sorted() }
    }
}
