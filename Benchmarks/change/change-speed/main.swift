import Foundation
import FactDiff
import Facts

/// Compares two generated sets of facts of which one in a hundred differs, and writes the same facts for others to compare.
///
///     change-speed COUNT ROUNDS [FOLDER]
///
/// Prints the median of the rounds in seconds and the number of changes. With FOLDER, before.jsonl and after.jsonl get the claims of
/// both sides (claims/1) in the order of their facts.
let arguments = CommandLine.arguments
guard arguments.count >= 3, let count = Int(arguments[1]), let rounds = Int(arguments[2]), count > 0, rounds > 0 else {
    print("usage: change-speed COUNT ROUNDS [FOLDER]")
    exit(64)
}

let tables = try GeneratedTables(count: count)
if arguments.count > 3 { try tables.write(to: arguments[3]) }
let (before, after) = tables.sides
let clock = ContinuousClock()
var changes = 0
let times = (0..<rounds).map { _ in
    clock.measure { changes = ChangeSet(from: before, to: after).changes.count }
}.sorted()
let median = times[times.count / 2].components
print("seconds \(Double(median.seconds) + Double(median.attoseconds) * 1e-18)")
print("changes \(changes)")
