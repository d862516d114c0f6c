import Foundation

/// Tries the laws on as many generated cases as COUNT, in batches that share a pool of claims.
///
///     law-cases COUNT
///
/// Prints cases, checks and violations; exit status 1 when a law is violated.
guard CommandLine.arguments.count == 2, let count = Int(CommandLine.arguments[1]), count > 0 else {
    print("usage: law-cases COUNT")
    exit(64)
}

let start = ContinuousClock.now
let tally = try await LawBatch.tally(of: count)
print(tally.lines.joined(separator: "\n"))
print("laws seconds \((ContinuousClock.now - start).components.seconds)")
exit(tally.violations.isEmpty ? 0 : 1)
