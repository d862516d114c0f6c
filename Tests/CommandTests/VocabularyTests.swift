import Facts
import Foundation
import TestSupport
import Testing

/// What is declared of the predicates in use, and what could be.
@Suite struct VocabularyTests {
    private static let claims = [
        ("a", "Orla", "the harbour board"), ("b", "Dario", "the fish market"), ("b", "Ines", ""),
    ]
    .map { report, subject, object in
        object.isEmpty
            ? #"{"report":"\#(report)","subject":"\#(subject)","predicate":"sings"}"#
            : #"{"report":"\#(report)","subject":"\#(subject)","predicate":"chairs «all» of","object":"\#(object)"}"#
    }.joined(separator: "\n")

    @Test func `what carries no rule is shown with what is said, and can be declared by what is proposed`() throws {
        try withShell { shell in
            try shell.succeed("init", ".")
            try shell.write(Self.claims + "\n", to: "claims.jsonl")
            for name in ["a", "b", "c"] { try shell.write("Notes.\n", to: "reports/\(name).txt") }
            try shell.succeed("record", "reports", "--claims", "claims.jsonl")
            let page = try shell.succeed("vocabulary", "--unchecked").all
            #expect(page.contains("chairs «all» of  2 facts in 2 reports\n    declared  nothing\n"))
            #expect(page.contains("one for each of 2 subjects") && page.contains("speaks against a single value"))
            #expect(page.contains("2 carry no rule"))

            let proposal = try shell.succeed("vocabulary", "--propose", "chairs").all
            #expect(!proposal.contains("sings"))
            let single = proposal.replacing("# single-valued", with: "single-valued")
            #expect(single != proposal)
            try shell.write("format: vocabulary/1\n" + single, to: "vocabulary.yaml")
            try shell.succeed("record")
            let declared = try shell.succeed("vocabulary", "chairs").all
            #expect(declared.contains("declared  state; one value; objects are texts"), "\(declared)")
            #expect(try shell.succeed("vocabulary", "--unchecked", "chairs").all.hasPrefix("no predicate in use"))
            try shell.write(
                #"{"report":"c","subject":"Orla","predicate":"chairs «all» of","object":"the ferry pier"}"# + "\n",
                to: "c.jsonl")
            try shell.succeed("record", "--claims", "c.jsonl")
            #expect(try shell.succeed("contradictions").all.contains("the ferry pier"))
        }
    }

    @Test func `words that a terminal would obey are harmless in a proposal`() throws {
        try withShell { shell in
            try shell.succeed("init", ".")
            try shell.write(
                #"{"report":"a","subject":"Orla","predicate":"\u001b[2Jrows: #to","object":"x"}"# + "\n", to: "c.jsonl")
            try shell.write("Notes.\n", to: "a.txt")
            try shell.succeed("record", "a.txt", "--claims", "c.jsonl")
            let proposal = try shell.succeed("vocabulary", "--propose").all
            #expect(!proposal.unicodeScalars.contains("\u{1B}"))
            let read = try VocabularyReader.read("format: vocabulary/1\n" + proposal)
            #expect(read.predicates.values.map(\.label) == ["\u{1B}[2Jrows: #to"])
        }
    }

    @Test func `predicates that no id can be written in have ids of their own in a proposal`() throws {
        try withShell { shell in
            try shell.succeed("init", ".")
            let claims = ["زار", "قطع", "دعم"].map {
                #"{"report":"a","subject":"Orla","predicate":"\#($0)","object":"x"}"# + "\n"
            }
            try shell.write(claims.joined(), to: "c.jsonl")
            try shell.write("Notes.\n", to: "a.txt")
            try shell.succeed("record", "a.txt", "--claims", "c.jsonl")
            let proposal = try shell.succeed("vocabulary", "--propose").all
            let read = try VocabularyReader.read("format: vocabulary/1\n" + proposal)
            #expect(Set(read.predicates.values.map(\.label)) == ["زار", "قطع", "دعم"])
        }
    }

    @Test func `a proposal in another format is refused`() throws {
        try withStory { shell in
            let result = try shell.annals(["vocabulary", "--propose", "--format", "json"])
            #expect(result.status == 64 && result.errors.contains("--propose writes YAML"))
        }
    }
}
