/// How often an answer was given for each gold one.
struct Tally {
    private var counts: [Bool: [Bool: Int]] = [:]

    mutating func add(gold: Bool, answer: Bool) { counts[gold, default: [:]][answer, default: 0] += 1 }

    private func count(_ gold: Bool, _ answer: Bool) -> Int { counts[gold]?[answer] ?? 0 }

    /// Prints `name measure value` lines: accuracy, and what was taken for what.
    func report(_ name: String) {
        let right = count(true, true) + count(false, false)
        let all = right + count(true, false) + count(false, true)
        guard all > 0 else { return }
        print("\(name) accuracy \(Self.thousandths(right, of: all)) (\(right) of \(all))")
        print(
            "\(name) confusion true-positive \(count(true, true)) false-positive \(count(false, true)) "
                + "false-negative \(count(true, false)) true-negative \(count(false, false))")
    }

    private static func thousandths(_ part: Int, of whole: Int) -> String {
        let rounded = (2000 * part + whole) / (2 * whole)
        let digits = String(rounded % 1000)
        return "\(rounded / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
    }
}
