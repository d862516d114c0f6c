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

    @Test func `the story may stand before the command`() throws {
        try withStory { shell throws in
            let folder = shell.folder
            let away = Shell(folder: folder + "/elsewhere")
            try away.write("", to: "x")
            #expect(try offered("annals -C \(folder) contr", away) == ["contradictions"])
            let facts = try offered("annals -C \(folder) why ", away)
            #expect(facts.count == 1)
            #expect(try offered("annals why -C \(folder) ", away) == facts)
            #expect(try offered("annals -C \(folder) blame --at HE", away) == ["HEAD"])
            #expect(try offered("annals -C \(folder)/else", away) == ["\(folder)/elsewhere"])
        }
    }

    @Test func `changes, contradictions and decisions are offered by their ids`() throws {
        try withStory { shell throws in
            let changes = try offered("annals accept e", shell)
            #expect(!changes.isEmpty && changes.allSatisfy { $0.utf8.count == 9 })
            try shell.succeed("accept", changes[0], "-m", "seen")
            #expect(try !offered("annals accept e", shell).contains(changes[0]))
            let decisions = try offered("annals reopen d", shell)
            #expect(decisions.count == 1 && decisions[0].utf8.count == 9)
            let contradictions = try offered("annals resolve c", shell)
            #expect(contradictions.count == 1)
            #expect(try offered("annals contradictions ", shell) == contradictions)
            #expect(try shell.succeed("show", contradictions[0]).text.contains("CONTRADICTED"))
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

    // MARK: other shells, where a machine has them

    /// What becomes of a line with the tabulator, typed on a terminal of its own at a shell that `start` starts.
    private func typed(_ line: String, _ shell: Shell, setup: String, at path: String, start: String) throws -> String {
        // The key that rings the bell has the shell tell its line and end.
        let script = """
            mkdir -p bin home/away && ln -sf '\(Shell.command)' bin/annals
            export PATH="$PWD/bin:$PATH" HOME="$PWD/home" TERM=xterm
            { for i in {1..300}; do [ -e home/ready ] && break; sleep 0.1; done
              printf '%s\\t' "$LINE"
              for i in {1..120}; do sleep 0.25; [ -s home/told ] && break; printf '\\a'; done; } |
                timeout 90 script -qec '\(start)' /dev/null >seen
            cat home/told
            """
        try shell.write(setup, to: path)
        let result = try shell.script(script, with: ["LINE": line, "STORY": shell.folder])
        #expect(result.errors == "", "\(result.errors)")
        return result.text
    }

    @Test(
        .enabled(if: areInstalled("fish", "script"), "fish or script is not installed"), arguments: typedLines)
    func `fish completes commands and the names of the story`(line: String, expected: String) throws {
        try withStory { shell throws in
            let place = { (text: String) in text.replacingOccurrences(of: "STORY", with: shell.folder) }
            let setup = """
                annals completions fish | source
                function told; commandline >$HOME/told; kill -9 $fish_pid; end
                bind \\cg told
                cd \(line.contains("STORY") ? "home/away" : "$STORY")
                touch $HOME/ready
                """
            let text = try typed(
                place(line), shell, setup: setup, at: "setup.fish", start: "fish --no-config -C \"source setup.fish\"")
            #expect(text.trimmingCharacters(in: .newlines) == place(expected))
        }
    }

    @Test(.enabled(if: areInstalled("zsh", "script"), "zsh or script is not installed"), arguments: typedLines)
    func `zsh completes commands and the names of the story`(line: String, expected: String) throws {
        try withStory { shell throws in
            let place = { (text: String) in text.replacingOccurrences(of: "STORY", with: shell.folder) }
            let setup = """
                autoload -U compinit && compinit -u -D
                source <(annals completions zsh)
                told() { print -r -- "$BUFFER" >$HOME/told; kill -9 $$; }
                zle -N told && bindkey '^G' told
                cd \(line.contains("STORY") ? "home/away" : "$STORY")
                touch $HOME/ready
                """
            let text = try typed(
                place(line), shell, setup: setup, at: "home/.zshrc", start: "zsh -d -i")
            #expect(text.trimmingCharacters(in: .newlines) == place(expected))
        }
    }
}

extension String {
    /// The text in single quotation marks.
    fileprivate var quoted: String { "'" + replacingOccurrences(of: "'", with: #"'\''"#) + "'" }
}

/// Whether programs are installed; tests of those that are not are skipped, with a word.
private func areInstalled(_ names: String...) -> Bool {
    names.allSatisfy { name in
        ["/bin", "/usr/bin", "/usr/local/bin"].contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
        }
    }
}

/// Lines that somebody types, STORY for the story's folder, and what they become with the tabulator.
private let typedLines = [
    ("annals contr", "annals contradictions"), ("annals blame l", "annals blame ledger"),
    ("annals log --at 2022-07-1", "annals log --at 2022-07-10"),
    ("annals -C STORY blame l", "annals -C STORY blame ledger"),
    ("annals -C STORY log --at 2022-07-1", "annals -C STORY log --at 2022-07-10"),
]
