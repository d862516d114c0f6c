import Git
import TestSupport
import Testing

@Suite struct SettingsTests {
    @Test func `a setting is written, read with its level, and taken out again`() throws {
        try withTemporaryFolder { folder in
            let repository = try GitRepository(creatingAt: folder + "/story")
            #expect(try repository.settings(in: "annals").isEmpty)
            try repository.set("annals.extractor.Desk.command", to: "sh 'my desk.sh' \"$HOME\"")
            try repository.set("annals.Extractor", to: "Desk")
            try repository.set("annalsx.other", to: "1")
            #expect(
                Set(try repository.settings(in: "annals")) == [
                    GitSetting(name: "annals.extractor", value: "Desk", level: .repository),
                    GitSetting(
                        name: "annals.extractor.Desk.command", value: "sh 'my desk.sh' \"$HOME\"", level: .repository),
                ])
            try repository.set("annals.extractor", to: "english")
            #expect(try repository.setting("annals.extractor") == "english")
            #expect(try repository.unset("annals.extractor"))
            #expect(try !repository.unset("annals.extractor"))
            #expect(try repository.setting("annals.extractor") == nil)
        }
    }

    @Test func `git reads what was written, and is read`() throws {
        try withTemporaryFolder { folder in
            let repository = try GitRepository(creatingAt: folder + "/story")
            let file = folder + "/story/config"
            try repository.set("annals.extractor.desk.command", to: " a;b#c\\d ")
            let said = try run(["git", "config", "--file", file, "annals.extractor.desk.command"])
            #expect(String(decoding: said.output, as: UTF8.self) == " a;b#c\\d \n")
            _ = try run(["git", "config", "--file", file, "annals.extractor.desk.timeout", "7"])
            #expect(try repository.setting("annals.extractor.desk.timeout") == "7")
        }
    }

    @Test(arguments: ["", "annals", "annals.", ".annals", "annals.a b", "annals.x\u{0}y"])
    func `a name that git does not allow is refused`(name: String) throws {
        try withTemporaryFolder { folder in
            let repository = try GitRepository(creatingAt: folder + "/story")
            let error = #expect(throws: GitError.self) { try repository.set(name, to: "1") }
            #expect(error?.code == .invalid)
        }
    }
}
