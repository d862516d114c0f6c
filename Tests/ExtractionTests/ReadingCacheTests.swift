import Extraction
import Facts
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite struct ReadingCacheTests {
    @Test func `a reading that was kept comes back, with all that is in it`() throws {
        try withTemporaryFolder { folder in
            let cache = ReadingCache(in: folder + "/cache")
            let (passage, desk) = (try passage("Qatar visited Israel."), ExtractorFingerprint.unnamed)
            #expect(cache.reading(of: passage, by: desk) == nil)
            try cache.keep(.sample, of: passage, by: desk)
            #expect(cache.reading(of: passage, by: desk) == .sample)
        }
    }

    @Test func `another passage, context, date or extractor has another reading`() throws {
        try withTemporaryFolder { folder in
            let cache = ReadingCache(in: folder)
            let desk = ExtractorFingerprint.unnamed
            try cache.keep(.sample, of: try passage("Qatar visited Israel."), by: desk)
            var record = try report("Text.").record
            record.published = Time(edtf: "2020-02-24")
            let others = [
                try passage("Qatar visited Israel!"), try passage("Qatar visited Israel.", before: ["Earlier."]),
                Passage("Qatar visited Israel.", of: record),
            ]
            #expect(others.allSatisfy { cache.reading(of: $0, by: desk) == nil })
            let newer = try #require(ExtractorFingerprint(name: "claims", version: "2"))
            #expect(cache.reading(of: try passage("Qatar visited Israel."), by: newer) == nil)
        }
    }

    @Test func `every damaged byte makes an entry none, and keeping it again mends it`() throws {
        try withTemporaryFolder { folder in
            let cache = ReadingCache(in: folder)
            let (passage, desk) = (try passage("Qatar visited Israel."), ExtractorFingerprint.unnamed)
            try cache.keep(.sample, of: passage, by: desk)
            let path = try #require(files(in: folder).first)
            let whole = Array(try Data(contentsOf: URL(filePath: path)))
            for index in whole.indices {
                var damaged = whole
                damaged[index] ^= 0x01
                try write(damaged, to: path)
                #expect(cache.reading(of: passage, by: desk) == nil, "byte \(index)")
            }
            for bytes in [[], Array(whole.dropLast()), whole + [0x0A]] {
                try write(bytes, to: path)
                #expect(cache.reading(of: passage, by: desk) == nil)
            }
            try cache.keep(.sample, of: passage, by: desk)
            #expect(cache.reading(of: passage, by: desk) == .sample)
        }
    }

    @Test func `an entry under the name of another is none`() throws {
        try withTemporaryFolder { folder in
            let cache = ReadingCache(in: folder)
            let desk = ExtractorFingerprint.unnamed
            let (one, two) = (try passage("One."), try passage("Two."))
            try cache.keep(.sample, of: one, by: desk)
            let first = try #require(files(in: folder).first)
            try cache.keep(PassageReading(), of: two, by: desk)
            let second = try #require(files(in: folder).first { $0 != first })
            try write(Data(contentsOf: URL(filePath: first)), to: second)
            #expect(cache.reading(of: two, by: desk) == nil)
        }
    }

    @Test func `pruning deletes what was kept longest ago, and only when there is too much`() throws {
        try withTemporaryFolder { folder in
            let passages = try (0..<8).map { try passage("Passage \($0).") }
            let size = try ReadingCache(in: folder).keep(.sample, of: passages[0], by: .unnamed)
            let cache = ReadingCache(in: folder, limit: 8 * size)
            for (minute, passage) in passages.enumerated() {
                let earlier = Set(try files(in: folder))
                try cache.keep(.sample, of: passage, by: .unnamed)
                // The clock of a file system may stand still between two files.
                let time = Date(timeIntervalSince1970: Double(60 * minute))
                for path in Set(try files(in: folder)).subtracting(minute == 0 ? [] : earlier) {
                    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
                }
            }
            #expect(cache.prune() == 0)
            let tight = ReadingCache(in: folder, limit: 4 * size)
            #expect(tight.prune() == 5)
            #expect(
                passages.map { cache.reading(of: $0, by: .unnamed) != nil } == [Bool](repeating: false, count: 5) + [
                    true, true, true,
                ])
        }
    }

    @Test func `a cache that is not there, or cannot be made, is an empty one`() throws {
        try withTemporaryFolder { folder in
            try write("A file.", to: folder + "/file")
            let cache = ReadingCache(in: folder + "/file/cache")
            #expect(cache.prune() == 0)
            #expect(cache.reading(of: try passage("Text."), by: .unnamed) == nil)
            #expect(throws: (any Error).self) { try cache.keep(.sample, of: passage("Text."), by: .unnamed) }
        }
    }
}

