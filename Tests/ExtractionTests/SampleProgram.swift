import Extraction
import Facts
import Foundation
import TestSupport

/// A program that speaks `extract/1`, in a few lines of shell.
struct Sample {
    /// What it answers to `--describe`.
    let description: String
    /// What it does with each question: `$line` is the question, `$id` its id, `$folder` a folder of its own.
    let body: String

    /// Finds who visited whom, and says of the weather that it left it out.
    static let visits = Sample(
        description: #"{"annals":"extract/1","name":"visits","version":"2"}"#,
        body: #"""
            printf '{"id":%s,"claims":[{"subject":"Qatar","predicate":"visited","object":"Israel",' "$id"
            printf '"evidence":[{"quote":"Qatar visited Israel"}]}],'
            printf '"omitted":[{"quote":"It rained","reason":"weather"}]}\n'
            """#)

    /// Finds the same where the passage has it, and nothing elsewhere.
    static let visiting = Sample(
        description: visits.description,
        body: #"""
            case $line in
            *'visited Israel'*) claims='{"subject":"Qatar","predicate":"visited","evidence":[{"quote":"visited Israel"}]}';;
            *) claims=;;
            esac
            printf '{"id":%s,"claims":[%s]}\n' "$id" "$claims"
            """#)

    /// Omits the whole passage, whatever it is.
    static let echo = Sample(
        description: #"{"annals":"extract/1","name":"echo","version":"1"}"#, body: Self.omitting(#"passage"#))

    /// Says whether it was told of a predicate.
    static let wishful = Sample(
        description:
            #"{"annals":"extract/1","name":"wishful","version":"1","configuration":"small","wants":["vocabulary"]}"#,
        body: #"case $line in *'"id":"visited"'*) reason=known;; *) reason=unknown;; esac"# + "\n"
            + Self.omitting("$reason"))

    /// Ends at some passages.
    static let crashing = Sample(
        description: #"{"annals":"extract/1","name":"crashing","version":"1"}"#,
        body: #"""
            case $line in
            *'"Crash once."'*) [ -e "$folder/crashed" ] || { : > "$folder/crashed"; exit 3; };;
            *'"Crash always."'*) echo about to crash >&2; exit 3;;
            esac

            """# + Self.omitting("passage"))

    /// Takes a minute for some passages, in a process of its own.
    static let slow = Sample(
        description: #"{"annals":"extract/1","name":"slow","version":"1"}"#,
        body: #"""
            case $line in *'"Sleep."'*) sleep 60 & echo $! > "$folder/sleeper"; wait;; esac
            printf '{"id":%s,"claims":[]}\n' "$id"
            """#)

    /// Gives one answer to every question.
    static func saying(_ answer: String) -> Sample {
        Sample(
            description: #"{"annals":"extract/1","name":"saying","version":"1"}"#,
            body: "printf '%s\\n' '\(answer)'")
    }

    /// Takes the passage out of the question and gives it back as left out.
    private static func omitting(_ reason: String) -> String {
        #"""
        text=${line##*\"text\":\"}; text=${text%%\"*}
        printf '{"id":%s,"claims":[],"omitted":[{"quote":"%s","reason":"%s"}]}\n' "$id" "$text" "\#(reason)"
        """#
    }

    /// The whole program.
    func script(in folder: String) -> String {
        """
        folder='\(folder)'
        if [ "$1" = --describe ]; then printf '%s\\n' '\(description)'; exit; fi
        echo start >> "$folder/starts"
        while IFS= read -r line; do
        id=${line#*\\"id\\":}; id=${id%%,*}
        \(body)
        done
        printf seen > "$folder/end"
        """
    }
}

/// A sample program in a folder of its own.
struct SampleProgram {
    let folder: String

    /// The extractor that it is.
    func extractor(vocabulary: Vocabulary = .empty, limit: TimeLimit = .ample) async throws -> ExternalExtractor {
        try await ExternalExtractor(
            "sample", command: "sh '\(folder)/extract.sh'", vocabulary: vocabulary, limit: limit)
    }

    /// How often it was started to answer questions.
    func starts() throws -> Int { try note("starts").split(separator: "\n").count }

    /// What it left in a file; empty when there is none.
    func note(_ name: String) throws -> String {
        let data = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
    }
}

extension TimeLimit {
    /// More than any machine needs, however busy it is.
    static let ample = TimeLimit(seconds: 3600)

    /// A limit that is reached when a sign is there, and not before.
    static func reached(when isReached: @escaping @Sendable () -> Bool) -> TimeLimit {
        TimeLimit(seconds: 1) { _ in while !isReached() { try await Task.sleep(for: .milliseconds(10)) } }
    }
}

/// Gives `body` a sample program.
func withProgram(_ sample: Sample, _ body: (SampleProgram) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
        let program = SampleProgram(folder: folder.hasSuffix("/") ? String(folder.dropLast()) : folder)
        try write(sample.script(in: program.folder), to: program.folder + "/extract.sh")
        try await body(program)
    }
}
