import Foundation

/// Tries the laws on as many generated cases as COUNT, in batches that share a pool of claims.
///
///     law-cases COUNT [FIRST]
///
/// FIRST is the number of the first pool, from 0: what was violated in one pool is found again by trying 4,000 cases from there.
/// Prints cases, checks and violations; exit status 1 when a law is violated.
let numbers = CommandLine.arguments.dropFirst().map { UInt64($0) ?? 0 }
guard let count = numbers.first, count > 0, count <= 1 << 40, numbers.count <= 2 else {
    print("usage: law-cases COUNT [FIRST]")
    exit(64)
}

let start = ContinuousClock.now
let tally = try await LawBatch.tally(of: Int(count), from: numbers.dropFirst().first ?? 0)
print(tally.lines.joined(separator: "\n"))
print("laws seconds \((ContinuousClock.now - start).components.seconds)")
exit(tally.violations.isEmpty ? 0 : 1)