@Suite struct CachingExtractorTests {
    @Test func `reads a passage once, and counts`() async throws {
        try await withTemporaryFolder { folder in
            let reader = CountingExtractor(reading: .sample)
            let caching = CachingExtractor(reader, cache: ReadingCache(in: folder))
            let passage = try passage("Qatar visited Israel.")
            #expect(try await caching.read(passage) == .sample)
            #expect(try await caching.read(passage) == .sample)
            #expect(reader.count == 1)
            #expect(caching.counts == .init(hits: 1, misses: 1))
            #expect(caching.fingerprint == reader.fingerprint)
        }
    }

    @Test func `the first reading is the same as every later one`() async throws {
        try await withTemporaryFolder { folder in
            var reading = PassageReading.sample
            reading.claims[0].ext["confidence"] = .number("0.50")
            reading.claims[0].modality = [.question, .planned]
            let caching = CachingExtractor(CountingExtractor(reading: reading), cache: ReadingCache(in: folder))
            let passage = try passage("Qatar visited Israel.")
            let first = try await caching.read(passage)
            #expect(try await caching.read(passage) == first)
            #expect(first.claims[0].ext["confidence"] == .number("0.5"))
        }
    }

    @Test func `the reader is told only of what it will be asked for`() async throws {
        try await withTemporaryFolder { folder in
            let reader = CountingExtractor(reading: .sample)
            let caching = CachingExtractor(reader, cache: ReadingCache(in: folder))
            let passages = try ["Kept.", "New.", "Newer."].map { try passage($0) }
            _ = try await caching.read(passages[0])
            await caching.prepare(passages)
            #expect(reader.told == ["New.", "Newer."])
        }
    }

    @Test func `reads on when nothing can be kept`() async throws {
        try await withTemporaryFolder { folder in
            try write("A file.", to: folder + "/file")
            let cache = ReadingCache(in: folder + "/file/cache")
            let caching = CachingExtractor(CountingExtractor(reading: .sample), cache: cache)
            #expect(try await caching.read(passage("Text.")) == .sample)
            #expect(caching.counts == .init(hits: 0, misses: 1, unkept: 1))
        }
    }

    @Test func `what fails is not kept`() async throws {
        try await withTemporaryFolder { folder in
            let caching = CachingExtractor(CountingExtractor(reading: nil), cache: ReadingCache(in: folder))
            await #expect(throws: CountingExtractor.Unreadable.self) { try await caching.read(passage("Text.")) }
            let kept = try files(in: folder)
            #expect(kept.isEmpty && caching.counts == .init())
        }
    }

    @Test func `the folder does not outgrow its limit`() async throws {
        try await withTemporaryFolder { folder in
            let cache = ReadingCache(in: folder, limit: 8 << 10)
            let caching = CachingExtractor(CountingExtractor(reading: .sample), cache: cache)
            for number in 0..<200 { _ = try await caching.read(passage("Passage \(number).")) }
            let sizes = try files(in: folder).map { try Data(contentsOf: URL(filePath: $0)).count }
            #expect(sizes.reduce(0, +) <= cache.limit + cache.limit / 8 && sizes.count > 4)
        }
    }
}

/// Gives one reading for every passage and counts how often it was asked.
final class CountingExtractor: Extractor {
    struct Unreadable: Error {}

    let fingerprint = ExtractorFingerprint.unnamed
    private let reading: PassageReading?
    private let calls = Mutex(0)
    private let prepared = Mutex<[String]>([])

    init(reading: PassageReading?) { self.reading = reading }

    var count: Int { calls.withLock { $0 } }

    /// The texts of the passages that it was told of.
    var told: [String] { prepared.withLock { $0 } }

    func prepare(_ passages: [Passage]) async { prepared.withLock { $0 += passages.map(\.text) } }

    func read(_ passage: Passage) async throws -> PassageReading {
        calls.withLock { $0 += 1 }
        guard let reading else { throw Unreadable() }
        return reading
    }
}

/// A passage of a report that is otherwise unknown.
func passage(_ text: String, before: [String] = []) throws -> Passage {
    Passage(text, of: try report(text).record, before: before)
}

extension PassageReading {
    /// A reading with a little of everything.
    static let sample: PassageReading = {
        guard let report = ReportName("wire") else { preconditionFailure("a good name") }
        var claim = StatedClaim(report: report, subject: .entity("Qatar"), predicate: "visited")
        claim.object = .plain("Israel \u{1F600} \"quoted\"\n")
        claim.arguments = ["load": .quantity("34", unit: "ton"), "day": .time("2020-02")]
        claim.time = Time(edtf: "2020-02-24")
        claim.polarity = .denied
        claim.certainty = .possible
        claim.modality = [.planned, .question]
        claim.attribution = ["A minister", "A wire"]
        claim.evidence = [.init(quote: "visited Israel", start: 6, end: 20), .init(quote: "Qatar")]
        claim.key = "7"
        claim.ext = ["note": .array([.null, .bool(true)])]
        let omission = Omission(quote: "It did so", start: 3, reason: "nothing tells who \"it\" is")
        return PassageReading(claims: [claim], omissions: [omission])
    }()
}

private func files(in folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).map { "\(folder)/\($0)" }.sorted().filter { path in
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    }
}
