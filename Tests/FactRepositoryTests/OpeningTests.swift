import FactRepository
import Facts
import Foundation
import Git
import StoryTestSupport
import TestSupport
import Testing

@Suite struct OpeningTests {
    @Test func `a folder that is not there has no repository`() throws {
        try withTemporaryFolder { folder in
            let error = #expect(throws: RepositoryError.self) { try FactRepository.open(at: folder + "/none") }
            #expect(error?.code == .noRepository)
            #expect(error?.subject == folder + "/none")
        }
    }

    @Test func `a folder that is empty or holds something else is no repository`() throws {
        try withTemporaryFolder { folder in
            try Data().write(to: URL(filePath: folder + "/file"))
            for path in [folder, folder + "/file"] {
                let error = #expect(throws: RepositoryError.self) { try FactRepository.open(at: path) }
                guard case .git(let cause) = error?.code else { throw Unexpected() }
                #expect(cause.code == .invalid)
                #expect(error?.subject == path)
            }
        }
    }

    @Test func `a git repository of something else is not taken for a story`() throws {
        try withTemporaryFolder { folder in
            let git = try GitRepository(creatingAt: folder + "/other")
            try git.commit(["README": Array("hello".utf8)], message: "start")
            let error = #expect(throws: RepositoryError.self) { try FactRepository.open(at: git.path) }
            #expect(error?.subject == "format.json")
        }
    }

    @Test(arguments: [#"{"bucket":32,"format":"annals/1"}"#, #"{"bucket":64,"folder":8,"format":"annals/3"}"#])
    func `a layout of the future is refused by its name`(format: String) throws {
        try withTemporaryFolder { folder in
            let git = try GitRepository(creatingAt: folder + "/future")
            try git.commit(["format.json": Array(format.utf8)], message: "begin")
            let error = #expect(throws: RepositoryError.self) { try FactRepository.open(at: git.path) }
            #expect(error?.code == .unknownFormat)
            #expect(error?.subject.hasPrefix("annals/") == true)
        }
    }

    @Test func `a story is not started over another`() throws {
        try withStory { story in
            let tip = try story.tip()
            let error = #expect(throws: RepositoryError.self) {
                try FactRepository.create(at: story.git.path, vocabulary: Vocabularies.plain, by: .tester())
            }
            #expect(error?.code == .repositoryExists)
            #expect(try story.tip() == tip)
        }
    }

    @Test func `a start that was cut short is made good by the next`() throws {
        try withTemporaryFolder { folder in
            let git = try GitRepository(creatingAt: folder + "/.annals")
            let story = try FactRepository.create(at: git.path, vocabulary: Vocabularies.plain, by: .tester())
            #expect(try story.log(from: #require(try story.tip())).map(\.kind) == [.begin])
            #expect(try story.problems == [])
        }
    }

    @Test func `nothing is made when the vocabulary does not read`() throws {
        try withTemporaryFolder { folder in
            #expect(throws: RepositoryError.self) {
                try FactRepository.create(at: folder + "/.annals", vocabulary: "no: [", by: .tester())
            }
            #expect(!FileManager.default.fileExists(atPath: folder + "/.annals"))
        }
    }

    private struct Unexpected: Error {}

    @Test func `a story that was opened again reads the same`() throws {
        try withStory { story in
            try story.record { try $0.add(News("n", [.init("Qatar", "pays", "US$30 million")])) }
            let again = try FactRepository.open(at: story.git.path)
            #expect(try again.tip() == story.tip())
            #expect(try again.latest.facts() == story.latest.facts())
        }
    }
}
