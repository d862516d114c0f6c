import Facts
import Git

/// A bucket read line by line; a line that is known already is not read again.
struct CheckedBucket {
    /// A line of a bucket.
    struct Line {
        /// The name under which ``SoundLines`` knows it.
        let key: ObjectID
        let bytes: ArraySlice<UInt8>
        let fact: FactID
        let id: ClaimID
        let report: ReportName
        /// `nil` of a line that is known to be a stored claim in canonical form.
        let claim: Claim?
    }

    let lines: [Line]
    private let bytes: [UInt8]
    private let place: BucketPlace

    /// Reads the bytes of the bucket at a place.
    init(_ bytes: [UInt8], _ place: BucketPlace, _ known: SoundLines) throws(RepositoryError) {
        var lines: [Line] = []
        try Bucket.readLines(of: bytes, bytes.indices, place) { bytes in
            guard let line = Line(bytes, known) else { return nil }
            lines.append(line)
            return line.fact
        }
        (self.lines, self.bytes, self.place) = (lines, bytes, place)
    }

    /// Whether a claim in it denies.
    var denies: Bool { lines.map { ClaimLine(fact: $0.fact, claim: $0.id, bytes: $0.bytes) }.denies }

    /// How many facts it holds.
    var factCount: Int { Set(lines.map(\.fact)).count }

    /// Whether it is in canonical form and order.
    func isCanonical() throws(RepositoryError) -> Bool {
        let isInOrder = zip(lines, lines.dropFirst()).allSatisfy { ($0.fact, $0.id) < ($1.fact, $1.id) }
        if isInOrder, lines.allSatisfy(\.isCanonical) { return true }
        return try Bucket(parsing: bytes, place).bytes == bytes
    }
}

extension CheckedBucket.Line {
    /// - Returns: `nil` when the line is not a stored claim.
    fileprivate init?(_ bytes: ArraySlice<UInt8>, _ known: SoundLines) {
        let key = SoundLines.key(of: bytes)
        if known.isClaim(key), let ids = LineScanner.ids(in: bytes),
            let report = LineScanner.report(in: bytes).flatMap({ ReportName($0) })
        {
            self.init(key: key, bytes: bytes, fact: ids.fact, id: ids.claim, report: report, claim: nil)
        } else {
            guard let claim = Claim(line: bytes) else { return nil }
            self.init(key: key, bytes: bytes, fact: claim.fact, id: claim.id, report: claim.report, claim: claim)
        }
    }

    /// Whether it is the line that its claim is stored as.
    var isCanonical: Bool { claim.map { $0.line[...] == bytes } ?? true }

    /// The claim, read now where the line was known; `nil` never, as far as what is known is true.
    var statedClaim: Claim? { claim ?? Claim(line: bytes) }
}
