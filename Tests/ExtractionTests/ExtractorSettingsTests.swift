import Extraction
import Testing

@Suite struct ExtractorSettingsTests {
    @Test func `a program, and how long it may take`() throws {
        let settings = settings([
            "annals.extractor": "desk", "annals.extractor.desk.command": "python3 desk.py",
            "annals.extractor.desk.timeout": "60", "annals.extractor.a.b.command": "sh x", "annals.pager": "less",
        ])
        #expect(settings.preferred?.value == "desk")
        #expect(settings.names == ["a.b", "desk"])
        #expect(try settings.definition(of: "desk") == .command("python3 desk.py", seconds: 60))
        #expect(try settings.definition(of: "a.b") == .command("sh x", seconds: 120))
        #expect(settings.origin(of: "desk") == "repository" && settings.origin(of: "none") == nil)
    }

    @Test func `a model, and all that can be said of it; git lowers the last word`() throws {
        let prefix = "annals.extractor.mini."
        let settings = settings([
            prefix + "endpoint": "https://api.example.org/v1/", prefix + "model": "mini-1",
            prefix + "keyvariable": "EXAMPLE_KEY", prefix + "temperature": "0.5", prefix + "seed": "7",
            prefix + "timeout": "30", prefix + "retries": "0", prefix + "recordings": "answers",
            prefix + "replay": "only",
        ])
        var expected = ChatEndpoint(base: "https://api.example.org/v1", model: "mini-1")
        expected.keyVariable = "EXAMPLE_KEY"
        expected.temperature = "0.5"
        (expected.seed, expected.seconds, expected.retries) = (7, 30, 0)
        (expected.recordings, expected.isReplayOnly) = ("answers", true)
        #expect(try settings.definition(of: "mini") == .endpoint(expected))
    }

    @Test func `what is said later counts`() throws {
        let name = "annals.extractor.desk.command"
        let settings = ExtractorSettings([
            Setting(name: name, value: "old", origin: "user"), Setting(name: name, value: "new", origin: "repository"),
        ])
        #expect(try settings.definition(of: "desk") == .command("new", seconds: 120))
        #expect(settings.origin(of: "desk") == "repository")
    }

    static let wrong: [([String: String], String, SettingProblem.Reason)] = [
        (["comand": "x"], "comand", .unknown(nearest: "annals.extractor.desk.command")),
        (["command": " "], "command", .value(" ", expected: "a command line")),
        (["command": "x", "endpoint": "https://a.org"], "command", .both("annals.extractor.desk.endpoint")),
        (["command": "x", "model": "m"], "model", .both("annals.extractor.desk.command")),
        (["timeout": "60"], "command", .missing(for: "annals.extractor.desk")),
        (["endpoint": "https://a.org"], "model", .missing(for: "annals.extractor.desk.endpoint")),
        (
            ["command": "x", "timeout": "0"], "timeout",
            .value("0", expected: "a number of seconds from 1 to 3600")
        ),
        (
            ["endpoint": "https://a.org", "model": "m", "keyVariable": "sk-1234"], "keyVariable",
            .value(nil, expected: "the name of an environment variable, not the key itself")
        ),
        (
            ["endpoint": "http://a.org", "model": "m", "keyVariable": "KEY"], "endpoint",
            .value("http://a.org", expected: "a URL that starts with https://: a key is not sent in the clear")
        ),
        (
            ["endpoint": "https://a.org", "model": "m", "replay": "only"], "recordings",
            .missing(for: "annals.extractor.desk.replay")
        ),
        (
            ["endpoint": "https://a.org", "model": "m", "temperature": "3"], "temperature",
            .value("3", expected: "a number from 0 to 2")
        ),
    ]

    @Test(arguments: wrong)
    func `what is wrong is said of the setting that is wrong`(
        given: [String: String], name: String, reason: SettingProblem.Reason
    ) {
        let prefix = "annals.extractor.desk."
        let settings = settings(Dictionary(uniqueKeysWithValues: given.map { (prefix + $0.key, $0.value) }))
        let problem = #expect(throws: SettingProblem.self) { try settings.definition(of: "desk") }
        #expect(problem?.setting == prefix + name && problem?.reason == reason)
    }

    @Test(arguments: [
        "ftp://a.org", "a.org", "https://", "https:///v1", "https://me:key@a.org", "https://a.org/?key=1",
        "https://a.org/\"", "https://a.org/a b", "https://a.org/\n", "https://a.org\\b",
    ])
    func `what is no base of an interface is refused`(base: String) {
        let settings = settings(["annals.extractor.m.endpoint": base, "annals.extractor.m.model": "m"])
        let problem = #expect(throws: SettingProblem.self) { try settings.definition(of: "m") }
        #expect(problem?.setting == "annals.extractor.m.endpoint")
    }

    @Test(arguments: ["http://localhost:8080/v1", "http://127.0.0.1", "http://[::1]:9/v1", "https://a.org"])
    func `a key may be sent to this machine, or where nobody can read it`(base: String) throws {
        let settings = settings([
            "annals.extractor.m.endpoint": base, "annals.extractor.m.model": "m", "annals.extractor.m.keyvariable": "K",
        ])
        #expect(throws: Never.self) { try settings.definition(of: "m") }
    }

    @Test func `an extractor that nobody defined is named, with those that there are`() {
        let problem = #expect(throws: SettingProblem.self) {
            try settings(["annals.extractor.desk.command": "x"]).definition(of: "dsk")
        }
        #expect(problem?.reason == .noExtractor("dsk", known: ["desk"]))
    }

    /// Settings of the repository.
    private func settings(_ values: [String: String]) -> ExtractorSettings {
        ExtractorSettings(
            values.sorted { $0.key < $1.key }.map { Setting(name: $0.key, value: $0.value, origin: "repository") })
    }
}
