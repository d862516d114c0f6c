import FactRepository
import Foundation
import Git

/// Damages one file of a story at a time, and sees that no answer is wrong and that verification names what is not harmless.
package struct DamageTrial {
    /// What is done to a file.
    package enum Damage: Hashable, Sendable {
        case flip(at: Int, by: UInt8)
        case truncate(to: Int)
        case remove
    }

    private let seed: UInt64
    private let flips: Int
    private let cuts: Int
    private let asksCommands: Commands?

    /// A trial of so many flipped bytes, and so many files cut short or removed; `commands` are asked too when they are given.
    package init(seed: UInt64, flips: Int, cuts: Int, commands: Commands? = nil) {
        self.seed = seed
        self.flips = flips
        self.cuts = cuts
        asksCommands = commands
    }

    /// Runs it.
    package func run() throws -> Tally {
        var tally = Tally()
        let good = try withFreshFolder { folder in
            try TrialStory.tell(6, at: "\(folder)/.annals")
            return try StoredFolder(at: "\(folder)/.annals")
        }
        let truth = try answers(of: good)
        var random = Draw(seed: seed)
        for number in 0..<flips + cuts {
            let file = pick(from: good, bySize: number % 2 == 0, &random)
            let damage = number < flips ? flip(good.files[file].bytes, &random) : cut(good.files[file].bytes, &random)
            guard let damage else { continue }
            try check(good.damaged(file, damage), good.files[file].path, damage, truth, &tally)
        }
        return tally
    }

    // MARK: damage

    /// A file: each as likely as any other, or each byte of all of them.
    private func pick(from folder: StoredFolder, bySize: Bool, _ random: inout Draw) -> Int {
        let full = folder.files.indices.filter { !folder.files[$0].bytes.isEmpty }
        guard bySize else { return random.pick(full) }
        var place = Int.random(in: 0..<folder.files.reduce(0) { $0 + $1.bytes.count }, using: &random)
        for (index, file) in folder.files.enumerated() {
            if place < file.bytes.count { return index }
            place -= file.bytes.count
        }
        return 0
    }

    private func flip(_ bytes: [UInt8], _ random: inout Draw) -> Damage? {
        guard !bytes.isEmpty else { return nil }
        return .flip(at: Int.random(in: bytes.indices, using: &random), by: UInt8.random(in: 1...255, using: &random))
    }

    private func cut(_ bytes: [UInt8], _ random: inout Draw) -> Damage? {
        guard !bytes.isEmpty, Bool.random(using: &random) else { return .remove }
        return .truncate(to: Int.random(in: bytes.indices, using: &random))
    }

    // MARK: answers

    /// What a whole story answers, and to the commands.
    private struct Truth {
        let names: [String]
        let answers: Answers
        let outputs: [Commands.Output]
    }

    private func answers(of good: StoredFolder) throws -> Truth {
        try withFreshFolder { folder in
            let path = "\(folder)/.annals"
            try good.write(to: path)
            let story = try FactRepository.open(at: path)
            let tip = try story.tip()
            let names = ["HEAD", "HEAD~3", "main", tip.map { String($0.hex.prefix(8)) } ?? "", "2020-02-03"]
            return Truth(
                names: names, answers: Answers(of: path, about: names),
                outputs: try asksCommands?.outputs(in: folder) ?? [])
        }
    }

    private func check(
        _ bad: StoredFolder, _ file: String, _ damage: Damage, _ truth: Truth, _ tally: inout Tally
    ) throws {
        try withFreshFolder { folder in
            let path = "\(folder)/.annals"
            try bad.write(to: path)
            let place = "\(file) \(damage)"
            let isNamed = Self.isNamed(path)
            let found = Answers(of: path, about: truth.names)
            var isHarmless = true
            for (was, now) in zip(truth.answers.all, found.all) {
                guard case .success(let answer) = was.answer else { throw Finding("\(was.question) has no answer") }
                switch now.answer {
                case .success(let other) where other != answer && was.question == Answers.unsealed:
                    // Git's log of a branch has no checksum: it lists what was done, and no fact rests on it.
                    tally.count("log of operations differs")
                case .success(let other) where other != answer:
                    isHarmless = false
                    tally.fault("\(place): a wrong answer to \(was.question)")
                case .success: break
                case .failure(let error):
                    isHarmless = false
                    if error.subject.isEmpty { tally.fault("\(place): \(was.question) names no place") }
                }
            }
            if let commands = asksCommands {
                let outputs = try commands.outputs(in: folder)
                isHarmless = commands.compare(truth.outputs, outputs, place, &tally) && isHarmless
            }
            tally.count(isNamed ? (isHarmless ? "named, harmless" : "named") : (isHarmless ? "harmless" : "unnamed"))
            if !isNamed, !isHarmless { tally.fault("\(place): verification does not name it") }
        }
    }

    /// Whether verification, or opening, says that something is wrong.
    private static func isNamed(_ path: String) -> Bool {
        guard let story = try? FactRepository.openDamaged(at: path) else { return true }
        return !story.verify().problems.isEmpty
    }
}

extension StoredFolder {
    /// The folder with one file damaged.
    func damaged(_ index: Int, _ damage: DamageTrial.Damage) -> StoredFolder {
        var bad = self
        switch damage {
        case .flip(let place, let bits): bad.files[index].bytes[place] ^= bits
        case .truncate(let length): bad.files[index].bytes.removeLast(bad.files[index].bytes.count - length)
        case .remove: bad.files.remove(at: index)
        }
        return bad
    }
}

/// Random numbers that a seed repeats (SplitMix64).
struct Draw: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// One of the choices, of which there is one at least.
    mutating func pick(_ choices: [Int]) -> Int { choices[Int.random(in: choices.indices, using: &self)] }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
