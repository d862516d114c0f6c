import Extraction
import Facts
import Foundation
import TestSupport
import Testing

@Suite struct ReportCollectionTests {
    @Test func `reads nested folders in the order of names, without hidden files and unknown endings`() throws {
        try withTemporaryFolder { folder in
            for path in [
                "b.txt", "a/z.md", "a/B.markdown", "a/c/d.text", ".hidden.txt", ".git/e.txt", "f.html", "g", "h.pdf",
            ] {
                try write("Text of \(path).", to: "\(folder)/\(path)")
            }
            let collection = ReportCollection([folder])
            #expect(collection.problems.isEmpty)
            #expect(collection.reports.map(\.record.name.description) == ["B", "b", "d", "f", "z"])
        }
    }

    @Test func `the same files in any order of paths give the same reports`() throws {
        try withTemporaryFolder { folder in
            let paths = ["a.txt", "b/c.txt", "b/d.txt"].map { "\(folder)/\($0)" }
            for path in paths { try write("Text of \(path).", to: path) }
            #expect(ReportCollection(paths.reversed()).reports == ReportCollection([folder]).reports)
        }
    }

    @Test func `a quoted pattern stands for the files that fit it`() throws {
        try withTemporaryFolder { folder in
            for path in [
                "a1.html", "a2.html", "b.html", "a.txt", ".a3.html", "in/a4.html", "in/deep/a5.html", "[x].txt",
            ] {
                try write("<html>Text of \(path).", to: "\(folder)/\(path)")
            }
            func names(_ pattern: String) -> [String] {
                ReportCollection([folder + "/" + pattern]).reports.map(\.record.name.description)
            }
            #expect(names("*.html") == ["a1", "a2", "b"])
            #expect(names("a?.html") == ["a1", "a2"])
            #expect(names("[b-z].h*l") == ["b"])
            #expect(names("[!b]*.html") == ["a1", "a2"])
            #expect(names("i*/a*") == ["a4"])
            #expect(names("**/a*.html") == ["a1", "a2", "a4", "a5"])
            #expect(names("[x].txt") == ["x"], "a file of that very name")
            #expect(ReportCollection([folder + "/*.doc"]).problems.map(\.reason) == [.missing])
            #expect(names("*/a4.html") == ["a4"])
        }
    }

    @Test func `a name that is given goes before all others`() throws {
        try withTemporaryFolder { folder in
            try write("---\nname: other\n---\nText.", to: folder + "/wire.md")
            try write("Text.", to: folder + "/b.md")
            let name = try #require(ReportName("given"))
            #expect(ReportCollection([folder + "/wire.md"], as: name).reports.map(\.record.name) == [name])
            #expect(ReportCollection([folder], as: name).reports.isEmpty)
            let standardInput = Array("Text.".utf8)
            #expect(try ReportReader.report(standardInput, "-", as: name).record.name == name)
            #expect(problem(standardInput, "-")?.reason == .unnamed)
        }
    }

    @Test func `a file that is named is read whatever its ending and even when hidden`() throws {
        try withTemporaryFolder { folder in
            try write("Text.", to: folder + "/.wire.log")
            #expect(ReportCollection([folder + "/.wire.log"]).reports.map(\.record.name.description) == ["wire"])
        }
    }

    @Test func `of two files that would be one report none is taken`() throws {
        try withTemporaryFolder { folder in
            try write("One.", to: folder + "/a/wire.txt")
            try write("Two.", to: folder + "/b/wire.txt")
            try write("Good.", to: folder + "/good.txt")
            let collection = ReportCollection([folder])
            #expect(collection.reports.map(\.record.name.description) == ["good"])
            #expect(collection.problems.map(\.path) == [folder + "/b/wire.txt"])
            #expect(collection.problems.map(\.reason) == [.duplicate(of: folder + "/a/wire.txt")])
        }
    }

    @Test func `two files of the same bytes are one report, and so is a file given twice`() throws {
        try withTemporaryFolder { folder in
            try write("One.", to: folder + "/a/wire.txt")
            try write("One.", to: folder + "/b/wire.txt")
            let collection = ReportCollection([folder, folder + "/a/wire.txt"])
            #expect(collection.reports.count == 1)
            #expect(collection.problems.isEmpty)
        }
    }

    @Test func `bad files are named and the others read`() throws {
        try withTemporaryFolder { folder in
            try write("", to: folder + "/a.txt")
            try write([0xFF], to: folder + "/b.txt")
            try write("Good.", to: folder + "/c.txt")
            let collection = ReportCollection([folder + "/none", folder])
            #expect(collection.reports.map(\.record.name.description) == ["c"])
            #expect(collection.problems.map(\.path) == ["none", "a.txt", "b.txt"].map { "\(folder)/\($0)" })
        }
    }

    @Test(.enabled(if: getuid() != 0, "root reads everything"))
    func `what may not be read is named`() throws {
        try withTemporaryFolder { folder in
            try write("Text.", to: folder + "/a.txt")
            try write("Text.", to: folder + "/closed/b.txt")
            for path in ["a.txt", "closed"] {
                try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: "\(folder)/\(path)")
            }
            defer {
                try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder + "/closed")
            }
            #expect(ReportCollection([folder]).problems.map(\.path) == [folder + "/a.txt", folder + "/closed"])
        }
    }

    @Test func `follows no links to folders, and reads nothing but files`() throws {
        try withTemporaryFolder { folder in
            try write("Text.", to: folder + "/a/wire.txt")
            try FileManager.default.createSymbolicLink(atPath: folder + "/a/up", withDestinationPath: "..")
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/a/linked.txt", withDestinationPath: "wire.txt")
            #expect(mkfifo(folder + "/a/pipe.txt", 0o600) == 0)
            let collection = ReportCollection([folder])
            #expect(collection.reports.map(\.record.name.description) == ["linked", "wire"])
            #expect(collection.problems.isEmpty)
        }
    }
}
