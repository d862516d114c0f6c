import Extraction
import Facts
import Synchronization
import TestSupport
import Testing

@Suite struct ExtractorCheckTests {
    @Test func `an extractor that keeps its promises is found sound`() async throws {
        let findings = try await findings { try sound($0) }
        #expect(findings.violations.isEmpty)
        #expect(findings.claims == [1, 1] && findings.omissions == 2)
    }

    @Test func `every broken promise is told with its passage`() async throws {
        try await expect(.quotation("visited  Israel")) { $0.evidence[0] = .init(quote: "visited  Israel") }
        try await expect(.quotation("visited Israel")) { $0.evidence[0].start = 1 }
        try await expect(.quotation("visited Israel")) { $0.evidence[0].end = 9 }
        try await expect(.quotation("visited Israel")) { $0.evidence[0].start = 99999 }
        try await expect(.quotes("Qatar visited")) { $0.evidence = [] }
        try await expect(.storable("\"predicate\" is empty")) { $0.predicate = " " }
        let other = try #require(ReportName("other"))
        try await expect(.report(other)) { $0.report = other }
    }

    @Test func `claims out of order, and words left out that are not there, are told`() async throws {
        let disorder = try await findings { passage in
            var reading = try sound(passage)
            guard var claim = reading.claims.first else { return reading }
            claim.evidence = [.init(quote: String(passage.text.prefix(3)), start: 0, end: 3)]
            reading.claims.append(claim)
            return reading
        }
        #expect(Set(disorder.violations.map(\.promise)) == [.order])
        let misplaced = try await findings { passage in
            PassageReading(omissions: [Omission(quote: "no such words", start: 0, reason: "why")])
        }
        #expect(Set(misplaced.violations.map(\.promise)) == [.omission("no such words")])
    }

    @Test func `an extractor that remembers is found out`() async throws {
        let seen = Mutex(0)
        let findings = try await findings { passage in
            let count = seen.withLock { seen in
                seen += 1
                return seen
            }
            return PassageReading(omissions: [Omission(quote: "", start: 0, reason: "number \(count)")])
        }
        #expect(Set(findings.violations.map(\.promise)) == [.repeats])
        #expect(findings.violations.count > 2)
    }

    @Test func `one that fails, or cannot be made, or is another each time, is told`() async throws {
        struct Broken: Error {}
        let failing = try await findings { passage in
            guard !passage.text.isEmpty else { throw Broken() }
            return PassageReading()
        }
        #expect(failing.violations.map(\.promise) == [.reads("Broken()")])
        #expect(failing.violations.first?.passage?.text == "")
        let none = await ExtractorCheck(try passages).findings { throw Broken() }
        #expect(none.violations.map(\.promise) == [.reads("Broken()")] && none.claims.isEmpty)
        let version = Mutex(0)
        let moving = await ExtractorCheck(try passages).findings {
            let number = version.withLock { version in
                version += 1
                return version
            }
            return Reader(fingerprint: try #require(ExtractorFingerprint(name: "a", version: "\(number)"))) { _ in
                PassageReading()
            }
        }
        let names = [ExtractorFingerprint("a@1"), ExtractorFingerprint("a@2")].compactMap(\.self)
        #expect(moving.violations.map(\.promise) == [.fingerprint(names[0], names[1])])
    }

    @Test func `the sample program keeps its promises`() async throws {
        try await withProgram(.visiting) { program in
            let conformance = ExtractorConformance(make: { try await program.extractor() }, passages: try passages)
            try await conformance.check()
        }
    }

    /// Two passages in which there is something to find.
    private var passages: [Passage] {
        get throws { try [passage("Qatar visited Israel."), passage("The State of Qatar visited Israel.")] }
    }

    private func sound(_ passage: Passage) throws -> PassageReading {
        guard let place = passage.text.firstRange(of: "visited Israel") else { return PassageReading() }
        let start = passage.text.utf8.distance(from: passage.text.startIndex, to: place.lowerBound)
        var claim = try claim()
        claim.evidence = [.init(quote: "visited Israel", start: start, end: start + 14)]
        return PassageReading(claims: [claim], omissions: [Omission(quote: "Israel", start: start + 8, reason: "why")])
    }

    private func findings(
        _ read: @escaping @Sendable (Passage) throws -> PassageReading
    ) async throws -> ExtractorCheck.Findings {
        await ExtractorCheck(try passages).findings { Reader(fingerprint: .unnamed, body: read) }
    }

    private func expect(
        _ promise: ExtractorCheck.Violation.Promise, _ spoil: @escaping @Sendable (inout StatedClaim) -> Void
    ) async throws {
        let findings = try await findings { passage in
            var reading = try sound(passage)
            for index in reading.claims.indices { spoil(&reading.claims[index]) }
            return reading
        }
        #expect(findings.violations.map(\.promise) == [promise, promise])
        #expect(try findings.violations.map(\.passage) == passages)
    }
}

/// Reads as it is told to.
private struct Reader: Extractor {
    let fingerprint: ExtractorFingerprint
    let body: @Sendable (Passage) throws -> PassageReading

    func read(_ passage: Passage) async throws -> PassageReading { try body(passage) }
}
