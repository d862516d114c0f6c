import Foundation
import TestSupport
import Testing

/// Two analysts on one story, each with a copy: `annals clone`, `fetch`, `merge`, `uphold`, `push`, `pull`.
@Suite struct MergeCommandTests {
    /// Gives `body` a shell above Ana's story and Ben's copy of it, which knows hers as `origin`, and hers his as `ben`.
    private func withTwo(_ body: (Shell) throws -> Void) throws {
        let files = try Self.two.get()
        try withShell { shell in
            for file in files { try shell.write(file.bytes, to: file.path) }
            for (person, other, name) in [("ana", "ben", "ben"), ("ben", "ana", "origin")] {
                try shell.script("git -C \(person)/.annals config remote.\(name).url \"$PWD/\(other)/.annals\"")
                    .expectSuccess()
            }
            try body(shell)
            for person in ["ana", "ben"] {
                try shell.succeed("verify", "-C", person)
                #expect(try shell.script("git -C \(person)/.annals fsck --strict").status == 0)
            }
        }
    }

    private static let two = Result {
        try withStory { shell in
            try shell.script(
                """
                mkdir ana && mv .annals vocabulary.yaml ana/ && annals clone ana ben && annals remote add ben ben -C ana
                git -C ana/.annals config user.name Ana; git -C ana/.annals config user.email ana@example.org
                git -C ben/.annals config user.name Ben; git -C ben/.annals config user.email ben@example.org
                """
            ).expectSuccess()
            return try shell.files()
        }
    }

    /// The id of the fact that a report's claim is about.
    private func fact(_ words: String, _ shell: Shell) throws -> String {
        let line = try shell.succeed("facts", words, "-C", "ana", "--format", "jsonl").lines.last ?? ""
        return String(try #require(line.firstMatch(of: /"fact":"([k-z]+)"/)).1)
    }

    private func ruleDifferently(_ shell: Shell) throws {
        let fact = try fact("diplomatic", shell)
        try shell.succeed("accept", "-C", "ana", fact, "-m", "seen in both editions")
        try shell.succeed("reject", "-C", "ben", fact, "-m", "one source only")
        #expect(try shell.succeed("fetch", "-C", "ana", "ben").lines.first?.hasSuffix("  1 revision") == true)
    }

    @Test func `what both ruled differently on is merged and waits, until one ruling is upheld`() throws {
        try withTwo { shell in
            try ruleDifferently(shell)
            let preview = try shell.annals(["merge", "-C", "ana", "ben/main", "--dry-run"])
            #expect(preview.status == 4)
            #expect(preview.text.contains("& would merge ben/main"))
            let merge = try shell.annals(["merge", "-C", "ana", "ben/main"])
            #expect(merge.status == 4)
            #expect(merge.lines[0] == "& merged ben/main")
            #expect(merge.text.contains("✓ accepted  by Ana"))
            #expect(merge.text.contains("\"one source only\""))
            #expect(merge.lines.allSatisfy { $0.count <= 80 })
            #expect(try shell.succeed("decisions", "-C", "ana").text.contains("! disputed"))
            #expect(try shell.succeed("review", "-C", "ana", "--list").text.contains("2 disputed"))
            let ids = merge.text.matches(of: /✕ rejected[^\n]*\n +annals uphold (d[k-z]+)/).map { String($0.1) }
            #expect(ids.count == 2)
            _ = try shell.annals(["uphold", "-C", "ana"] + ids + ["-m", "talked it over"])
            #expect(try shell.succeed("decisions", "-C", "ana").text.contains("✕ rejected  by Ana"))
            #expect(try shell.succeed("merge", "-C", "ana", "ben/main").text.contains("= nothing to merge"))
            #expect(try shell.succeed("pull", "-C", "ben").text.contains("& followed  origin/main"))
            #expect(try !shell.succeed("facts", "-C", "ben").text.contains("diplomatic"))
            #expect(try shell.succeed("log", "-C", "ben", "--limit", "2").text.contains("& Merge ben/main"))
        }
    }

    @Test func `what is in dispute is shown by the server first, and one key upholds a side`() throws {
        try withTwo { shell in
            try ruleDifferently(shell)
            #expect(try shell.annals(["merge", "-C", "ana", "ben/main"]).status == 4)
            let result = try shell.serving(
                Shell.reviewing + """
                    page | grep -c 'In dispute, 1 of 2'
                    page | grep -c 'seen in both editions'
                    curl -s "${url}review" | grep -c '<form'
                    upholding() { page | sed -n "s/.*value=\\"\\(d[k-z]*\\)\\" data-key=\\"[12]\\"[^>]*>[^ ]* [^>]*>[12]<.kbd><span>uphold <bdi>$1<.*/\\1/p"; }
                    rule -d "uphold=dnone"; told
                    before=$(upholding Ben)
                    rule -d "id=$(field id)" -d "uphold=$before" --data-urlencode "reason=Ben called them"; told | sed 's/ [0-9a-f]*$//'
                    page | grep -c 'In dispute, 1 of 1'
                    rule -d "uphold=$before"; told
                    rule -d "uphold=$(upholding Ana)"; told | sed 's/ [0-9a-f]*$//'
                    page | grep -c 'In dispute'
                    annals decisions -C ana | grep -c 'Ben called them'
                    """, options: "-C ana")
            #expect(
                result.all == """
                    1
                    1
                    0
                    303 that is in dispute no longer this is the next
                    303 upheld Ben
                    1
                    303 that is in dispute no longer this is the next
                    303 upheld Ana
                    0
                    1
                    status 130

                    """, "\(result.errors)")
        }
    }

