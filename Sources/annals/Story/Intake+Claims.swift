import Extraction
import FactRepository
import Facts
import Parallel
import Synchronization
import SystemPackage

extension Intake {
    /// Takes in a file of claims; `-` is standard input.
    mutating func read(claimsFile path: String, by extractor: ExtractorFingerprint?) throws {
        try add(ClaimPlaces.read(path, by: extractor), path)
    }

    /// Takes in the claims of a file, anchored in the reports that are given or were recorded before.
    ///
    /// They are read twice and not kept: now for what is refused, and when their report is recorded. So memory does not grow with
    /// the file, and what is refused is known before anything is recorded.
    mutating func add(_ file: ClaimPlaces, _ path: String) throws {
        refusals += file.problems.map { $0.sentence(in: path) }
        let given = Dictionary(recording.reports.map { ($0.record.name, $0) }) { _, last in last }
        let reader = ReportClaims(file: file, path: path, given: given, base: base)
        let names = file.reports.filter { name in
            guard recording.hasClaims(of: name) else { return true }
            refusals.append(ClaimRefusal.givenTwice(name).sentence(line: file.lines(of: name).first, in: path))
            return false
        }
        let predicates = Mutex<Set<String>>([])
        let readings = concurrentMap(names.count, grain: 8) { index in
            Result { try reader.reading(of: names[index]) }.map { reading in
                let stated = Set(reading.claims.lazy.map(\.stated.predicate))
                predicates.withLock { $0.formUnion(stated) }
                return (count: reading.claims.count, reading.refusals, reading.orphans)
            }
        }
        var counts: [ReportName: Int] = [:]
        for (name, reading) in zip(names, readings) {
            let (count, refused, orphaned) = try reading.mapError { Self.failure($0, path) }.get()
            refusals += refused
            orphans += orphaned
            // Where every claim was refused, the report's earlier claims are better than none.
            if count > 0 { counts[name] = count }
        }
        guard !counts.isEmpty else { return }
        recording.sources.append(
            ClaimSource(
                extractor: file.fingerprint, names: Set(counts.keys), predicates: predicates.withLock(\.self)
            ) { [counts] name in
                (try? reader.reading(of: name).claims).flatMap { $0.count == counts[name] ? $0 : nil }
            })
    }
}

extension Intake {
    /// What is said when claims could not be read; what the story itself could not give is said as ever.
    fileprivate static func failure(_ error: any Error, _ path: String) -> any Error {
        switch error {
        case is ClaimsChanged:
            Failure(
                message: "\(visible(path)) changed while it was read",
                hint: "run the command again; nothing was recorded"
            )
        case is Errno: Failure.unreadable(path, error)
        default: error
        }
    }
}

/// Reads the claims of one report after another in a file, and looks for their quotations.
private struct ReportClaims: Sendable {
    let file: ClaimPlaces
    let path: String
    let given: [ReportName: Report]
    let base: Snapshot

    /// What reading a report's claims came to.
    struct Reading {
        /// What is good.
        var claims: [AnchoredClaim] = []
        /// One sentence for each line or claim refused.
        var refusals: [String] = []
        /// One sentence for each claim whose quotation has no one place.
        var orphans: [String] = []
    }

    func reading(of name: ReportName) throws -> Reading {
        guard let report = try given[name] ?? recorded(name) else {
            let lines = file.lines(of: name)
            let refusal = ClaimRefusal.unknownReport(name, claims: lines.count)
            return Reading(refusals: [refusal.sentence(line: lines.first, in: path)])
        }
        let (items, problems) = try file.claims(of: name)
        let anchored = AnchoredReading(items.map(\.claim), by: file.fingerprint, in: report)
        var reading = Reading(claims: anchored.claims.claims, refusals: problems.map { $0.sentence(in: path) })
        for (index, quote) in anchored.refused {
            let refusal = ClaimRefusal.noQuotation(quote, name)
            reading.refusals.append(refusal.sentence(line: items[index].line, in: path))
        }
        for claim in reading.claims {
            guard let orphan = claim.evidence.first(where: { $0.anchor == .orphaned }) else { continue }
            reading.orphans.append(
                "\(name): it stands in several places, give its \"start\": \"\(visible(orphan.quote))\"")
        }
        return reading
    }

    private func recorded(_ name: ReportName) throws -> Report? {
        try base.record(of: name).map { (record) throws in Report(record: record, text: try base.text(of: name) ?? []) }
    }
}

extension ClaimPlaces {
    /// The claims of a file, or of standard input for `-`.
    fileprivate static func read(_ path: String, by extractor: ExtractorFingerprint?) throws -> ClaimPlaces {
        do {
            let descriptor =
                try path == "-"
                ? FileDescriptor.standardInput.duplicate() : FileDescriptor.open(FilePath(path), .readOnly)
            return try ClaimPlaces(descriptor, by: extractor)
        } catch let problem as ClaimsProblem {
            throw Failure(message: problem.sentence(in: path), hint: "correct the header line; nothing was changed")
        } catch {
            throw Failure.unreadable(path, error)
        }
    }
}
