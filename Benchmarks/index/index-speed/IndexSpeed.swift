import FactIndex
import FactRepository
import Facts
import Git
import Glibc

/// Times what the index of a story does, inside one process: `index-speed STORY`, where STORY is a folder with `.annals`.
///
/// Prints `name measure value` lines. The story's own index is left as it is.
@main struct IndexSpeed {
    static func main() throws {
        guard let folder = CommandLine.arguments.dropFirst().first else {
            print("usage: index-speed STORY")
            return
        }
        let story = try FactRepository.open(at: "\(folder)/\(FactRepository.folderName)")
        guard let tip = try story.tip() else { return }
        let index = try FactIndex.temporary(of: story)
        let processor = processorMilliseconds
        let build = try ContinuousClock().measure { try index.update(to: tip) }
        let size = try index.size()
        report("build", "revisions", "\(size.revisions)")
        report("build", "claims", "\(size.claims)")
        report("build", "seconds", seconds(build))
        report("build", "processor-milliseconds", "\(processorMilliseconds - processor)")
        try measureBlame(index, size.revisions)
        try measureHistory(index, story, tip)
        let words = try ContinuousClock().measure {
            _ = try index.claims(saying: WordQuery(["a"]), upTo: size.revisions, limit: 50)
        }
        report("search", "milliseconds", milliseconds(words))
    }

    private static func measureBlame(_ index: FactIndex, _ last: Int) throws {
        var facts: [BlamedFact] = []
        let time = try ContinuousClock().measure { facts = try index.blame(at: last) }
        report("blame", "facts", "\(facts.count)")
        report("blame", "seconds", seconds(time))
    }

    /// The history of the fact that changed most often, by look-up and by walking.
    private static func measureHistory(_ index: FactIndex, _ story: FactRepository, _ tip: ObjectID) throws {
        guard let fact = try index.mostChangedFact() else { return }
        var times: [Duration] = []
        var found = 0
        for _ in 0..<15 {
            times.append(
                try ContinuousClock().measure { found = try index.history(of: fact, upTo: tip)?.count ?? 0 })
        }
        var walked = 0
        let walk = try ContinuousClock().measure { walked = try story.history(of: fact, from: tip).count }
        report("history", "fact", fact.letters)
        report("history", "steps", "\(found)")
        report("history", "milliseconds", milliseconds(times.sorted()[times.count / 2]))
        report("history", "walk-steps", "\(walked)")
        report("history", "walk-milliseconds", milliseconds(walk))
    }

    /// What all threads of this process have taken of the processors.
    private static var processorMilliseconds: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let (user, system) = (usage.ru_utime, usage.ru_stime)
        return (user.tv_sec + system.tv_sec) * 1000 + Int(user.tv_usec + system.tv_usec) / 1000
    }

    private static func report(_ name: String, _ measure: String, _ value: String) { print(name, measure, value) }
    private static func seconds(_ time: Duration) -> String { milliseconds(time / 1000) }

    private static func milliseconds(_ time: Duration) -> String {
        let thousandths =
            Int(time.components.seconds) * 1_000_000 + Int(time.components.attoseconds / 1_000_000_000_000)
        let digits = "\(thousandths % 1000)"
        return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
    }
}
