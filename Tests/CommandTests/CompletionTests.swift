import Foundation
import TestSupport
import Testing

/// What shells offer when somebody presses the tabulator.
@Suite struct CompletionTests {
    /// What bash offers at the end of a line.
    private func offered(_ line: String, _ shell: Shell) throws -> [String] {
        let script = """
            mkdir -p bin && ln -sf '\(Shell.command)' bin/annals && export PATH="$PWD/bin:$PATH"
            source <(annals completions bash) && cd "$FOLDER"
            COMP_LINE=\(line.quoted) COMP_POINT=\(line.utf8.count)
            eval "COMP_WORDS=($COMP_LINE)"
            [[ "$COMP_LINE" == *" " ]] && COMP_WORDS+=("")
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _annals annals "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let result = try shell.script(script, with: ["FOLDER": shell.folder])
        #expect(result.errors == "" && result.status == 0, "\(line): \(result.errors)")
        return result.lines
    }

    @Test func `bash completes commands, options and their values`() throws {
        try withStory { shell throws in
            #expect(try offered("annals contr", shell) == ["contradictions"])
            #expect(try offered("annals diff --exp", shell) == ["--explain"])
            #expect(try offered("annals diff --content contr", shell) == ["contradicted"])
            #expect(try offered("annals check --format sa", shell) == ["sarif"])
        }
    }

    @Test func `bash completes the names of the story`() throws {
        try withStory { shell throws in
            #expect(try offered("annals blame l", shell) == ["ledger"])
            #expect(try offered("annals log --at 2022-07-1", shell) == ["2022-07-10"])
            #expect(try offered("annals diff 2022-07-09..HE", shell) == ["2022-07-09..HEAD"])
            #expect(try offered("annals diff --subject Qa", shell) == ["Qatar"])
            #expect(try offered("annals facts --at HE", shell) == ["HEAD"])
            let facts = try offered("annals why ", shell)
            #expect(facts.count == 1)
            #expect(try offered("annals show \(facts[0].prefix(3))", shell).contains(facts[0]))
        }
    }

    @Test func `names that a shell would run are offered, not run`() throws {
        try withShell { shell throws in
            let names = ["$(touch pwned)", "`touch pwned` now", "Ana's \"cat\"", "a;touch pwned", "${HOME}"]
            try shell.write("One two three.", to: "in/report.md")
            let claims = try names.map { name in
                let claim = ["report": "report", "subject": name, "predicate": "said", "object": "nothing"]
                return String(decoding: try JSONSerialization.data(withJSONObject: claim), as: UTF8.self)
            }
            let entities = try names.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
            try shell.write(
                "format: vocabulary/1\nentities:\n"
                    + entities.map { "  - {name: \($0), type: person}\n" }.joined() + "predicates: []\n",
                to: "vocabulary.yaml")
            try shell.succeed("init")
            try shell.write(claims.joined(separator: "\n"), to: "claims.jsonl")
            try shell.succeed("record", "in", "--claims", "claims.jsonl")

            #expect(Set(try offered("annals diff --subject ", shell)) == Set(names))
            #expect(!FileManager.default.fileExists(atPath: shell.folder + "/pwned"))
        }
    }

    @Test func `outside a story nothing is offered, and nothing said`() throws {
        try withShell { shell throws in
            #expect(try offered("annals blame ", shell).isEmpty)
            #expect(try offered("annals why k", shell).isEmpty)
        }
    }

    @Test(arguments: ["zsh", "fish"]) func `the scripts for other shells are read by them`(name: String) throws {
        try withStory { shell throws in
            try shell.write(shell.succeed("completions", name).output, to: "script")
            let known = try shell.script("command -v \(name)").status == 0
            // Not every machine has them; where they are, they must take the script.
            guard known else { return }
            let result = try shell.script("\(name) -n script")
            #expect(result.status == 0 && result.errors == "", "\(result.errors)")
        }
    }
}

extension String {
    /// The text in single quotation marks.
    fileprivate var quoted: String { "'" + replacingOccurrences(of: "'", with: #"'\''"#) + "'" }
}
