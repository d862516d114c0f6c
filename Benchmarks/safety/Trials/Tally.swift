/// What a trial came to: counts by name, and each thing that went wrong.
package struct Tally: Sendable {
    /// Counts in the order in which they were first named.
    package private(set) var counts: [(name: String, count: Int)] = []
    /// What went wrong, a sentence each; a trial that went well has none.
    package private(set) var faults: [String] = []

    /// Nothing yet.
    package init() {}

    /// How often something was counted.
    package subscript(name: String) -> Int { counts.first { $0.name == name }?.count ?? 0 }

    /// Counts something.
    mutating func count(_ name: String, _ number: Int = 1) {
        if let index = counts.firstIndex(where: { $0.name == name }) {
            counts[index].count += number
        } else {
            counts.append((name, number))
        }
    }

    /// Notes what went wrong.
    mutating func fault(_ sentence: String) {
        count("faults")
        faults.append(sentence)
    }

    /// Adds what another trial came to.
    mutating func add(_ other: Tally) {
        for (name, number) in other.counts { count(name, number) }
        faults += other.faults
    }

    /// A line a count, `trial name number`, then a line for each of the first faults.
    package func lines(of trial: String) -> [String] {
        counts.map { "\(trial) \($0.name) \($0.count)" } + faults.prefix(40).map { "\(trial) fault: \($0)" }
    }
}
