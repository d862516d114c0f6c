import Foundation
import FactDiff
import Facts

/// Compares two generated sets of facts of which one in a hundred differs, and writes the same facts for others to compare.
///
///     change-speed COUNT ROUNDS [FOLDER]
///
/// Prints the median of the rounds in seconds, by the clock and of all processors together, and the number of changes. With FOLDER,
/// before.jsonl and after.jsonl get the claims of both sides (claims/1) in the order of their facts.
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
let measured = (0..<rounds).map { _ in
    let begin = processorSeconds()
    let time = clock.measure { changes = ChangeSet(from: before, to: after).changes.count }
    return (time: time, processor: processorSeconds() - begin)
}
let time = measured.map(\.time).sorted()[rounds / 2].components
print("seconds \(Double(time.seconds) + Double(time.attoseconds) * 1e-18)")
print("processor-seconds \(measured.map(\.processor).sorted()[rounds / 2])")
print("changes \(changes)")

/// What this process has used of all processors together.
func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
