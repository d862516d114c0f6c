package import Facts

/// Checks that an extractor keeps what every extractor promises; for anybody's, with passages of theirs.
///
///     let findings = await ExtractorCheck(passages).findings { try await catalogue.extractor("desk", vocabulary: vocabulary) }
///     findings.violations.isEmpty
package struct ExtractorCheck: Sendable {
    /// A promise that was not kept.
    package struct Violation: Hashable, Sendable {
        /// Which promise.
        package enum Promise: Hashable, Sendable {
            /// It can be made, and reads every passage; what it says instead.
            case reads(String)
            /// Two that are made alike have one fingerprint; the two.
            case fingerprint(ExtractorFingerprint, ExtractorFingerprint)
            /// The same passage gives the same reading, whoever reads it when.
            case repeats
            /// A claim is one of the passage's report; the other report's name.
            case report(ReportName)
            /// A claim has a subject and a predicate, and can be kept and read again.
            case storable(String)
            /// A claim quotes; its subject and predicate.
            case quotes(String)
            /// A quotation stands in the passage, where it is said to; the quotation.
            case quotation(String)
            /// What was left out stands where it is said to; the words.
            case omission(String)
            /// Claims come in the order of the text.
            case order
        }

        /// The passage.
        package let passage: Passage?
        /// The promise.
        package let promise: Promise
    }

    /// What was seen.
    package struct Findings: Sendable {
        /// How many claims each of the passages that were given makes.
        package fileprivate(set) var claims: [Int] = []
        /// How many words were left out of them.
        package fileprivate(set) var omissions = 0
        /// The promises that were not kept, each once a passage, in the order of the passages.
        package fileprivate(set) var violations: [Violation] = []
    }

    private let passages: [Passage]

    /// A check by some passages, to which a few are added that are awkward to read.
    package init(_ passages: [Passage]) { self.passages = passages }

    /// Reads every passage three times, by two extractors, in both directions.
    ///
    /// - Parameter make: makes the extractor afresh, so that nothing can be kept from one to the other.
    package func findings(of make: () async throws -> any Extractor) async -> Findings {
        var findings = Findings()
        do {
            let (first, second) = (try await make(), try await make())
            if first.fingerprint != second.fingerprint {
                findings.add(.fingerprint(first.fingerprint, second.fingerprint))
            }
            let all = passages + awkward
            let readings = await Self.readings(all, by: first)
            let others = await [Self.readings(all.reversed(), by: first).reversed(), Self.readings(all, by: second)]
            for (index, passage) in all.enumerated() {
                findings.check(readings[index], others.map { $0[index] }, of: passage)
                guard index < passages.count, case .success(let reading) = readings[index] else { continue }
                findings.claims.append(reading.claims.count)
                findings.omissions += reading.omissions.count
            }
        } catch {
            findings.add(.reads("\(error)"))
        }
        return findings
    }

    /// Passages in which there may be nothing to find, and which must be read all the same.
    private var awkward: [Passage] {
        guard let like = passages.first else { return [] }
        let texts = [
            "", ".", #""\ {"claims":[]} \n 'x' $HOME %s"#, "e\u{301} \u{1F600} \u{202E}abc \u{2028}",
            String(repeating: "and then another went to another, ", count: 200),
        ]
        return texts.map { like.with(text: $0) }
    }

    private static func readings(
        _ passages: [Passage], by extractor: any Extractor
    ) async -> [Result<PassageReading, any Error>] {
        var readings: [Result<PassageReading, any Error>] = []
        for passage in passages {
            do {
                readings.append(.success(try await extractor.read(passage)))
            } catch {
                readings.append(.failure(error))
            }
        }
        return readings
    }
}

extension ExtractorCheck.Findings {
    fileprivate mutating func add(_ promise: ExtractorCheck.Violation.Promise, _ passage: Passage? = nil) {
        let violation = ExtractorCheck.Violation(passage: passage, promise: promise)
        if !violations.contains(violation) { violations.append(violation) }
    }

    fileprivate mutating func check(
        _ first: Result<PassageReading, any Error>, _ others: [Result<PassageReading, any Error>], of passage: Passage
    ) {
        switch first {
        case .failure(let error): add(.reads("\(error)"), passage)
        case .success(let reading):
            if others.contains(where: { (try? $0.get()) != reading }) { add(.repeats, passage) }
            let text = Array(passage.text.utf8)
            for claim in reading.claims { check(claim, of: passage, text) }
            for omission in reading.omissions where !text.has(omission.quote, at: omission.start) {
                add(.omission(omission.quote), passage)
            }
            let starts = reading.claims.compactMap { $0.evidence.compactMap(\.start).min() }
            if starts != starts.sorted() { add(.order, passage) }
        }
    }

    private mutating func check(_ claim: StatedClaim, of passage: Passage, _ text: [UInt8]) {
        if claim.report != passage.report { add(.report(claim.report), passage) }
        do throws(ClaimFormatError) {
            _ = try StatedClaim(json: claim.json)
        } catch {
            add(.storable(error.reason), passage)
        }
        if claim.evidence.isEmpty { add(.quotes("\(claim.subject.text) \(claim.predicate)"), passage) }
        for evidence in claim.evidence {
            let isThere =
                if let start = evidence.start {
                    text.has(evidence.quote, at: start) && evidence.end == start + evidence.quote.utf8.count
                } else {
                    passage.text.contains(evidence.quote)
                }
            if !isThere { add(.quotation(evidence.quote), passage) }
        }
    }
}

extension [UInt8] {
    /// Whether the words stand at that byte.
    fileprivate func has(_ words: String, at start: Int) -> Bool {
        0 <= start && start <= count && self[start...].starts(with: words.utf8)
    }
}
