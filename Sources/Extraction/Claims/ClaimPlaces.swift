package import Facts
package import SystemPackage

/// The claims of a `claims/1` file of which only the places are held, so that memory does not grow with the file: those of a
/// report are read when its turn comes.
///
/// A line is known by the report that it names; whether it is a claim is seen when it is read.
package final class ClaimPlaces: Sendable {
    /// What made the claims; ``ExtractorFingerprint/unnamed`` when the file does not say.
    package let fingerprint: ExtractorFingerprint
    /// The lines that name no report.
    package let problems: [ClaimsProblem]
    private let bytes: Bytes
    private let runs: [ReportName: [Run]]

    /// Where the lines are read again.
    private enum Bytes {
        case memory([UInt8])
        /// A file that is closed with this, from a byte on.
        case file(FileDescriptor, from: Int64)
    }

    /// Lines of one report that stand next to one another.
    private struct Run {
        /// The number of the first, from 1.
        let line: Int
        var count: Int
        var range: Range<Int>
    }

    /// Looks through a file, which it closes when it is no longer needed; what cannot be read again, such as a pipe, is kept.
    ///
    /// - Parameter fingerprint: takes the place of the one in the file.
    /// - Throws: an `Errno` when the file cannot be read, ``ClaimsProblem`` when it is not a `claims/1` file at all.
    package convenience init(_ file: FileDescriptor, by fingerprint: ExtractorFingerprint? = nil) throws {
        do {
            if let start = try? file.seek(offset: 0, from: .current) {
                try self.init(.file(file, from: start), LineReader(file), fingerprint)
            } else {
                try self.init(try Self.all(of: file), by: fingerprint)
                try? file.close()
            }
        } catch {
            try? file.close()
            throw error
        }
    }

    /// Looks through the bytes of a file.
    package convenience init(_ bytes: [UInt8], by fingerprint: ExtractorFingerprint? = nil) throws {
        try self.init(.memory(bytes), LineReader(bytes), fingerprint)
    }

    private init(_ bytes: Bytes, _ lines: LineReader, _ fingerprint: ExtractorFingerprint?) throws {
        var reader = ClaimsReader(lines)
        var (runs, problems): ([ReportName: [Run]], [ClaimsProblem]) = ([:], [])
        var last: (name: ReportName, run: Run)?
        while let item = try reader.nextPlace() {
            switch item {
            case .problem(let problem): problems.append(problem)
            case .claim(let name, let line, let range):
                if let (known, run) = last, known == name, run.range.upperBound == range.lowerBound {
                    last?.run.range = run.range.lowerBound..<range.upperBound
                    last?.run.count += 1
                } else {
                    if let (known, run) = last { runs[known, default: []].append(run) }
                    last = (name, Run(line: line, count: 1, range: range))
                }
            }
        }
        if let (known, run) = last { runs[known, default: []].append(run) }
        self.bytes = bytes
        self.fingerprint = fingerprint ?? reader.extractor ?? .unnamed
        (self.runs, self.problems) = (runs, problems)
    }

    deinit {
        if case .file(let file, _) = bytes { try? file.close() }
    }

    /// The reports that lines name, sorted.
    package var reports: [ReportName] { runs.keys.sorted() }

    /// The number of the first line that names a report, and how many do.
    package func lines(of report: ReportName) -> (first: Int, count: Int) {
        let own = runs[report] ?? []
        return (own.first?.line ?? 0, own.reduce(0) { $0 + $1.count })
    }

    /// The claims of a report with their lines, and the lines that are none; several threads ask at the same time.
    ///
    /// - Throws: an `Errno` when the file cannot be read again, ``ClaimsChanged`` when it is not what it was.
    package func claims(
        of report: ReportName
    ) throws -> (claims: [(line: Int, claim: StatedClaim)], problems: [ClaimsProblem]) {
        var (claims, problems): ([(line: Int, claim: StatedClaim)], [ClaimsProblem]) = ([], [])
        for run in runs[report] ?? [] {
            var reader = ClaimsReader(LineReader(try read(run.range)), from: run.line)
            while let item = try reader.next() {
                switch item {
                case .claim(let claim, let line) where claim.report == report: claims.append((line, claim))
                case .claim: throw ClaimsChanged()
                case .problem(let problem): problems.append(problem)
                }
            }
        }
        return (claims, problems)
    }

    private func read(_ range: Range<Int>) throws -> [UInt8] {
        switch bytes {
        case .memory(let all): return Array(all[range])
        case .file(let file, let start):
            return try [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
                while count < range.count {
                    let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
                    let read = try file.read(fromAbsoluteOffset: start + Int64(range.lowerBound + count), into: rest)
                    guard read > 0 else { break }
                    count += read
                }
            }
        }
    }

    private static func all(of file: FileDescriptor) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let part = try [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
                count = try file.read(into: UnsafeMutableRawBufferPointer(buffer))
            }
            if part.isEmpty { return bytes }
            bytes += part
        }
    }
}

/// A file of claims changed while it was read.
package struct ClaimsChanged: Error {}
