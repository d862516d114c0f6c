import ArgumentParser
import Extraction
import FactRepository
import Facts
import Git
import Rendering

/// Reads and writes settings.
struct Config: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", _superCommandName: Annals.name,
        abstract: "Show settings, or set one for this story.",
        discussion: """
            Settings are git's: those of this story's repository count before your own (git config --global), and those before the \
            machine's; the variables ANNALS_PAGER and ANNALS_EXTRACTOR count before all. They are never recorded with the story, so \
            that nobody who sends you one can set anything.

            annals.extractor is what reads reports when nobody says. annals.extractor.NAME.… defines one: command, a program \
            that speaks extract/1; or endpoint, model, keyVariable, temperature, seed, retries, recordings and replay, a language \
            model behind an OpenAI-compatible interface; timeout, in seconds, for both. annals.pager is what shows long output. annals.autoPack, when false, leaves \
            packs alone until somebody runs annals pack.

              annals config
              annals config --show-origin
              annals config annals.extractor.desk.command "sh desk.sh"
              annals config annals.extractor.desk.command
              annals config --unset annals.extractor.desk.timeout
            """)

    @OptionGroup var place: StoryOptions
    @Argument(help: "The setting's full name.")
    var name: String?
    @Argument(help: "What to set it to, for this story.")
    var value: String?
    @Flag(name: .customLong("show-origin"), help: "Show where settings come from.")
    var showsOrigin = false
    @Flag(help: "Take the setting out of this story's repository.")
    var unset = false
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if unset, name == nil || value != nil {
            throw ValidationError("--unset needs the name of a setting, and no value")
        }
    }

    func run() throws {
        let story = try place.open()
        switch (name, value) {
        case (nil, _): try list(in: story)
        case (let name?, let value?): try set(try Self.checked(name), to: value, in: story)
        case (let name?, nil) where unset: try remove(try Self.checked(name), in: story)
        case (let name?, nil): try show(try Self.checked(name), in: story)
        }
    }

    private func list(in story: Story) throws {
        let rows = try Settings(of: story).effective.map {
            SettingsPage.Row(name: $0.name, value: $0.value, origin: $0.origin)
        }
        try output.show(SettingsPage(rows, showsOrigin: showsOrigin), in: story)
    }

    private func show(_ name: String, in story: Story) throws {
        guard let setting = try Settings(of: story).setting(name) else {
            throw Failure(
                message: "\(visible(name)) is not set", hint: "annals config lists what is", status: .findings)
        }
        try Output.write((showsOrigin ? "\(setting.origin)\t" : "") + "\(setting.value)\n")
    }

    private func set(_ name: String, to value: String, in story: Story) throws {
        try ExtractorSettings.check(Setting(name: name, value: value, origin: ""))
        if name == Settings.packing, !["true", "false"].contains(value) {
            throw Failure(
                message: "\(GitRepository.packsBySetting) is true or false, not \(visible(value))",
                hint: "annals help pack says what it does", status: .usage)
        }
        try story.repository.git.set(name, to: value)
    }

    private func remove(_ name: String, in story: Story) throws {
        guard try story.repository.git.unset(name) else {
            let other = try Settings(of: story).setting(name)
            throw Failure(
                message: "\(visible(name)) is not set for this story",
                hint: other.map { "it is set by \($0.origin)" } ?? "annals config lists what is", status: .findings)
        }
    }

    /// The name as git writes it, if there is a setting of that name.
    private static func checked(_ name: String) throws -> String {
        let known = [SettingName.preferred, "annals.pager", Settings.packing]
        let name = Settings.canonical(name)
        guard SettingName.parse(name) == nil, !known.contains(name) else { return name }
        let nearest = Suggestion.nearest(to: name, in: known)
        throw Failure(
            message: "\(visible(name)) is no setting of annals",
            hint: nearest.map { "did you mean \($0)?" } ?? "annals help config names them; git config sets git's own",
            status: .usage)
    }
}
