import Extraction
import Facts
import Foundation
import TestSupport
import Testing

@Suite struct ReportCollectionTests {
    @Test func `reads nested folders in the order of names, without hidden files and unknown endings`() throws {
        try withTemporaryFolder { folder in
            for path in ["b.txt", "a/z.md", "a/B.markdown", "a/c/d.text", ".hidden.txt", ".git/e.txt", "f.html", "g"] {
                try write("Text of \(path).", to: "\(folder)/\(path)")
            }
            let collection = ReportCollection([folder])
            #expect(collection.problems.isEmpty)
            #expect(collection.reports.map(\.record.name.description) == ["B", "b", "d", "z"])
        }
    }

    @Test func `the same files in any order of paths give the same reports`() throws {
        try withTemporaryFolder { folder in
            let paths = ["a.txt", "b/c.txt", "b/d.txt"].map { "\(folder)/\($0)" }
            for path in paths { try write("Text of \(path).", to: path) }
            #expect(ReportCollection(paths.reversed()).reports == ReportCollection([folder]).reports)
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
