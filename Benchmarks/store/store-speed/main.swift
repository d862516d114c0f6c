import FactDiff
import FactRepository
import Facts
import Foundation
import Git

/// The store's side of the benchmarks; what runs beside it stands in `run`.
///
///     store-speed generate COUNT FILE                 writes COUNT claims (claims/1)
///     store-speed record FILE REPOSITORY              records them into a new repository
///     store-speed revisions REPOSITORY COUNT FROM N   records N revisions of ten changes each to a story of COUNT facts
///     store-speed pack REPOSITORY                     puts its packs into one
///     store-speed pack-due REPOSITORY                 puts together what is due, as `annals pack --auto`
///     store-speed diff REPOSITORY BEFORE AFTER        compares two revisions
///     store-speed codec FILE                          times reading and writing of stored claims
///
/// Prints `name measure value` lines.
let arguments = Array(CommandLine.arguments.dropFirst())
let author = Author(name: "Desk", email: "desk@example.com", seconds: 1_700_000_000)

switch (arguments.first, arguments.count) {
case ("generate", 3): try generate(Int(arguments[1]) ?? 0, to: arguments[2])
case ("record", 3): try record(arguments[1], into: arguments[2])
case ("revisions", 5):
    try revise(arguments[1], Int(arguments[2]) ?? 0, from: Int(arguments[3]) ?? 0, count: Int(arguments[4]) ?? 0)
case ("codec", 2): try measureCodec(arguments[1])
case ("pack", 2): _ = try FactRepository.open(at: arguments[1]).pack()
case ("pack-due", 2): _ = try FactRepository.open(at: arguments[1]).pack(all: false, patience: .zero)
case ("diff", 4): try compare(arguments[1], arguments[2], arguments[3])
default:
    print(
        "usage: store-speed generate COUNT FILE | record FILE REPOSITORY | revisions REPOSITORY COUNT FROM N | codec FILE"
    )
    exit(64)
}

func generate(_ count: Int, to path: String) throws {
    let generated = GeneratedClaims()
    guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path)
    else { throw CocoaError(.fileWriteUnknown) }
    for report in 0..<GeneratedClaims.reportCount(of: count) {
        let lines = generated.claims(ofReport: report, of: count).map { $0.json.canonicalBytes + [0x0A] }
        try file.write(contentsOf: Data(lines.joined()))
    }
    try file.close()
}

func record(_ path: String, into repository: String) throws {
    let measurement = try Measurement.of {
        let story = try FactRepository.create(at: repository, vocabulary: GeneratedClaims.vocabulary, by: author)
        let file = try ClaimFile(path: path)
        var recording = Recording()
        recording.reports = file.names.map { Report(record: ReportRecord(name: $0, text: []), text: []) }
        recording.sources = [
            ClaimSource(
                extractor: .unnamed, names: Set(file.names), predicates: Set(GeneratedClaims.predicates),
                read: file.claims)
        ]
        _ = try story.record(recording, by: author)
    }
    measurement.report("record")
}

func revise(_ path: String, _ facts: Int, from first: Int, count: Int) throws {
    let packing = BackgroundPacking(of: path)
    let story = try FactRepository.open(at: path) { packing.start() }
    let generated = GeneratedClaims()
    let reports = GeneratedClaims.reportCount(of: facts)
    var measurements: [Measurement] = []
    var largest = StoreSize()
    for revision in first..<first + count {
        let report = revision &* 7919 % reports
        let claims = generated.claims(ofReport: report, edition: revision / reports + 1, of: facts)
        let recording = Recording(editing: claims)
        measurements.append(try Measurement.of { _ = try story.record(recording, by: author) })
        // While packs are put together there are the old ones and the new.
        if !packing.isRunning { largest.note(try story.packSizes()) }
    }
    packing.wait()
    let edge = min(100, count)
    func milliseconds(_ some: some Collection<Measurement>, _ figure: (Measurement) -> Double) -> Double {
        some.reduce(0) { $0 + figure($1) } * 1000 / Double(some.count)
    }
    print("revisions per-second", 1000 / milliseconds(measurements, \.seconds))
    print("revisions first-hundred-milliseconds", milliseconds(measurements.prefix(edge), \.seconds))
    print("revisions last-hundred-milliseconds", milliseconds(measurements.suffix(edge), \.seconds))
    print("revisions processor-milliseconds", milliseconds(measurements, \.processorSeconds))
    print("revisions first-hundred-processor-milliseconds", milliseconds(measurements.prefix(edge), \.processorSeconds))
    print("revisions last-hundred-processor-milliseconds", milliseconds(measurements.suffix(edge), \.processorSeconds))
    let slowest = measurements.map(\.seconds).sorted().suffix(count / 1000 + 1)
    print("revisions slowest-milliseconds", (slowest.last ?? 0) * 1000)
    print("revisions slower-than-all-but-one-in-a-thousand-milliseconds", (slowest.first ?? 0) * 1000)
    print("revisions most-packs", largest.packs)
    print("revisions most-pack-bytes", largest.bytes)
    print("revisions pack-bytes-at-the-end", try story.packSizes().reduce(0, +))
    print("revisions packed-in-the-background", packing.count)
    print("revisions packing-processor-seconds", Measurement.processorSecondsOfChildren)
}

