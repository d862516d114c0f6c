import Facts
import Glibc

/// A stored claim as its canonical line, with what decides where it stands: so that a bucket can be put together without reading
/// what its claims say.
struct ClaimLine: Sendable {
    let fact: FactID
    let claim: ClaimID
    /// The line without its line feed.
    let bytes: ArraySlice<UInt8>
    /// Whether the claim denies; `nil` when the line tells.
    private let isDenial: Bool?

    init(fact: FactID, claim: ClaimID, bytes: ArraySlice<UInt8>, isDenial: Bool? = nil) {
        self.fact = fact
        self.claim = claim
        self.bytes = bytes
        self.isDenial = isDenial
    }

    init(_ claim: Claim) {
        self.init(
            fact: claim.fact, claim: claim.id, bytes: claim.line[...], isDenial: claim.polarity == .denied)
    }

    /// The line of a stored claim in whatever form it stands; `nil` when it is none, as far as its ids tell.
    init?(stored: ArraySlice<UInt8>) {
        if let ids = LineScanner.ids(in: stored) {
            self.init(fact: ids.fact, claim: ids.claim, bytes: stored)
            return
        }
        guard let claim = Claim(line: stored) else { return nil }
        self.init(fact: claim.fact, claim: claim.id, bytes: stored)
    }

    /// Whether the claim denies; so it is taken where the line is no claim.
    var denies: Bool {
        // A denial names its polarity, but so may a word of any other claim.
        isDenial ?? (Self.polarity.firstPlace(in: bytes) != nil && Claim(line: bytes)?.polarity != .affirmed)
    }

    private static let polarity = BytePattern(Array("\"polarity\"".utf8))

    /// The report that makes the claim; `nil` when the line is not a stored claim.
    var report: ReportName? {
        LineScanner.report(in: bytes).flatMap { ReportName($0) } ?? Claim(line: bytes)?.report
    }

    /// The same line with bytes of its own, so that the bucket it came from need not be kept.
    var copy: ClaimLine { ClaimLine(fact: fact, claim: claim, bytes: Array(bytes)[...], isDenial: isDenial) }

    /// The same line, for certain in canonical form.
    var canonical: ClaimLine { Claim(line: bytes).map(ClaimLine.init) ?? self }

    /// The order of ``Claim/precedes(_:_:)``.
    static func precedes(_ a: ClaimLine, _ b: ClaimLine) -> Bool {
        if a.fact != b.fact { return a.fact < b.fact }
        if a.claim != b.claim { return a.claim < b.claim }
        guard let left = Claim(line: a.bytes), let right = Claim(line: b.bytes) else {
            return a.bytes.lexicographicallyPrecedes(b.bytes)
        }
        return Claim.precedes(left, right)
    }
}

extension ClaimLine: Hashable {
    static func == (a: ClaimLine, b: ClaimLine) -> Bool {
        a.claim == b.claim && a.fact == b.fact && a.bytes.isSameMemory(as: b.bytes)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(fact)
        hasher.combine(claim)
    }
}

extension RandomAccessCollection<ClaimLine> where SubSequence: RandomAccessCollection<ClaimLine> {
    /// How many facts sorted lines are about, counted up to a limit.
    func factCount(upTo limit: Int) -> Int {
        var (count, last): (Int, FactID?) = (0, nil)
        for line in self where line.fact != last {
            count += 1
            last = line.fact
            if count == limit { break }
        }
        return count
    }

    /// Whether one of the claims denies.
    var denies: Bool { contains(where: \.denies) }

    /// The bytes of a bucket with these lines.
    var bucketBytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(reduce(0) { $0 + $1.bytes.count + 1 })
        for line in self {
            bytes += line.bytes
            bytes.append(0x0A)
        }
        return bytes
    }
}

extension ArraySlice<UInt8> {
    /// Whether the bytes are the same, compared as blocks of memory.
    func isSameMemory(as other: ArraySlice<UInt8>) -> Bool {
        count == other.count
            && withUnsafeBytes { left in
                other.withUnsafeBytes { right in
                    guard let a = left.baseAddress, let b = right.baseAddress else { return true }
                    return memcmp(a, b, left.count) == 0
                }
            }
    }
}
