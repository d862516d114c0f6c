import Dispatch
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

    /// Lines of one report that stand next to one another.
    private struct Run {
        let name: ReportName
        var range: Range<Int>
    }

    /// So many bytes are looked through by one thread at a time.
    private static let portion = 1 << 20

    init(path: String) throws {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { throw Failure.unreadable }
        self.descriptor = descriptor
        let size = Int(lseek(descriptor, 0, SEEK_END))
        let portions = (size + Self.portion - 1) / Self.portion
        let found = Mutex<[Result<[Run], Failure>]>(Array(repeating: .success([]), count: portions))
        DispatchQueue.concurrentPerform(iterations: portions) { index in
            let start = index * Self.portion
            let runs = Self.runs(descriptor, startingIn: start..<min(start + Self.portion, size), size)
            found.withLock { $0[index] = runs }
        }
        var places: [ReportName: [Range<Int>]] = [:]
        for result in found.withLock({ $0 }) {
            for run in try result.get() { places[run.name, default: []].append(run.range) }
        }
        self.names = places.keys.sorted()
        self.places = places
    }

    deinit { close(descriptor) }

    /// The claims of a report; its quotations are not looked for, as those of a table.
    func claims(of name: ReportName) -> [AnchoredClaim] {
        var claims: [AnchoredClaim] = []
        for range in places[name] ?? [] {
            Self.read(descriptor, range).forEachLine { line in
                guard let stated = StatedClaim(plainLine: line) else { return }
                let evidence = stated.evidence.map { Evidence(quote: $0.quote, anchor: .unchecked) }
                claims.append(AnchoredClaim(stated: stated, evidence: evidence))
            }
        }
        return claims
    }

    /// The lines that start in a part of the file.
    private static func runs(
        _ file: Int32, startingIn part: Range<Int>, _ size: Int
    ) -> Result<[Run], Failure> {
        var (runs, failure): ([Run], Failure?) = ([], nil)
        // From the byte before, so that a line that starts where the part does is seen to; and to the end of the last line.
        let first = max(0, part.lowerBound - 1)
        var (end, bytes) = (part.upperBound, read(file, first..<part.upperBound))
        while end < size, bytes.last != 0x0A {
            let more = read(file, end..<min(end + 1 << 16, size))
            let rest = more.firstIndex(of: 0x0A).map { $0 + 1 } ?? more.count
            bytes += more[..<rest]
            end += rest
            if rest < more.count { break }
        }
        var isFirst = part.lowerBound > 0
        bytes.forEachLine { line in
            defer { isFirst = false }
            guard !isFirst, failure == nil else { return }
            guard let name = StatedClaim.reportName(ofPlainLine: line) else {
                failure = .notAClaim(String(decoding: line, as: UTF8.self))
                return
            }
            let range = first + line.startIndex..<first + line.endIndex + 1
            if let last = runs.last, last.name == name, last.range.upperBound == range.lowerBound {
                runs[runs.count - 1].range = last.range.lowerBound..<range.upperBound
            } else {
                runs.append(Run(name: name, range: range))
            }
        }
        return failure.map { .failure($0) } ?? .success(runs)
    }

    private static func read(_ file: Int32, _ range: Range<Int>) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
            count = max(0, pread(file, buffer.baseAddress, range.count, off_t(range.lowerBound)))
        }
    }
}

extension [UInt8] {
    /// Hands over the lines, without their ends, one by one.
    fileprivate func forEachLine(_ body: (ArraySlice<UInt8>) -> Void) {
        var start = 0
        while start < count {
            let end = self[start...].withUnsafeBytes { rest in
                rest.baseAddress.flatMap { base in memchr(base, 0x0A, rest.count).map { UnsafeRawPointer($0) - base } }
            }
            let next = end.map { start + $0 } ?? count
            body(self[start..<next])
            start = next + 1
        }
    }
}
