import FactDiff
import Foundation

/// Counts how many compatible pairs of claims are told as contradicted or disputed, and how many contradictions are told.
///
///     compatible-pairs [--wrong]
///
/// Exit status 1 when one pair is told wrongly.
let isListing = CommandLine.arguments.contains("--wrong")
let desk = try PairDesk()
var wrong: [String] = []

for suite in ClaimPair.compatibleSuites {
    let told = try suite.pairs.map { try desk.accusations(of: $0) }
    let (contradicted, disputed) = (told.count { $0.contains(.contradicted) }, told.count { $0.contains(.disputed) })
    print("false-contradictions \(suite.name) \(suite.pairs.count) \(contradicted) \(disputed)")
    wrong += zip(suite.pairs, told).filter { !$0.1.isEmpty }.map { "\(suite.name): \($0.0)" }
}

let clashes = ClaimPair.contradictions
let missed = try clashes.filter { try !desk.accusations(of: $0).contains(.contradicted) }
print("contradictions \(clashes.count) \(clashes.count - missed.count)")
wrong += missed.map { "missed: \($0)" }
if isListing { print(wrong.joined(separator: "\n")) }
exit(wrong.isEmpty ? 0 : 1)
