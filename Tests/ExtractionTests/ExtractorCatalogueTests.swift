import Extraction
import Facts
import Foundation
import TestSupport
import Testing

@Suite struct ExtractorCatalogueTests {
    @Test func `what is built in and what is set stand side by side, and one is preferred`() async throws {
        let plain = catalogue([:])
        #expect(plain.entries == [.init(name: "english", origin: nil, isPreferred: true)])
        #expect(try await plain.extractor(nil, vocabulary: .empty).fingerprint == .unnamed)
        let set = catalogue(["annals.extractor": "desk", "annals.extractor.desk.command": "sh x"])
        #expect(
            set.entries == [
                .init(name: "desk", origin: "repository", isPreferred: true),
                .init(name: "english", origin: nil, isPreferred: false),
            ])
    }

    @Test func `a program is made by its name`() async throws {
        try await withProgram(.visits) { program in
            let command = "sh '\(program.folder)/extract.sh'"
            let catalogue = catalogue([
                "annals.extractor.desk.command": command, "annals.extractor.desk.timeout": "3600",
            ])
            let extractor = try await catalogue.extractor("desk", vocabulary: .empty)
            #expect(extractor.fingerprint.description == "visits@2")
        }
    }

    @Test func `a program runs in the story's folder`() async throws {
        try await withProgram(.visits) { program in
            let settings = ["annals.extractor.desk.command": "sh extract.sh", "annals.extractor.desk.timeout": "3600"]
            let catalogue = catalogue(settings, folder: program.folder)
            let extractor = try await catalogue.extractor("desk", vocabulary: .empty)
            #expect(extractor.fingerprint.description == "visits@2")
        }
    }

    private static let model = [
        "annals.extractor.mini.endpoint": "https://api.example.org/v1", "annals.extractor.mini.model": "mini-1",
        "annals.extractor.mini.keyvariable": "EXAMPLE_KEY",
    ]

    @Test func `a model needs its key, which must be one, unless its answers are recorded`() async throws {
        for key in [nil, "", "two\nlines"] {
            let failure = await #expect(throws: ExtractorFailure.self) {
                try await catalogue(Self.model, key: key).extractor("mini", vocabulary: .empty)
            }
            #expect(failure?.reason == .noKey(variable: "EXAMPLE_KEY"))
        }
        let extractor = try await catalogue(Self.model, key: "secret").extractor("mini", vocabulary: .empty)
        #expect(extractor.fingerprint.description.hasPrefix("mini@mini-1+"))
        try await withTemporaryFolder { folder in
            let more = ["annals.extractor.mini.recordings": "answers", "annals.extractor.mini.replay": "only"]
            let replay = catalogue(Self.model.merging(more) { _, new in new }, folder: folder)
            let extractor = try await replay.extractor("mini", vocabulary: .empty)
            let failure = await #expect(throws: ExtractorFailure.self) { try await extractor.read(passage("Text.")) }
            guard case .notRecorded(let path) = failure?.reason else { Issue.record("no recording asked for"); return }
            #expect(path.hasPrefix(folder + "/answers/"))
        }
    }

    @Test func `a name that is not there, and one that is built in, are told`() async throws {
        let settings = ["annals.extractor": "dsk", "annals.extractor.english.command": "sh x"]
        let unknown = await #expect(throws: SettingProblem.self) {
            try await catalogue(settings).extractor(nil, vocabulary: .empty)
        }
        #expect(unknown?.reason == .noExtractor("dsk", known: ["english"]) && unknown?.origin == "repository")
        let builtIn = await #expect(throws: SettingProblem.self) {
            try await catalogue(settings).extractor("english", vocabulary: .empty)
        }
        #expect(builtIn?.reason == .builtIn)
    }

    /// A catalogue with one extractor that is built in, which finds nothing.
    private func catalogue(
        _ settings: [String: String], key: String? = nil, folder: String = "/"
    ) -> ExtractorCatalogue {
        let settings = settings.sorted { $0.key < $1.key }.map {
            Setting(name: $0.key, value: $0.value, origin: "repository")
        }
        return ExtractorCatalogue(
            builtIn: ["english": { _ in CountingExtractor(reading: PassageReading()) }], fallback: "english",
            settings: ExtractorSettings(settings),
            in: .init(folder: folder) { $0 == "EXAMPLE_KEY" ? key : nil })
    }
}
