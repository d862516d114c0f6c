import FactRepository
import Facts
import Git
import StoryTestSupport
import TestSupport
import Testing

/// What somebody changed by hand is named with its place, and not read as if it were right.
@Suite struct HandEditTests {
    private static let news = News(
        "n",
        [.init("Qatar", "pays", "US$30 million"), .init("Israel", "met", "Hamas"), .init("Cohen", "visited", "Doha")])
    private static let record = "reports/1b/n/report.json"
    private static let text = "reports/1b/n/text"
    private static let list = "reports/1b/n/facts"

    @Test func `the files are where these tests look for them`() throws {
        try withStory { story in
            try story.record { try $0.add(Self.news) }
            let paths = try story.git("ls-tree", "-r", "--name-only", "HEAD").lines
            #expect(paths == ["facts.jsonl", "format.json", Self.list, Self.record, Self.text, "vocabulary.yaml"])
        }
    }

    @Test func `a bucket cut short is named, and not read as fewer facts`() throws {
        try expect("facts.jsonl", edited: { Array($0.dropLast(10)) }, findings: ["facts.jsonl: it is cut short"]) {
            _ = try $0.facts()
        }
    }

    @Test func `a bucket that lost its last lines is named, and its report's claims are not read`() throws {
        try expect(
            "facts.jsonl", edited: { Array($0.prefix { $0 != 0x0A } + [0x0A]) },
            findings: ["\(Self.list): it does not list"]
        ) { _ = try $0.claims(of: Self.news.reportName) }
    }

    @Test func `a line of a bucket that is no claim is named by its number`() throws {
        try expect(
            "facts.jsonl", edited: { $0 + Array("{}\n".utf8) }, findings: ["facts.jsonl: line 4 is not a stored claim"]
        ) { _ = try $0.facts() }
    }

    @Test func `an empty bucket is no bucket`() throws {
        try expect("facts.jsonl", edited: { _ in [] }, findings: ["facts.jsonl: it is cut short"]) {
            _ = try $0.facts()
        }
    }

    @Test func `a bucket in another order is named`() throws {
        try expect(
            "facts.jsonl", edited: { Array($0.split(separator: 0x0A).reversed().joined(separator: [0x0A]) + [0x0A]) },
            findings: ["facts.jsonl: it is not in canonical form and order"])
    }

    @Test func `a quotation moved by hand is named with its claim`() throws {
        try expect(
            "facts.jsonl", edited: { Self.replace(#""start":0"#, #""start":1"#, in: $0) },
            findings: ["n: the quotation of claim"])
    }

    @Test func `a value changed by hand is named with its claim`() throws {
        try expect(
            "facts.jsonl", edited: { Self.replace("Hamas", "Fatah", in: $0) }, findings: ["n: claim"])
    }

    @Test func `an edited record is named`() throws {
        let digest = Digest.sha256(Self.news.text).description
        try expect(
            Self.record, edited: { Self.replace(digest, String(digest.reversed()), in: $0) },
            findings: ["\(Self.text): it is not the text that was recorded"]
        ) { _ = try $0.report(Self.news.reportName) }
    }

    @Test func `a record that is none, or another report's, is named and not read`() throws {
        for (bytes, finding) in [("{}", "it is not a report record"), ("", "it is not a report record")] {
            try expect(Self.record, edited: { _ in Array(bytes.utf8) }, findings: ["\(Self.record): \(finding)"]) {
                _ = try $0.record(of: Self.news.reportName)
            }
        }
        try expect(
            Self.record, edited: { Self.replace(#""name":"n""#, #""name":"m""#, in: $0) },
            findings: ["\(Self.record): it is the record of another report, m"]
        ) { _ = try $0.record(of: Self.news.reportName) }
    }

    @Test func `a text edited behind its record is named and not read`() throws {
        try expect(
            Self.text, edited: { [0x20] + $0 },
            findings: ["\(Self.text): it is not the text that was recorded", "n: the quotation of claim"]
        ) { _ = try $0.report(Self.news.reportName) }
    }

    @Test(arguments: [
        (text, "\(text): it is not the text that was recorded"), (record, "\(record): it is missing"),
        (list, "\(list): it does not list"), ("facts.jsonl", "\(list): it does not list"),
        ("vocabulary.yaml", "vocabulary.yaml: it is missing"),
    ])
    func `a file that is gone is missed`(path: String, finding: String) throws {
        try withStory { story in
            try story.record { try $0.add(Self.news) }
            let id = try story.git.commit([path: nil], message: "remove")
            let problems = try story.problems
            #expect(problems.contains { $0.hasPrefix("\(id.hex.prefix(8)) \(finding)") }, "\(problems)")
        }
    }

    @Test func `a list of facts that leaves one out is named`() throws {
        try expect(
            Self.list, edited: { Array($0.dropFirst(33)) }, findings: ["\(Self.list): it does not list"])
    }

    @Test func `what the next recording puts right is named once, where it was wrong`() throws {
        try withStory { story in
            try story.record { try $0.add(Self.news) }
            let tree = try story.latest.tree
            let list = try story.git("cat-file", "blob", "HEAD:\(Self.list)").output
            let id = try story.git.commit([Self.list: Array(list.dropFirst(33))], message: "edit")
            try story.record(day: 3) { try $0.add(Self.news) }
            #expect(try story.latest.tree == tree)
            let places = try story.problems.map { $0.prefix(8) }
            #expect(places == [id.hex.prefix(8), id.hex.prefix(8)])
        }
    }

    @Test func `a file that the layout does not know is named`() throws {
        for path in ["notes.txt", "reports/00/n/report.json", "facts/kk/p.jsonl", "reports/1b/n/text.bak"] {
            try withStory { story in
                try story.record { try $0.add(Self.news) }
                try story.git.commit([path: [0x0A]], message: "add")
                let problems = try story.problems
                #expect(problems.contains { $0.hasSuffix("\(path): the layout has no such file") })
            }
        }
    }

    @Test func `a wrong digest in the message is named`() throws {
        try withStory { story in
            let message = "x\n\nAnnals-Kind: record\nAnnals-Digest: sha256:\(Digest.sha256([]))\n"
            let id = try story.git.commit([:], message: message)
            let place = id.hex.prefix(8)
            let problems = try story.problems
            #expect(problems == ["\(place): the content digest in its message is not that of its content"])
        }
    }

    /// Edits a file of a small story and expects that the findings are among what verification finds, and that reading fails.
    private func expect(
        _ path: String, edited: ([UInt8]) -> [UInt8], findings: [String], reading: ((Snapshot) throws -> Void)? = nil
    ) throws {
        try withStory { story in
            try story.record { try $0.add(Self.news) }
            let before = try story.latest
            let bytes = try story.git("cat-file", "blob", "HEAD:\(path)").output
            let id = try story.git.commit([path: edited(bytes)], message: "edit")
            let problems = try story.problems
            #expect(
                problems.contains("\(id.hex.prefix(8)): its message has no content digest: another program made it"))
            for finding in findings {
                #expect(problems.contains { $0.hasPrefix("\(id.hex.prefix(8)) \(finding)") }, "\(problems)")
            }
            let after = try story.snapshot(id)
            if let reading { #expect(throws: RepositoryError.self) { try reading(after) } }
            #expect(try before.facts().count == 3)
        }
    }

    private static func replace(_ old: String, _ new: String, in bytes: [UInt8]) -> [UInt8] {
        Array(String(decoding: bytes, as: UTF8.self).replacing(old, with: new, maxReplacements: 1).utf8)
    }
}
