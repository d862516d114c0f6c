import Foundation
import TestSupport
import Testing

@testable import Git

@Suite struct TemporaryFileTests {
    @Test(arguments: [true, false])
    func `an unlinked file is gone with its owner, a linked one stays`(isNamed: Bool) throws {
        try withTemporaryFolder { folder in
            for isLinked in [false, true] {
                let file = isNamed ? try TemporaryFile(namedIn: folder) : try TemporaryFile(in: folder)
                try file.write([1, 2, 3], at: 0)
                try file.write([9], at: 1)
                #expect(try names(in: folder).allSatisfy { $0.hasPrefix("tmp_pack_") })
                if isLinked {
                    let isNew = try file.link(as: "kept")
                    #expect(isNew)
                }
            }
            #expect(try names(in: folder) == ["kept"])
            #expect(try Array(Data(contentsOf: URL(filePath: folder + "/kept"))) == [1, 9, 3])
        }
    }

    @Test(arguments: [true, false])
    func `a name that is taken is left as it is`(isNamed: Bool) throws {
        try withTemporaryFolder { folder in
            try Data([7]).write(to: URL(filePath: folder + "/kept"))
            do {
                let file = isNamed ? try TemporaryFile(namedIn: folder) : try TemporaryFile(in: folder)
                let isNew = try file.link(as: "kept")
                #expect(!isNew)
            }
            #expect(try names(in: folder) == ["kept"])
            #expect(try Array(Data(contentsOf: URL(filePath: folder + "/kept"))) == [7])
        }
    }

    @Test func `a folder that is not there is named`() throws {
        try withTemporaryFolder { folder in
            let error = #expect(throws: GitError.self) { _ = try TemporaryFile(in: folder + "/none") }
            #expect(error?.code == .notFound)
            #expect(error?.subject?.hasPrefix(folder + "/none/") == true)
        }
    }

    private func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }
}
