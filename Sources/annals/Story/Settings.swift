import Extraction
import FactRepository
import FoundationEssentials
import Git
import Linguistics

/// The settings of annals, through git's own configuration.
struct Settings {
    /// All of them, those that count less first.
    let all: [Setting]

    /// What counts in a story, or where there is none.
    init(of story: Story?) throws {
        let section = "annals"
        let stored = try story?.repository.git.settings(in: section) ?? UserSettings.settings(in: section)
        let told = Terminal.environment(Self.extractorVariable).map {
            Setting(name: SettingName.preferred, value: $0, origin: Self.extractorVariable)
        }
        all = stored.map { Setting(name: $0.name, value: $0.value, origin: $0.level.words) } + [told].compactMap(\.self)
    }

    /// Those that count, by name.
    var effective: [Setting] {
        Dictionary(all.map { ($0.name, $0) }) { _, stronger in stronger }.values.sorted { $0.name < $1.name }
    }

    /// The one of that name that counts; git tells capital letters from small ones between the dots only.
    func setting(_ name: String) -> Setting? { all.last { $0.name == Self.canonical(name) } }

    /// The name as git writes it.
    static func canonical(_ name: String) -> String {
        guard let first = name.firstIndex(of: "."), let last = name.lastIndex(of: ".") else { return name }
        return name[..<first].lowercased() + name[first..<last] + name[last...].lowercased()
    }

    /// The setting that says whether packs are put together without being asked for, as git writes its name.
    static let packing = canonical(GitRepository.packsBySetting)

    /// The variable that takes the place of `annals.extractor`.
    private static let extractorVariable = "ANNALS_EXTRACTOR"
}

extension GitSetting.Level {
    /// Whose file it is, in a word.
    fileprivate var words: String {
        switch self {
        case .system: "system"
        case .user: "user"
        case .repository: "repository"
        }
    }
}

extension ExtractorCatalogue {
    /// What can read reports in a story, or where there is none.
    init(of story: Story?) throws {
        let folder = story?.folder ?? FileManager.default.currentDirectoryPath
        self.init(
            builtIn: BuiltInExtractors.all, fallback: BuiltInExtractors.fallback,
            settings: ExtractorSettings(try Settings(of: story).all),
            in: .init(folder: folder) { Terminal.environment($0) })
    }
}

/// The extractors that come with the command.
enum BuiltInExtractors {
    /// How they are made, by name.
    static let all: [String: ExtractorCatalogue.BuiltIn] = [
        fallback: { vocabulary in
            let pipeline = try Pipeline.english()
            return EnglishReader(vocabulary: vocabulary, parseAll: pipeline.parse(sentences:))
        }
    ]

    /// The one that is used when nobody says.
    static let fallback = "english"
}
