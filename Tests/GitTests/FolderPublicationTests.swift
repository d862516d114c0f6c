import Foundation
import TestSupport
import Testing

@testable import Git

@Suite struct FolderPublicationTests {
    @Test func `a folder appears whole, with those above it`() throws {
        try withTemporaryFolder { folder in
            let place = folder + "/one/two/place"
            let publication = try FolderPublication(at: place)
            try write("text", to: publication.draft + "/file")
            #expect(!FileManager.default.fileExists(atPath: place))
            try publication.publish()
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/one/two") == ["place"])
            #expect(try String(contentsOfFile: place + "/file", encoding: .utf8) == "text")
        }
    }

    @Test func `a draft whose builder died goes with the next, one that is built or young stays`() throws {
        try withTemporaryFolder { folder in
            let place = folder + "/place"
            let held = try FolderPublication(at: place)
            for name in ["old", "young"] { try write("text", to: "\(place).new-\(name)/objects/file") }
            for draft in [held.draft, place + ".new-old"] {
                let then = Date(timeIntervalSinceNow: -7200)
                try FileManager.default.setAttributes([.modificationDate: then], ofItemAtPath: draft)
            }
            #expect(AbandonedDrafts(of: place).paths == ["\(place).new-old"])
            try FolderPublication(at: place).publish()
            #expect(!FileManager.default.fileExists(atPath: place + ".new-old"))
            #expect(FileManager.default.fileExists(atPath: place + ".new-young/objects/file"))
            #expect(FileManager.default.fileExists(atPath: held.draft))
            held.abandon()
        }
    }
}
