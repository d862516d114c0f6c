import Facts
import Parallel

/// The claims of some facts as one file: one canonical JSON line a claim, in the order of ``Claim/precedes(_:_:)``.
struct Bucket {
    /// The facts, sorted by id.
    let facts: [Fact]

    init(facts: [Fact]) { self.facts = facts }

    /// Reads the bytes of the bucket at a place.
    init(parsing bytes: [UInt8], _ place: BucketPlace) throws(RepositoryError) {
        var claims: [Claim] = []
        try Bucket.readLines(of: bytes, bytes.indices, place) { line in
            guard let claim = Claim(line: line) else { return nil }
            claims.append(claim)
            return claim.fact
        }
        facts = Bucket.facts(of: claims[...])
    }

    /// The facts in the bytes of a bucket that `isWanted`, sorted by id; the claims of others are not read.
    static func facts(
        in bytes: [UInt8], _ place: BucketPlace, where isWanted: (FactID) -> Bool
    ) throws(RepositoryError) -> [Fact] {
        var claims: [Claim] = []
        try readLines(of: bytes, bytes.indices, place) { line in
            if let fact = LineScanner.ids(in: line)?.fact, !isWanted(fact) { return fact }
            guard let claim = Claim(line: line) else { return nil }
            if isWanted(claim.fact) { claims.append(claim) }
            return claim.fact
        }
        return facts(of: claims[...])
    }

    /// The bytes of the bucket.
    var bytes: [UInt8] {
        var output: [UInt8] = []
        for claim in facts.flatMap(\.claims) {
            output += claim.line
            output.append(0x0A)
        }
        return output
    }

    /// The lines of the bucket at a place, in order.
    ///
    /// Of each the ids are read; it need not be in canonical form.
    static func lines(of bytes: [UInt8], _ place: BucketPlace) throws(RepositoryError) -> [ClaimLine] {
        try lines(of: bytes, bytes.indices, place)
    }

    /// The lines in a part of a bucket that starts and ends where lines do, in order.
    static func lines(
        of bytes: [UInt8], _ part: Range<Int>, _ place: BucketPlace
    ) throws(RepositoryError) -> [ClaimLine] {
        var lines: [ClaimLine] = []
        try readLines(of: bytes, part, place) { bytes in
            guard let line = ClaimLine(stored: bytes) else { return nil }
            lines.append(line)
            return line.fact
        }
        let isSorted = zip(lines, lines.dropFirst()).allSatisfy { !ClaimLine.precedes($1, $0) }
        return isSorted ? lines : lines.sorted(by: ClaimLine.precedes)
    }

    /// Hands over line by line; `read` says which fact a line is about, `nil` when it is not a stored claim.
    static func readLines(
        of bytes: [UInt8], _ part: Range<Int>, _ place: BucketPlace, _ read: (ArraySlice<UInt8>) -> FactID?
    ) throws(RepositoryError) {
        func damaged(_ what: String) -> RepositoryError {
            RepositoryError(.damaged(what), place.path)
        }
        func damaged(_ what: String, at start: Int) -> RepositoryError {
            damaged("line \(bytes[..<start].count { $0 == 0x0A } + 1) \(what)")
        }
        guard bytes.last == 0x0A else { throw damaged("it is cut short") }
        var start = part.lowerBound
        while start < part.upperBound, let end = bytes.firstPlace(of: 0x0A, from: start) {
            guard let fact = read(bytes[start..<end]) else { throw damaged("is not a stored claim", at: start) }
            guard place.region.contains(fact) else { throw damaged("belongs into another bucket", at: start) }
            start = end + 1
        }
    }

    /// The facts of stored lines, which are in order unless somebody else wrote them; sorted by id.
    static func facts(of lines: [ClaimLine]) throws(RepositoryError) -> [Fact] { facts(of: try claims(of: lines)[...]) }

    /// The same for the lines of two versions.
    static func facts(
        of before: [ClaimLine], and after: [ClaimLine]
    ) throws(RepositoryError) -> (before: [Fact], after: [Fact]) {
        let claims = try claims(of: before + after)
        return (facts(of: claims[..<before.count]), facts(of: claims[before.count...]))
    }

    private static func claims(of lines: [ClaimLine]) throws(RepositoryError) -> [Claim] {
        try concurrentMap(lines.count, grain: 24) { (index) throws(RepositoryError) in
            guard let claim = Claim(line: lines[index].bytes) else {
                throw RepositoryError(
                    .damaged("it has a line that is not a stored claim"), "fact \(lines[index].fact)")
            }
            return claim
        }
    }

    /// The facts of claims, which are in order unless somebody else wrote them.
    private static func facts(of claims: ArraySlice<Claim>) -> [Fact] {
        guard zip(claims, claims.dropFirst()).allSatisfy({ $0.fact <= $1.fact }) else {
            return Dictionary(grouping: claims, by: \.fact).compactMap { Fact(id: $0.key, claims: $0.value) }
                .sorted { $0.id < $1.id }
        }
        var facts: [Fact] = []
        var rest = claims
        while let first = rest.first {
            let end = rest.firstIndex { $0.fact != first.fact } ?? rest.endIndex
            if let fact = Fact(id: first.fact, claims: Array(rest[..<end])) { facts.append(fact) }
            rest = rest[end...]
        }
        return facts
    }
}
