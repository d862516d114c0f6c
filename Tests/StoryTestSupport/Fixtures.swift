package import FactRepository
package import Facts
import Git
package import TestSupport
import Testing

/// Gives `body` a fresh story, and has stock git check it afterwards.
package func withStory(_ vocabulary: String = Vocabularies.plain, _ body: (FactRepository) throws -> Void) throws {
    try withTemporaryFolder { folder in
        let story = try FactRepository.create(at: folder + "/.annals", vocabulary: vocabulary, by: .tester())
        try body(story)
        try story.git("fsck", "--strict", "--full")
    }
}

extension Author {
    /// The one who records in tests, at noon UTC some days after 2020-02-01.
    package static func tester(day: Int = 0) -> Author {
        Author(name: "Tester", email: "tester@example.com", seconds: 1_580_558_400 + 86_400 * day)
    }
}

extension FactRepository {
    /// Records what `build` brings in.
    @discardableResult
    package func record(day: Int = 0, _ build: (inout Recording) throws -> Void) throws -> [Revision] {
        var recording = Recording()
        try build(&recording)
        return try record(recording, by: .tester(day: day))
    }

    /// The newest revision.
    package var latest: Snapshot { get throws { try snapshot(try #require(try tip())) } }

    /// What verification of everything finds, a line each: place, colon, what is wrong.
    package var problems: [String] {
        get throws { verify(from: try #require(try tip())).problems.map { "\($0.place): \($0.what)" } }
    }

    /// The snapshots of some revisions.
    package func snapshots(_ revisions: [Revision]) throws -> [Snapshot] {
        try revisions.map { try snapshot(try #require(ObjectID(hex: $0.id))) }
    }

    /// Runs stock git on the repository and expects it to succeed.
    @discardableResult
    package func git(_ arguments: String...) throws -> CommandResult {
        let result = try run(["git", "-C", git.path] + arguments)
        #expect(result.status == 0, "git \(arguments): \(result.errors)")
        return result
    }
}

extension Recording {
    /// Brings in a report, and the claims that an extractor reads in all of its sentences.
    package mutating func add(_ news: News, by extractor: String? = "desk@1") throws {
        let report = try news.report
        reports.append(report)
        if let extractor { claims[report.record.name] = try news.claims(by: extractor) }
    }
}
