import Foundation
@testable import Git
import TestSupport
import Testing

@Suite struct MappedFileTests {
    @Test func `a large file reads as a small one does`() throws {
        try withRepository { repository in
            let words = Array(String(repeating: "facts that stay as they are, ", count: 400).utf8)
            let tip = try repository.record(["one": String(decoding: words, as: UTF8.self)], seconds: 1)
            try repository.moveReference(
                "refs/heads/main", from: nil, to: tip, message: "record", signature: .reporter())
            _ = try run(["git", "-C", repository.path, "repack", "-adq"])
            let folder = repository.path + "/objects/pack"
            let name = try #require(
                FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".pack") })
            let touched = try #require(MappedFile(path: "\(folder)/\(name)"))
            let copied = try #require(MappedFile(path: "\(folder)/\(name)", copyingBeyond: 0))
            let blob = try #require(
                run(["git", "-C", repository.path, "verify-pack", "-v", "\(folder)/\(name)"]).text
                    .split(separator: "\n").first { $0.contains(" blob ") })
            let parts = blob.split(separator: " ").compactMap { Int($0) }
            let (size, place) = (parts[0], parts[2])
            let head = try #require(PackEntryHead(touched.bytes(place..<place + 40)))
            let range = place + head.start..<touched.count - 20
            let decompressor = try Decompressor()
            for file in [touched, copied] {
                #expect(file.bytes(0..<4) == Array("PACK".utf8))
                #expect(file.bytes(file.count - 2..<file.count + 9).count == 2)
                #expect(unsafe file.withBytes(0..<4) { unsafe Array($0) } == Array("PACK".utf8))
                #expect(unsafe file.withBytes(file.count - 2..<file.count + 9) { $0.count } == 2)
                var window: [UInt8] = []
                for size in [size, size - 1] {
                    let found = unsafe file.withBytes(range, through: &window) { bytes in
                        unsafe decompressor.decompress(bytes, size: size)
                    }
                    #expect(found == (size == words.count ? words : nil))
                }
                #expect(window.count == (file === copied ? range.count : 0))
            }
        }
    }
}
