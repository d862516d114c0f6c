import FactDiff
import FactIndex
import FactRepository
import Facts
import Foundation
import Git

/// A table of 110,000 rows through 804 revisions, each of which edits 1,000 past values and adds 160 rows, as a story.
///
///     table-speed record REPOSITORY FILES [REVISIONS]   records it, and writes each revision's table to FILES/N.csv for git
///     table-speed ask REPOSITORY                        compares revisions, and looks up a cell's history
///
/// Ten rows are a report, so that an edit brings in what stands near it. Prints `name measure value` lines.
let arguments = Array(CommandLine.arguments.dropFirst())
switch (arguments.first, arguments.count) {
case ("record", 3...4):
    try record(arguments[1], files: arguments[2], revisions: arguments.count > 3 ? Int(arguments[3]) ?? 804 : 804)
case ("ask", 2): try ask(arguments[1])
default: print("usage: table-speed record REPOSITORY FILES [REVISIONS] | ask REPOSITORY")
}

func record(_ path: String, files: String, revisions: Int) throws {
    let story = try FactRepository.create(at: path, vocabulary: Table.vocabulary, by: author(0))
    var table = Table(rows: 110_000)
    var (seconds, processor, first) = (0.0, 0.0, 0.0)
    for revision in 1...revisions {
        let touched = revision == 1 ? Array(0..<table.reports) : table.revise(edits: 1000, additions: 160)
        if revision == 1 || revision % 100 == 0 || revision == revisions {
            print("table revision \(revision) seconds \(seconds)")
        }
        try table.csv.write(toFile: "\(files)/\(revision).csv", atomically: false, encoding: .utf8)
        let recording = table.recording(of: touched)
        let (start, used) = (ContinuousClock.now, processorSeconds())
        _ = try story.record(recording, by: author(revision))
        seconds += Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000
        processor += processorSeconds() - used
        if revision == 1 { first = processor }
    }
    print("table revisions \(revisions)")
    print("table rows \(table.values.count)")
    print("table record-seconds \(seconds)")
    print("table record-processor-seconds \(processor) first \(first)")
}

/// What this process has had of the processors so far.
func processorSeconds() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let (user, system) = (usage.ru_utime, usage.ru_stime)
    return Double(user.tv_sec + system.tv_sec) + Double(user.tv_usec + system.tv_usec) * 1e-6
}

func ask(_ path: String) throws {
    let story = try FactRepository.open(at: path)
    guard let tip = try story.tip() else { return }
    let log = try story.log(from: tip)
    var (slowest, changes) = (0.0, 0)
    for (before, after) in [(1, 0), (10, 0), (100, 0), (200, 100)] where log.count > before {
        let time = try ContinuousClock().measure {
            let (old, new) = (try story.resolve(log[before].id), try story.resolve(log[after].id))
            changes = try story.changes(from: story.snapshot(old), to: story.snapshot(new)).changes.count
        }
        print("table diff-\(before)-\(after)-milliseconds \(time / .milliseconds(1)) changes \(changes)")
        slowest = max(slowest, time / .milliseconds(1))
    }
    let index = try FactIndex.temporary(of: story)
    let build = try ContinuousClock().measure { try index.update(to: tip) }
    print("table index-seconds \(build / .seconds(1))")
    guard let fact = try index.mostChangedFact() else { return }
    var steps = 0
    let time = try ContinuousClock().measure { steps = try index.history(of: fact, upTo: tip)?.count ?? 0 }
    print("table cell-history-milliseconds \(time / .milliseconds(1)) steps \(steps)")
}

func author(_ day: Int) -> Author {
    Author(name: "Desk", email: "desk@example.com", seconds: 1_600_000_000 + 86_400 * day)
}

/// Counts by county and day.
struct Table {
    static let vocabulary = """
        format: vocabulary/1
        predicates:
          - {id: has-count, label: has count, kind: state, single-valued: true, key: day, roles: {object: {type: quantity}, day: {type: text}}}
        """

    static let rowsPerReport = 10
    private(set) var values: [Int]
    private var random = SystemNumbers(state: 42)

    init(rows: Int) { values = (0..<rows).map { $0 * 7919 % 50_000 } }

    var reports: Int { (values.count + Self.rowsPerReport - 1) / Self.rowsPerReport }

    /// Edits and adds rows; returns the reports that they stand in.
    mutating func revise(edits: Int, additions: Int) -> [Int] {
        var touched: Set<Int> = []
        for _ in 0..<edits {
            let row = Int(random.next() % UInt64(values.count))
            values[row] += 1 + Int(random.next() % 50)
            touched.insert(row / Self.rowsPerReport)
        }
        for _ in 0..<additions {
            touched.insert(values.count / Self.rowsPerReport)
            values.append(Int(random.next() % 50_000))
        }
        return touched.sorted()
    }

    func recording(of touched: [Int]) -> Recording {
        var recording = Recording()
        for report in touched {
            guard let name = ReportName("part-\(report)") else { continue }
            recording.reports.append(Report(record: ReportRecord(name: name, text: []), text: []))
            let rows = report * Self.rowsPerReport..<min((report + 1) * Self.rowsPerReport, values.count)
            recording.claims[name] = ReadClaims(
                extractor: .unnamed, claims: rows.map { AnchoredClaim(stated: claim($0, name), evidence: []) })
        }
        return recording
    }

    private func claim(_ row: Int, _ report: ReportName) -> StatedClaim {
        var claim = StatedClaim(report: report, subject: .entity("County \(row % 3100)"), predicate: "has count")
        claim.object = .plain("\(values[row])")
        claim.arguments = ["day": .text("day \(row / 3100)")]
        return claim
    }

    /// The table as people keep it in git.
    var csv: String {
        values.indices.map { "County \($0 % 3100),day \($0 / 3100),\(values[$0])\n" }.joined()
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers everywhere.
struct SystemNumbers {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