    @Test func `the readme shows what a merge of the shipped story really prints`() throws {
        let readme = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "README.md")
        let shown = try #require(
            try String(contentsOf: readme, encoding: .utf8).firstMatch(
                of: /```text\n\$ annals merge ben\/main\n([^`]*)```/)
        ).1
        try withShell { shell in
            try shell.succeed("demo", "ana")
            try shell.succeed("clone", "ana", "ben")
            for name in ["ana", "ben"] {
                try shell.script("git -C \(name)/.annals config user.name \(name.capitalized)").expectSuccess()
            }
            let review = try shell.succeed("review", "-C", "ana", "--list", "--format", "jsonl").lines
            let change = try #require(review.first { $0.contains("Qatar severed trade ties with Israel\"") })
            let id = String(try #require(change.firstMatch(of: /"id":"(e[k-z]+)"/)).1)
            try shell.succeed("accept", "-C", "ana", id, "-m", "both editions have it")
            try shell.write("Oman hosted talks in 2022.", to: "ben/oman.md")
            try shell.succeed("record", "-C", "ben", "ben/oman.md")
            try shell.succeed("reject", "-C", "ben", id, "-m", "one source only")
            try shell.succeed("remote", "add", "ben", "ben", "-C", "ana")
            try shell.succeed("fetch", "-C", "ana")
            let merge = try shell.annals(["merge", "-C", "ana", "ben/main"])
            #expect(merge.status == 4)
            #expect(Self.withoutIDs(merge.all) == Self.withoutIDs(String(shown)), "\(merge.all)")
        }
    }

    /// The text with ids and times as marks: they depend on the hour.
    private static func withoutIDs(_ text: String) -> String {
        text.replacing(/\b[0-9a-f]{8}\b/, with: "HASH").replacing(/\bd[k-z]{8}\b/, with: "ID")
            .replacing(/2\d{3}-\d\d-\d\d \d\d:\d\d/, with: "TIME").replacing(/\d{4}-\d\d-\d\d/, with: "DAY")
    }

    @Test func `a number upholds a ruling in the review, and somebody's can be upheld all at once`() throws {
        try withTwo { shell in
            try ruleDifferently(shell)
            #expect(try shell.annals(["merge", "-C", "ana", "ben/main"]).status == 4)
            let skipped = try shell.annals(["review", "-C", "ana"], input: Array("sq".utf8))
            #expect(skipped.text.contains("0 ruled on"))
            let review = try shell.annals(["review", "-C", "ana"], input: Array("x11q".utf8))
            #expect(review.text.contains("upheld"))
            #expect(review.text.contains("2 ruled on"))
            #expect(try !shell.succeed("decisions", "-C", "ana").text.contains("! disputed"))
            try shell.succeed("undo", "-C", "ana")
            let upheld = try shell.succeed("uphold", "-C", "ana", "--by", "ben")
            #expect(upheld.text.contains("reject 1"))
            #expect(try shell.succeed("uphold", "-C", "ana", "--by", "ben").text.contains("Nothing to decide"))
            #expect(try shell.annals(["uphold", "-C", "ana"]).status == 64)
            #expect(try shell.annals(["uphold", "-C", "ana", "dkkkkkkk"]).status == 2)
        }
    }

    @Test func `nothing is recorded where both edited a report, until a side is taken`() throws {
        try withTwo { shell in
            for (person, word) in [("ana", "two"), ("ben", "three")] {
                let text = "Qatar severed ties with Israel in 2009. Talks lasted \(word) days.\n"
                try shell.write(text, to: "\(person)/wire.md")
                try shell.script("cd \(person) && annals record wire.md").expectSuccess()
            }
            try shell.succeed("fetch", "-C", "ana")
            let tip = try shell.script("git -C ana/.annals rev-parse main").text
            let waiting = try shell.annals(["merge", "-C", "ana", "ben/main"])
            #expect(waiting.status == 4)
            #expect(waiting.text.contains("! undecided  wire  each side has another text"))
            #expect(waiting.text.contains("annals merge ben/main --take ours:wire"))
            #expect(try shell.script("git -C ana/.annals rev-parse main").text == tip)
            #expect(try shell.annals(["merge", "-C", "ana", "ben/main", "--take", "theirs:ledger"]).status == 64)
            #expect(try shell.annals(["merge", "-C", "ana", "ben/main", "--take", "both"]).status == 64)
            try shell.succeed("merge", "-C", "ana", "ben/main", "--take", "theirs:wire", "-m", "Ben has it right")
            #expect(try shell.script("git -C ana/.annals show main:reports | wc -l").text != "0")
            #expect(try shell.succeed("show", "-C", "ana", "wire").text.contains("wire"))
            #expect(try shell.succeed("log", "-C", "ana", "--limit", "1").text.contains("Ben has it right"))
            #expect(try shell.succeed("undo", "-C", "ana").text.contains("Ben has it right"))
        }
    }

    @Test func `a merged vocabulary comes into the folder, but never over edits that are not recorded`() throws {
        try withTwo { shell in
            try shell.write(
                Shell.vocabulary.replacing("type: country}", with: "type: place}"), to: "ben/vocabulary.yaml")
            try shell.script("cd ben && annals record").expectSuccess()
            try shell.succeed("fetch", "-C", "ana")
            try shell.write(Shell.vocabulary + "# mine\n", to: "ana/vocabulary.yaml")
            let refused = try shell.annals(["merge", "-C", "ana", "ben/main"])
            #expect(refused.status == 2)
            #expect(refused.errors.contains("vocabulary.yaml has edits that are not recorded"))
            try shell.write(Shell.vocabulary, to: "ana/vocabulary.yaml")
            try shell.succeed("merge", "-C", "ana", "ben/main")
            #expect(try shell.script("cmp ana/vocabulary.yaml ben/vocabulary.yaml").status == 0)
            #expect(try shell.script("cd ana && annals record").text.contains("Nothing to record"))
        }
    }

    @Test func `a vocabulary that somebody pushed is never taken back unasked by the next recording`() throws {
        try withTwo { shell in
            func push(_ vocabulary: String) throws {
                try shell.write(vocabulary, to: "ben/vocabulary.yaml")
                try shell.script("cd ben && annals record && annals push origin").expectSuccess()
            }
            func folder(_ person: String) throws -> String {
                try String(contentsOfFile: "\(shell.folder)/\(person)/vocabulary.yaml", encoding: .utf8)
            }
            // Ana edited nothing: hers follows.
            try push(Shell.vocabulary + "# Ben's\n")
            let followed = try shell.script("cd ana && annals record")
            #expect(followed.status == 0)
            #expect(followed.errors.contains("vocabulary.yaml is now as"))
            #expect(followed.text.contains("Nothing to record"))
            #expect(try folder("ana") == Shell.vocabulary + "# Ben's\n")
            // She edited another line: both stand.
            try push("# Ben's too\n" + Shell.vocabulary + "# Ben's\n")
            try shell.write(Shell.vocabulary + "# Ben's, and Ana's\n", to: "ana/vocabulary.yaml")
            try shell.script("cd ana && annals record").expectSuccess()
            #expect(try folder("ana") == "# Ben's too\n" + Shell.vocabulary + "# Ben's, and Ana's\n")
            try shell.script("cd ben && annals pull").expectSuccess()
            #expect(try folder("ben") == folder("ana"))
            // What she took over may be edited on, as anything.
            try shell.write(Shell.vocabulary + "# Ben's, and Ana's\n", to: "ana/vocabulary.yaml")
            #expect(try shell.script("cd ana && annals record").text.contains("vocabulary"))
            #expect(try folder("ana") == Shell.vocabulary + "# Ben's, and Ana's\n")
            // Both edited one line: she is asked.
            try shell.script("cd ben && annals pull").expectSuccess()
            try push(Shell.vocabulary + "# Ben's again\n")
            try shell.write(Shell.vocabulary + "# only Ana's\n", to: "ana/vocabulary.yaml")
            let asked = try shell.script("cd ana && annals record")
            #expect(asked.status == 2)
            #expect(asked.errors.contains("somebody recorded another meanwhile: both changed line"))
            #expect(try folder("ana") == Shell.vocabulary + "# only Ana's\n")
            let taken = try shell.script("cd ana && annals record --take ours")
            #expect(taken.status == 0)
            #expect(!taken.errors.contains("brought"))
            #expect(try folder("ana") == Shell.vocabulary + "# only Ana's\n")
            #expect(
                try shell.script("git -C ana/.annals show main:vocabulary.yaml | cmp - ana/vocabulary.yaml").status == 0
            )
        }
    }

    @Test func `two copies meet in a bare repository between them`() throws {
        try withTwo { shell in
            try shell.script(
                """
                git init --quiet --bare -b main hub.git
                for one in ana ben; do annals remote add hub hub.git -C $one; done
                """
            ).expectSuccess()
            #expect(try shell.annals(["fetch", "-C", "ana", "hub"]).errors.contains("hub has no revision to fetch"))
            #expect(try shell.succeed("push", "-C", "ana", "hub").text.contains("hub/main"))
            #expect(try shell.succeed("push", "-C", "ana", "hub").text.contains("as it was"))
            for person in ["ana", "ben"] {
                try shell.write("\(person.capitalized) met Qatar in 2021.\n", to: "\(person)/\(person).md")
                try shell.script("cd \(person) && annals record \(person).md").expectSuccess()
            }
            try shell.succeed("push", "-C", "ana", "hub")
            let late = try shell.annals(["push", "-C", "ben", "hub"])
            #expect(late.status == 2)
            #expect(late.errors.contains("hub has revisions that this story lacks"))
            #expect(try shell.succeed("pull", "-C", "ben", "hub").text.contains("& merged hub/main"))
            try shell.succeed("push", "-C", "ben", "hub")
            try shell.succeed("pull", "-C", "ana", "hub")
            let tips = try shell.script(
                "for one in ana/.annals ben/.annals hub.git; do git -C $one rev-parse main; done")
            #expect(Set(tips.lines).count == 1)
            #expect(try shell.succeed("clone", "hub.git").errors.contains("cd hub"))
            #expect(try shell.succeed("verify", "-C", "hub").text.contains("sound"))
            #expect(try shell.succeed("remote", "-C", "ana").text.contains("as here"))
        }
    }

    @Test func `what does not verify is not taken`() throws {
        try withTwo { shell in
            // Somebody commits with git what no recording made.
            try shell.script(
                """
                cd ben/.annals && tree=$(git rev-parse 'main^{tree}')
                export GIT_AUTHOR_NAME=x GIT_AUTHOR_EMAIL=x GIT_COMMITTER_NAME=x GIT_COMMITTER_EMAIL=x
                commit=$(git commit-tree -p main -m forged "$tree") && git update-ref refs/heads/main "$commit"
                """
            ).expectSuccess()
            let fetch = try shell.annals(["fetch", "-C", "ana"])
            #expect(fetch.status == 2)
            #expect(fetch.errors.contains("what ben has does not verify, and was not taken"))
            #expect(try shell.annals(["log", "-C", "ana", "--limit", "1"]).status == 0)
            #expect(try shell.script("git -C ana/.annals rev-parse --verify -q ben/main").status != 0)
            // Fetched past us, it is not merged either.
            try shell.script("git -C ana/.annals fetch -q ben").expectSuccess()
            let merge = try shell.annals(["merge", "-C", "ana", "ben/main"])
            #expect(merge.status == 2)
            #expect(merge.errors.contains("does not verify"))
            #expect(try shell.annals(["clone", "ben", "copy"]).status == 2)
            #expect(!FileManager.default.fileExists(atPath: shell.folder + "/copy/.annals"))
            try shell.script(
                """
                git -C ben/.annals update-ref refs/heads/main main~1
                git -C ana/.annals update-ref -d refs/remotes/ben/main
                """
            ).expectSuccess()
        }
    }

    @Test func `what cannot be reached or found is said with the next step`() throws {
        try withTwo { shell in
            let cases: [(arguments: [String], status: Int32, words: String)] = [
                (["fetch", "-C", "ana", "bne"], 2, "did you mean ben?"),
                (["merge", "-C", "ana", "ben/mian"], 2, "no revision is called ben/mian"),
                (["remote", "add", "ben", "ben", "-C", "ana"], 2, "there is a remote ben already"),
                (["remote", "add", "a..b", "ben", "-C", "ana"], 64, "cannot be the name of a remote"),
                (["remote", "add", "far", "nowhere", "-C", "ana"], 2, "there is no story in nowhere"),
                (["clone", "nowhere"], 2, "there is no story in nowhere"),
                (["clone", "ana", "ben"], 2, "there is a story in ben already"),
                (["remote", "remove", "far", "-C", "ana"], 2, "no remote is called far"),
            ]
            for one in cases {
                let result = try shell.annals(one.arguments)
                #expect(result.status == one.status, "\(one.arguments): \(result.errors)")
                #expect(result.errors.contains(one.words), "\(one.arguments): \(result.errors)")
                #expect(result.errors.contains("hint: "), "\(one.arguments)")
            }
            try shell.script("annals init other && annals remote add other other -C ana").expectSuccess()
            #expect(
                try shell.annals(["fetch", "-C", "ana", "other"]).errors.contains("other has no revision in common"))
            try shell.script("mv ben away").expectSuccess()
            let gone = try shell.annals(["fetch", "-C", "ana", "ben"])
            #expect(gone.status == 2)
            #expect(gone.errors.contains("ben does not answer"))
            try shell.script("mv away ben").expectSuccess()
            try shell.succeed("remote", "remove", "ben", "-C", "ana")
            #expect(try shell.annals(["fetch", "-C", "ben"]).status == 0)
        }
    }
}

extension CommandResult {
    fileprivate func expectSuccess() { #expect(status == 0, "\(errors)") }
}