extension Recording {
    /// The claims of one report, without text.
    init(editing claims: [StatedClaim]) {
        self.init()
        guard let name = claims.first?.report else { return }
        self.claims[name] = ReadClaims(
            extractor: .unnamed,
            claims: claims.map { stated in
                let evidence = stated.evidence.map { Evidence(quote: $0.quote, anchor: .unchecked) }
                return AnchoredClaim(stated: stated, evidence: evidence)
            })
    }
}

func compare(_ path: String, _ before: String, _ after: String) throws {
    let story = try FactRepository.open(at: path)
    guard let before = try story.find(before), let after = try story.find(after) else {
        throw CocoaError(.fileNoSuchFile)
    }
    let changes = try story.changes(from: story.snapshot(before), to: story.snapshot(after))
    print("diff changes", changes.changes.count)
    print("diff objects-read", story.git.objectReads)
}

func measureCodec(_ path: String) throws {
    let vocabulary = try VocabularyReader.read(GeneratedClaims.vocabulary)
    let file = try ClaimFile(path: path)
    let stated = file.names.flatMap { file.claims(of: $0).map(\.stated) }
    let count = Double(stated.count)
    func microseconds(_ name: String, _ work: () throws -> Void) rethrows {
        print("codec", name, (try Measurement.of(work).processorSeconds / count * 1e8).rounded() / 100)
    }
    var anchored: [AnchoredClaim] = []
    anchored.reserveCapacity(stated.count)
    microseconds("claim-id-microseconds") {
        for claim in stated {
            let evidence = claim.evidence.map { Evidence(quote: $0.quote, anchor: .unchecked) }
            anchored.append(AnchoredClaim(stated: claim, evidence: evidence))
        }
    }
    var claims: [Claim] = []
    claims.reserveCapacity(stated.count)
    microseconds("vocabulary-microseconds") { for claim in anchored { claims.append(vocabulary.read(claim)) } }
    let lines = claims.map(\.line)
    let statedLines = stated.map(\.line)
    var found = 0
    microseconds("stored-write-microseconds") { for claim in claims { found += claim.line.count } }
    microseconds("stored-write-general-microseconds") {
        for claim in claims { found += claim.json.canonicalBytes.count }
    }
    microseconds("stored-read-microseconds") { for line in lines { found += Claim(line: line[...]) == nil ? 0 : 1 } }
    try microseconds("stored-read-general-microseconds") {
        for line in lines { found += Claim(json: try JSONParser.parse(line)) == nil ? 0 : 1 }
    }
    microseconds("stated-read-microseconds") {
        for line in statedLines { found += StatedClaim(plainLine: line[...]) == nil ? 0 : 1 }
    }
    try microseconds("stated-read-general-microseconds") {
        for line in statedLines { found += try StatedClaim(json: JSONParser.parse(line)).evidence.count }
    }
    print("codec stated-bytes", statedLines.reduce(0) { $0 + $1.count } / max(1, stated.count))
    print("codec stored-bytes", lines.reduce(0) { $0 + $1.count } / max(1, stated.count))
}
