import Foundation
import TestSupport

/// One bad input: how the folder is spoilt, and what is typed then.
struct BadInput: Sendable {
    let name: String
    let status: Int32
    let arguments: [String]
    var prepare: @Sendable (Shell) throws -> Void = { _ in }
    /// What stands for `annals ARGUMENTS` where it is not run so.
    var instead: (@Sendable (Shell) throws -> CommandResult)?

    init(
        _ name: String, _ status: Int32, _ arguments: String...,
        prepare: @escaping @Sendable (Shell) throws -> Void = { _ in }
    ) {
        self.name = name
        self.status = status
        self.arguments = arguments
        self.prepare = prepare
    }

    /// As it would be typed.
    var line: String {
        (["annals"] + arguments).map { $0.contains(" ") || $0.isEmpty ? "'\($0)'" : $0 }.joined(separator: " ")
    }

    func run(_ shell: Shell) throws -> CommandResult {
        try prepare(shell)
        return try instead?(shell) ?? shell.annals(arguments)
    }
}

extension BadInput {
    static let all = reports + claims + names + usage + vocabularies + stories

    private static let reports = [
        BadInput("A report that is not UTF-8", 2, "record", "latin.txt") {
            try $0.write(Array("one\ncaf".utf8) + [0xE9], to: "latin.txt")
        },
        BadInput("A report with a zero byte", 2, "record", "binary.txt") {
            try $0.write([0x61, 0, 0x62], to: "binary.txt")
        },
        BadInput("An empty report among good ones", 3, "record", "new", "--recorded", "2022-07-11") {
            try $0.write("Good.", to: "new/good.txt")
            try $0.write(" \n", to: "new/empty.txt")
        },
        BadInput("A report that is not there", 2, "record", "none.txt"),
        BadInput("A report in a format that is not read", 2, "record", "page.pdf") {
            try $0.write("<p>Text</p>", to: "page.pdf")
        },
        BadInput("Two files of one name", 3, "record", "new", "--recorded", "2022-07-11") {
            try $0.write("One.", to: "new/a/desk.txt")
            try $0.write("Two.", to: "new/b/desk.txt")
            try $0.write("Good.", to: "new/good.txt")
        },
        BadInput("A report of 65 MiB", 2, "record", "long.txt") {
            try $0.write([UInt8](repeating: 0x78, count: 65 << 20), to: "long.txt")
        },
        BadInput("Front matter that does not end", 2, "record", "open.md") {
            try $0.write("---\ntitle: x\nText.\n", to: "open.md")
        },
        BadInput("Front matter that is not YAML", 2, "record", "yaml.md") {
            try $0.write("---\nsource: Wire\ntitle: A: B\n---\nText.\n", to: "yaml.md")
        },
        BadInput("Front matter with a date that is none", 2, "record", "date.md") {
            try $0.write("---\npublished: 2020-02-30\n---\nText.\n", to: "date.md")
        },
        BadInput("Front matter with a name that is none", 2, "record", "name.md") {
            try $0.write("---\nname: ../secret\n---\nText.\n", to: "name.md")
        },
    ]

    /// Claims as a file, after a good one.
    private static func claims(_ name: String, _ status: Int32 = 3, _ lines: String...) -> BadInput {
        BadInput(name, status, "record", "--claims", "bad.jsonl", "--recorded", "2022-07-11") {
            try $0.write((lines + [good]).joined(separator: "\n"), to: "bad.jsonl")
        }
    }

    private static let good =
        #"{"report":"wire","subject":"talks","predicate":"lasted","object":"two hours","#
        + #""evidence":[{"quote":"Talks lasted two hours"}]}"#

    private static func claim(_ members: String) -> String {
        #"{"report":"wire","subject":"Qatar","predicate":"visited"\#(members)}"#
    }

    private static let claims = [
        claims("A line of claims that is not JSON", 3, "Qatar visited Israel"),
        claims("NaN", 3, claim(#","object":NaN"#)),
        claims("A name given twice", 3, claim(#","object":"a","object":"b""#)),
        claims("A claim without a subject", 3, #"{"report":"wire","predicate":"visited"}"#),
        claims("A time that is no date in EDTF", 3, claim(#","time":"February 2020""#)),
        claims("A polarity that is none", 3, claim(#","polarity":"maybe""#)),
        claims("A quotation that is not in its report", 3, claim(#","evidence":[{"quote":"flew to Doha"}]"#)),
        claims("A report that nobody knows", 3, #"{"report":"wier","subject":"Qatar","predicate":"visited"}"#),
        claims("Claims of a future version", 2, #"{"annals":"claims/2"}"#),
        claims("A header without a version of the extractor", 2, #"{"annals":"claims/1","extractor":"desk"}"#),
        BadInput(
            "A line of claims that is not UTF-8, after a byte order mark", 3, "record", "--claims", "bad.jsonl",
            "--recorded", "2022-07-11"
        ) {
            let bad = Array(#"{"report":"wire","subject":"caf"#.utf8) + [0xE9] + Array("\"}\r\n".utf8)
            try $0.write([0xEF, 0xBB, 0xBF] + Array((good + "\r\n").utf8) + bad, to: "bad.jsonl")
        },
        BadInput("A line of claims of 50 MB", 3, "record", "--claims", "bad.jsonl", "--recorded", "2022-07-11") {
            try $0.write([UInt8](repeating: 0x78, count: 50_000_000) + Array("\n\(good)".utf8), to: "bad.jsonl")
        },
        BadInput(
            "One report in two files of claims", 3, "record", "--claims", "a.jsonl", "--claims", "b.jsonl",
            "--recorded", "2022-07-11"
        ) {
            try $0.write(good, to: "a.jsonl")
            try $0.write(good, to: "b.jsonl")
        },
        BadInput("A file of claims that is not there", 2, "record", "--claims", "none.jsonl"),
        BadInput("A file of claims that is a folder", 2, "record", "--claims", "reports"),
        BadInput("A file to compare that is not there", 2, "compare", "one.jsonl", "none.jsonl"),
    ]
}
