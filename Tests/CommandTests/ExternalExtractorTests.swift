import Foundation
import TestSupport
import Testing

/// Recording with extractors from the settings.
@Suite struct ExternalExtractorTests {
    private static let report = """
        ---
        source: Strait Wire
        published: 2022-07-12
        ---
        Qatar visited Israel on Monday.

        It rained.

        """

    @Test func `a program reads reports into facts, and what it has read is not read again`() throws {
        try withStory { shell in
            try shell.write(Self.report, to: "new/visit.md")
            try shell.write(Self.program, to: "desk.sh")
            try shell.succeed("config", "annals.extractor.desk.command", "sh desk.sh")
            try shell.succeed("config", "annals.extractor", "desk")
            try shell.succeed("record", "new", "--recorded", "2022-07-12")
            let facts = try shell.succeed("facts", "Qatar", "--format", "jsonl").all
            #expect(facts.contains("visited"), "\(facts)")
            #expect(try shell.succeed("verify").all.contains("nothing is wrong"))
            try shell.succeed("record", "new", "--extractor", "desk", "--recorded", "2022-07-13")
            let asked = try String(contentsOfFile: shell.folder + "/asked", encoding: .utf8)
            #expect(asked.split(separator: "\n").count == 2)
        }
    }

    @Test func `a passage that cannot be read is named, with what the program said`() throws {
        try withStory { shell in
            try shell.write(Self.report, to: "new/visit.md")
            try shell.write("It snowed.", to: "new/snow.md")
            let crash = "case $line in *rained*) echo 'no umbrella' >&2; exit 3;; esac\n"
            try shell.write(Self.program.replacing("#crash\n", with: crash), to: "desk.sh")
            try shell.succeed("config", "annals.extractor.desk.command", "sh desk.sh")
            let result = try shell.annals(["record", "new", "--extractor", "desk", "--recorded", "2022-07-12"])
            #expect(result.status == 3, "\(result.errors)")
            #expect(
                result.errors.contains(
                    """
                    refused: extractor desk: visit: "It rained.": it ended without an answer, twice (exit status 3)
                      desk: no umbrella

                    """), "\(result.errors)")
        }
    }

    @Test func `a model's answers are recorded, without the key, and read again without the network`() throws {
        let content = #"""
            {"claims":[{"subject":"Qatar","predicate":"visited","object":"Israel","arguments":[],"time":null,\#
            "polarity":"affirmed","certainty":"certain","modality":[],"attribution":[],"quotes":["Qatar visited Israel"]}],\#
            "omitted":[]}
            """#
        let message = String(decoding: try JSONEncoder().encode(content), as: UTF8.self)
        let answer = #"{"choices":[{"message":{"content":\#(message)}}]}"#
        let server = try ScriptedServer([.init(429, headers: ["Retry-After: 0"]), .init(body: answer)])
        try withStory { shell in
            try shell.write("Qatar visited Israel.", to: "new/visit.md")
            let prefix = "annals.extractor.mini."
            try shell.succeed("config", prefix + "endpoint", server.address)
            try shell.succeed("config", prefix + "model", "mini-1")
            try shell.succeed("config", prefix + "keyVariable", "MINI_KEY")
            try shell.succeed("config", prefix + "recordings", "answers")
            let extract = ["extract", "new", "--with", "mini", "--format", "jsonl"]
            let keyless = try shell.annals(extract)
            #expect(keyless.status == 2 && keyless.errors.contains("the variable MINI_KEY does not hold a key"))
            let first = try shell.annals(extract, with: ["MINI_KEY": "secret-key"])
            #expect(first.status == 0 && first.all.contains(#""predicate":"visited""#), "\(first.errors)")
            #expect(server.requests.count == 2 && server.requests[1].head.contains("Bearer secret-key"))
            // What was read is forgotten, and the answers are all there is.
            try FileManager.default.removeItem(atPath: shell.folder + "/.annals/cache")
            try shell.succeed("config", prefix + "replay", "only")
            #expect(try shell.annals(extract).all == first.all)
            #expect(server.requests.count == 2)
            #expect(try !shell.files().contains { String(decoding: $0.bytes, as: UTF8.self).contains("secret-key") })
            try shell.write("Something else.", to: "new/other.md")
            let missing = try shell.annals(extract)
            #expect(missing.status == 3 && missing.errors.contains("its answer is not recorded"), "\(missing.errors)")
        }
    }

    /// Finds one visit, and notes what it was asked.
    private static let program = #"""
        if [ "$1" = --describe ]; then echo '{"annals":"extract/1","name":"desk","version":"1"}'; exit; fi
        while IFS= read -r line; do
        #crash
            echo "$line" >> asked
            id=${line#*\"id\":}
            case $line in
            *'Qatar visited Israel'*)
                claims='{"subject":"Qatar","predicate":"visited","object":"Israel","evidence":[{"quote":"Qatar visited Israel"}]}';;
            *) claims=;;
            esac
            printf '{"id":%s,"claims":[%s]}\n' "${id%%,*}" "$claims"
        done

        """#
}
