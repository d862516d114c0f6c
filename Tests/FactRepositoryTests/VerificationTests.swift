import FactRepository
import Facts
import Foundation
import Git
import StoryTestSupport
import TestSupport
import Testing

/// What verification says, of what, and what to do.
@Suite struct VerificationTests {
    @Test func `a sound story is told by how much of it was checked`() throws {
        try withStoryAtRest { path in
            let result = try FactRepository.open(at: path).verify()
            #expect(result.problems == [])
            #expect(result.leftovers == [])
            #expect((result.revisions, result.packs, result.operations) == (3, 3, 3))
            #expect((result.facts, result.claims, result.quotes, result.texts) == (3, 3, 3, 2))
            #expect(result.objects > 10)
            #expect(result.bytes > 3000)
        }
    }

    @Test func `a missing pack is named, and what cannot be read without it`() throws {
        try withStoryAtRest { path in
            try remove(pack: 1, ending: "pack", at: path)
            let result = try FactRepository.openDamaged(at: path).verify()
            #expect(result.problems.contains { $0.place.hasSuffix(".pack") && $0.what.contains("missing") })
            let affected = Set(result.problems.flatMap(\.affected))
            #expect(affected.contains("this revision and all before it"))
            #expect(affected.contains { $0.hasPrefix("the reports below reports/") })
        }
    }

    @Test func `a damaged text is named once, with its report and every revision that has it`() throws {
        try withStoryAtRest { path in
            let tree = try run(["git", "-C", path, "ls-tree", "-r", "main"]).lines
            let text = try #require(tree.first { $0.hasSuffix("/n/text") })
            try damage(String(text.split(separator: " ")[2].prefix(40)), at: path)
            let problems = try FactRepository.openDamaged(at: path).verify().problems
            let named = problems.filter { $0.place.hasSuffix("/n/text") }
            #expect(named.count == 1, "\(problems)")
            #expect(named.first?.affected.first == "the text of report n, and every quotation from it")
            #expect(named.first?.affected.last?.hasPrefix("2 revisions: ") == true)
            #expect(Set(problems.map(\.place)).count == problems.count, "\(problems)")
        }
    }

    @Test func `an index that is gone or damaged is made again from its pack`() throws {
        try withStoryAtRest { path in
            try remove(pack: 2, ending: "idx", at: path)
            let problems = try FactRepository.openDamaged(at: path).verify().problems
            let step = try #require(problems.first?.step)
            guard case .makeIndex(let pack) = step else { throw Unexpected() }
            #expect(try run(["git", "-C", path, "index-pack", pack]).status == 0)
            let again = try FactRepository.open(at: path).verify()
            #expect(again.problems == [])
        }
    }

    @Test func `a branch that is gone is an error and no empty story, and verification leads it back`() throws {
        try withStoryAtRest { path in
            let tip = try FactRepository.open(at: path).tip()
            try FileManager.default.removeItem(atPath: path + "/refs/heads/main")
            let error = #expect(throws: RepositoryError.self) { try FactRepository.open(at: path) }
            #expect(error?.subject == "refs/heads/main")
            let problem = try FactRepository.openDamaged(at: path).verify().problems.first
            #expect(problem?.step == .restoreBranch(revision: tip?.hex))
        }
    }

    @Test func `a branch that fell back to where it was once packed is an error`() throws {
        try withStoryAtRest { path in
            let packed = try run(["git", "-C", path, "pack-refs", "--all"])
            #expect(packed.status == 0)
            // Where only one came after, its line in the log may as well be that of a writer that died.
            for day in 3...4 { try recordOnce(at: path, day) }
            try FileManager.default.removeItem(atPath: path + "/refs/heads/main")
            let error = #expect(throws: RepositoryError.self) { try FactRepository.open(at: path) }
            guard case .damaged(let what) = error?.code else { throw Unexpected() }
            #expect(what.contains("old revision"))
        }
    }

