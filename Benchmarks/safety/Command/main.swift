import Foundation
import Git
import SafetyTrials

// The trials of safety, one a word: `safety kill 500`. Prints `trial measure value` lines; exits with 1 on any fault.
let words = Array(CommandLine.arguments.dropFirst())
let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path()

func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

func number(_ index: Int, _ standard: Int) -> Int { words.count > index ? Int(words[index]) ?? standard : standard }

func tell(_ trial: String, _ tally: Tally) -> Bool {
    for line in tally.lines(of: trial) { say(line) }
    return tally.faults.isEmpty
}

func crash() throws -> Bool {
    var isGood = true
    for work in CrashTrial.Work.allCases {
        let tally = try CrashTrial(work, draws: number(1, 8), share: number(2, 1)).run()
        isGood = tell("crash \(work)", tally) && isGood
    }
    // The same without a call that brings bytes to the disk: a trial that finds nothing then would find nothing ever.
    let careless = try CrashTrial(.record, draws: 0, share: number(2, 1), trustsSynchronization: false).run()
    say("crash without synchronization, faults found \(careless.faults.count)")
    return isGood && !careless.faults.isEmpty
}

func faults() throws -> Bool {
    var isGood = true
    for error in FaultTrial.errors {
        for isLasting in [false, true] {
            let tally = try FaultTrial(error, isLasting: isLasting, share: number(1, 1)).run()
            isGood = tell("faults \(error.name)\(isLasting ? " lasting" : "")", tally) && isGood
        }
    }
    return isGood
}

func damage() throws -> Bool {
    let commands = words.count > 3 ? Commands(program: words[3]) : nil
    let trial = DamageTrial(seed: 7, flips: number(1, 2000), cuts: number(2, 200), commands: commands)
    return tell("damage", try trial.run())
}

func writers() throws -> Bool {
    var isGood = true
    for count in [2, 4] {
        let tally = try WriterTrial(program: program, writers: count, revisions: number(1, 1000)).run()
        isGood = tell("writers \(count)", tally) && isGood
    }
    return isGood
}

do {
    var isGood = true
    switch words.first {
    case "crash": isGood = try crash()
    case "faults": isGood = try faults()
    case "damage": isGood = try damage()
    case "writers": isGood = try writers()
    case "kill":
        isGood = tell("kill", try KillTrial(program: program, kills: number(1, 500), seed: UInt64(number(2, 3))).run())
    case "write" where words.count > 3:
        try Writer.write(at: words[1], as: words[2], from: number(3, 1), count: words.count > 4 ? number(4, 1) : nil)
    case "tell" where words.count > 2: try Writer.tell(number(1, 1), at: words[2])
    case "check" where words.count > 1:
        for line in try Writer.check(words[1]) { say(line) }
    case "read" where words.count > 1:
        let over = words[1] + "/over"
        say("\(try Writer.read(at: words[1]) { FileManager.default.fileExists(atPath: over) })")
    case "pack" where words.count > 1:
        let over = words[1] + "/over"
        say("\(try Writer.pack(words[1]) { FileManager.default.fileExists(atPath: over) })")
    default:
        say(
            "usage: safety crash [DRAWS [SHARE]] | faults [SHARE] | damage [FLIPS [CUTS [ANNALS]]] | writers [REVISIONS] | kill [KILLS [SEED]]"
        )
        exit(64)
    }
    exit(isGood ? 0 : 1)
} catch {
    FileHandle.standardError.write(Data("error: \(error)\n".utf8))
    exit(2)
}
