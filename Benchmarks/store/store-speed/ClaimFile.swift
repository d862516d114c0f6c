import FactRepository
import Facts
import Glibc
import Synchronization

/// A file of claims of which only the places are held: the claims of a report are read when its turn comes.
final class ClaimFile: Sendable {
    /// The reports, sorted.
    let names: [ReportName]
    private let places: [ReportName: [Range<Int>]]
    private let descriptor: Int32

    /// What may go wrong with a file.
    enum Failure: Error {
        case unreadable
        case notAClaim(String)
    }

    init(path: String) throws {
        descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { throw Failure.unreadable }
        var (names, places, open): ([ReportName], [ReportName: [Range<Int>]], Range<Int>?) = ([], [:], nil)
        try Self.forEachLine(of: descriptor) { line, range in
            guard let name = StatedClaim.reportName(ofPlainLine: line) else {
                throw Failure.notAClaim(String(decoding: line, as: UTF8.self))
            }
            if names.last == name, let last = open, last.upperBound == range.lowerBound {
                open = last.lowerBound..<range.upperBound
            } else {
                if let name = names.last, let open { places[name, default: []].append(open) }
                names.append(name)
                open = range
            }
        }
        if let name = names.last, let open { places[name, default: []].append(open) }
        self.names = Array(Set(names)).sorted()
        self.places = places
    }

    deinit { close(descriptor) }

    /// The claims of a report; its quotations are not looked for, as those of a table.
    func claims(of name: ReportName) -> [AnchoredClaim] {
        var claims: [AnchoredClaim] = []
        for range in places[name] ?? [] {
            for line in Self.read(descriptor, range).split(separator: UInt8(ascii: "\n")) {
                guard let stated = StatedClaim(plainLine: line) else { continue }
                let evidence = stated.evidence.map { Evidence(quote: $0.quote, anchor: .unchecked) }
                claims.append(AnchoredClaim(stated: stated, evidence: evidence))
            }
        }
        return claims
    }

    private static func forEachLine(of file: Int32, _ body: (ArraySlice<UInt8>, Range<Int>) throws -> Void) throws {
        var (start, rest): (Int, [UInt8]) = (0, [])
        while true {
            let more = read(file, start + rest.count..<start + rest.count + 1 << 20)
            if more.isEmpty { return }
            rest += more
            var position = 0
            while let end = rest[position...].firstIndex(of: UInt8(ascii: "\n")) {
                try body(rest[position..<end], start + position..<start + end + 1)
                position = end + 1
            }
            rest.removeFirst(position)
            start += position
        }
    }

    private static func read(_ file: Int32, _ range: Range<Int>) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
            count = max(0, pread(file, buffer.baseAddress, range.count, off_t(range.lowerBound)))
        }
    }
}