    @Test func `a line of the log that does not read is named, and nothing else`() throws {
        try withStoryAtRest { path in
            let log = path + "/logs/refs/heads/main"
            let lines = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
            try Data("\(lines[0])\nno line\n\(lines[1])\n\(lines[2])\n".utf8).write(to: URL(filePath: log))
            let result = try FactRepository.open(at: path).verify()
            #expect(result.problems.map(\.place) == ["logs/refs/heads/main line 2"])
            #expect(result.operations == 3)
        }
    }

    @Test func `a lock that was left is told, and is no problem`() throws {
        try withStoryAtRest { path in
            try Data().write(to: URL(filePath: path + "/refs/heads/main.lock"))
            let result = try FactRepository.open(at: path).verify()
            #expect(result.problems == [])
            #expect(result.leftovers.map(\.place) == ["refs/heads/main.lock"])
        }
    }

    @Test func `what killed processes left is told, and goes with the next packing`() throws {
        try withStoryAtRest { path in
            let left = ["\(path)/objects/pack/pack_git2_Xy12", "\(path).new-3x7/HEAD"]
            for file in left {
                let folder = URL(filePath: file).deletingLastPathComponent()
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                try Data("half".utf8).write(to: URL(filePath: file))
            }
            #expect(try FactRepository.open(at: path).verify().leftovers == [])
            let then = Date(timeIntervalSinceNow: -7200)
            for file in left + ["\(path).new-3x7"] {
                try FileManager.default.setAttributes([.modificationDate: then], ofItemAtPath: file)
            }
            let story = try FactRepository.open(at: path)
            let name = URL(filePath: path).lastPathComponent
            #expect(story.verify().problems == [])
            #expect(story.verify().leftovers.map(\.place) == ["../\(name).new-3x7", "objects/pack/pack_git2_Xy12"])
            _ = try story.pack()
            #expect(story.verify().leftovers == [])
            for file in left { #expect(!FileManager.default.fileExists(atPath: file)) }
        }
    }

    @Test func `what was undone is checked too`() throws {
        try withStoryAtRest { path in
            try undoOnce(at: path)
            #expect(try FactRepository.open(at: path).verify().revisions == 3)
            try remove(pack: 2, ending: "pack", at: path)
            let result = try FactRepository.openDamaged(at: path).verify()
            #expect(!result.problems.isEmpty)
        }
    }

    @Test func `a caller's own check runs where the revisions are sound, and its findings count`() throws {
        try withStoryAtRest { path in
            let check = RepositoryCheck(name: "rows", remedy: "count again") { _, _ in (7, ["one differs"]) }
            let result = try FactRepository.open(at: path).verify(including: [check])
            #expect(result.others == ["rows": 7])
            #expect(result.problems.map(\.what) == ["one differs"])
            try remove(pack: 1, ending: "pack", at: path)
            #expect(try FactRepository.openDamaged(at: path).verify(including: [check]).others == [:])
        }
    }

    @Test func `what stands in many revisions counts in each of them, and they are told in their order`() throws {
        try withStoryAtRest { path in
            for day in 3...12 { try recordOnce(at: path, day) }
            var told: [(Int, Int)] = []
            let result = try FactRepository.open(at: path).verify { told.append(($0, $1)) }
            // Of a bucket with one claim more in each revision all are counted again.
            let claims = (1...12).reduce(0, +)
            #expect(result.problems == [])
            #expect((result.revisions, result.claims, result.quotes) == (13, claims, claims))
            #expect(told.map(\.0) == Array(1...13))
            #expect(told.allSatisfy { $0.1 == 13 })
        }
    }

    @Test func `a quotation that a later text lost is found, and again wherever its bucket changes`() throws {
        try withStoryAtRest { path in
            try replace("reports/*/n/text", by: "Nothing of the kind.", at: path)
            try recordOnce(at: path, 4)
            let problems = try FactRepository.open(at: path).verify().problems
            let lost = problems.filter { $0.what.hasPrefix("the quotation of claim") }
            let log = try run(["git", "-C", path, "log", "--format=%h", "--abbrev=8", "-2", "main"]).lines
            #expect(lost.map(\.place) == log.reversed().map { "\($0) n" }, "\(problems)")
            #expect(Set(lost.map(\.what)).count == 1)
        }
    }

    // MARK: stories

    /// Gives `body` the path of a story of three revisions that nobody has open: libgit2 shares what it has mapped.
    private func withStoryAtRest(_ body: (String) throws -> Void) throws {
        try withTemporaryFolder { folder in
            let path = folder + "/.annals"
            try begin(at: path)
            try body(path)
        }
    }

    private func begin(at path: String) throws {
        let story = try FactRepository.create(at: path, vocabulary: Vocabularies.plain, by: .tester())
        try story.record(day: 1) { try $0.add(News("n", [.init("Qatar", "pays", "Gaza")])) }
        try story.record(day: 2) { try $0.add(News("m", [.init("Israel", "met", "Hamas")])) }
    }

    private func recordOnce(at path: String, _ day: Int) throws {
        let story = try FactRepository.open(at: path)
        try story.record(day: day) { try $0.add(News("p-\(day)", [.init("Egypt", "met", "Hamas")])) }
    }

    private func undoOnce(at path: String) throws {
        _ = try FactRepository.open(at: path).undo(by: .tester(day: 3))
    }

    /// Makes a revision in which a file has other bytes, as no program of ours would.
    private func replace(_ pattern: String, by text: String, at path: String) throws {
        let script = """
            set -e
            export GIT_DIR='\(path)' GIT_INDEX_FILE='\(path)/trial-index'
            git read-tree main
            file=$(git ls-files '\(pattern)')
            blob=$(printf '%s' '\(text)' | git hash-object -w --stdin)
            git update-index --cacheinfo "100644,$blob,$file"
            person='-c user.name=Anybody -c user.email=anybody@localhost'
            commit=$(git $person commit-tree -p main -m 'Another text' "$(git write-tree)")
            git $person update-ref refs/heads/main "$commit"
            rm "$GIT_INDEX_FILE"
            """
        let result = try run(["sh", "-c", script])
        guard result.status == 0 else { throw Unexpected(result.text) }
    }

    /// Removes a file of the pack of a revision, counted from the oldest.
    private func remove(pack number: Int, ending: String, at path: String) throws {
        let commit = try run(["git", "-C", path, "rev-parse", "refs/heads/main@{\(2 - number)}"]).text
        for name in try FileManager.default.contentsOfDirectory(atPath: path + "/objects/pack")
        where name.hasSuffix(".idx") {
            let index = "\(path)/objects/pack/\(name)"
            let listing = try run(["sh", "-c", "git show-index < '\(index)'"]).text
            guard listing.contains(commit) else { continue }
            try FileManager.default.removeItem(atPath: index.dropLast(3) + ending)
            return
        }
        throw Unexpected("no pack has \(commit)")
    }

    /// Writes over some bytes of an object where it lies in its pack.
    private func damage(_ object: String, at path: String) throws {
        let folder = path + "/objects/pack/"
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasSuffix(".idx") {
            let listing = try run(["sh", "-c", "git show-index < '\(folder + name)'"]).lines
            guard let line = listing.first(where: { $0.contains(object) }) else { continue }
            let offset = try #require(Int(line.split(separator: " ")[0]))
            let pack = URL(filePath: folder + name.dropLast(3) + "pack")
            var bytes = try Data(contentsOf: pack)
            for index in offset + 6..<offset + 10 { bytes[index] ^= 0x55 }
            try FileManager.default.removeItem(at: pack)
            try bytes.write(to: pack)
            return
        }
        throw Unexpected("no pack has \(object)")
    }

    private struct Unexpected: Error {
        let what: String

        init(_ what: String = "") { self.what = what }
    }
}
