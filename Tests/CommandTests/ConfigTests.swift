import Foundation
import TestSupport
import Testing

/// Settings, and the extractors that they name.
@Suite struct ConfigTests {
    @Test func `a setting is made, shown with its origin, and taken back`() throws {
        try withStory { shell in
            #expect(try shell.succeed("config").all == "no settings\n")
            try shell.succeed("config", "annals.extractor.desk.keyVariable", "DESK_KEY")
            #expect(try shell.succeed("config", "annals.extractor.desk.KEYVARIABLE").all == "DESK_KEY\n")
            let git = ["git", "config", "--file", shell.folder + "/.annals/config", "--get-regexp", "^annals"]
            #expect(try run(git).text == "annals.extractor.desk.keyvariable DESK_KEY")
            try shell.succeed("config", "--unset", "annals.extractor.desk.keyVariable")
            let gone = try shell.annals(["config", "annals.extractor.desk.keyVariable"])
            #expect(gone.status == 1 && gone.output.isEmpty)
            #expect(gone.errors.contains("annals.extractor.desk.keyvariable is not set"))
        }
    }

    @Test func `the variable counts before the repository, and that before the user`() throws {
        try withStory { shell in
            try shell.write("[annals]\n\textractor = mine\n\tpager = less\n", to: ".home/.gitconfig")
            #expect(try shell.succeed("config", "--show-origin", "annals.extractor").all == "user\tmine\n")
            try shell.succeed("config", "annals.extractor", "ours")
            #expect(try shell.succeed("config", "annals.extractor", "--show-origin").all == "repository\tours\n")
            let told = ["ANNALS_EXTRACTOR": "told"]
            #expect(try shell.succeed("config", "annals.extractor", with: told).all == "told\n")
            #expect(
                try shell.succeed("config", "--show-origin", with: told).all == """
                    from              setting           value
                    ANNALS_EXTRACTOR  annals.extractor  told
                    user              annals.pager      less

                    """)
            let other = try shell.annals(["config", "--unset", "annals.pager"])
            #expect(other.status == 1 && other.errors.contains("it is set by user"))
        }
    }

    private static let wrong: [(arguments: String, status: Int32, says: String)] = [
        ("annals.extrctor x", 64, "did you mean annals.extractor?"),
        ("user.name x", 64, "user.name is no setting of annals"),
        ("annals.extractor.desk.comand x", 2, "did you mean annals.extractor.desk.command?"),
        ("annals.extractor.desk.timeout 0", 2, "\"0\" is not a number of seconds from 1 to 3600"),
        ("annals.extractor.desk.keyVariable sk-12", 2, "it must be the name of an environment variable"),
        ("annals.autoPack never", 64, "annals.autoPack is true or false, not never"),
        ("--unset", 64, "--unset needs the name of a setting"),
        ("--unset annals.extractor", 1, "annals.extractor is not set for this story"),
    ]

    @Test(arguments: wrong)
    func `a wrong setting is refused, and what was tried is not repeated when it may be a key`(
        arguments: String, status: Int32, says: String
    ) throws {
        try withStory { shell in
            let result = try shell.annals(["config"] + arguments.split(separator: " ").map(String.init))
            #expect(result.status == status && result.errors.contains(says), "\(result.errors)")
            #expect(!result.errors.contains("sk-12") && result.output.isEmpty)
            #expect(try shell.succeed("config").all == "no settings\n")
        }
    }

    @Test func `an extractor is listed, checked, and found out`() throws {
        try withStory { shell in
            try shell.write(Shell.desk, to: "desk.sh")
            try shell.succeed("config", "annals.extractor.desk.command", "sh desk.sh")
            try shell.succeed("config", "annals.extractor.gone.command", "no-such-program")
            let list = try shell.succeed("extractor", "list", "--format", "jsonl").all
            #expect(list.contains(#""fingerprint":"desk@1","name":"desk""#))
            #expect(list.contains("extractor gone: what it says of itself is not extract/1"))
            let check = try shell.succeed("extractor", "check", "desk").all
            #expect(check.contains("2 passages") && check.contains("nothing is wrong"), "\(check)")
            #expect(try shell.succeed("extractor", "check", "desk", "reports/").all.contains("1 passage,"))
            try shell.write(
                Shell.desk.replacing("\"omitted\":[]", with: "\"omitted\":[],\"error\":7"), to: "desk.sh")
            let broken = try shell.annals(["extractor", "check", "desk", "reports/"])
            #expect(broken.status == 1 && broken.all.contains("it must read every passage"), "\(broken.all)")
            let unknown = try shell.annals(["extractor", "check", "dsk"])
            #expect(unknown.status == 2 && unknown.errors.hasPrefix("error: no extractor is called dsk\n"))
        }
    }
}

extension Shell {
    /// A program that speaks extract/1 and finds nothing.
    static let desk = #"""
        if [ "$1" = --describe ]; then echo '{"annals":"extract/1","name":"desk","version":"1"}'; exit; fi
        while IFS= read -r line; do
            id=${line#*\"id\":}
            printf '{"id":%s,"claims":[],"omitted":[]}\n' "${id%%,*}"
        done

        """#
}
