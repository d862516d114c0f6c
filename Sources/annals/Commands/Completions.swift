import ArgumentParser

/// Writes the script by which a shell completes the command.
struct Completions: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completions", _superCommandName: Annals.name,
        abstract: "Write the script by which a shell completes commands, options and the story's own names.",
        discussion: """
            With it the tabulator offers revisions, facts, reports, entities, changes, contradictions and decisions of the story \
            that one stands in, or of that of -C.

              annals completions bash > annals.bash          and: source annals.bash
              annals completions zsh > _annals               into a folder of $fpath
              annals completions fish > annals.fish          into ~/.config/fish/completions
            """)

    /// The shells that are known.
    enum Shell: String, ChoiceArgument {
        case bash, zsh, fish
    }

    @Argument(help: "bash, zsh or fish.")
    var shell: Shell

    func run() throws {
        let shell: CompletionShell =
            switch self.shell {
            case .bash: .bash
            case .zsh: .zsh
            case .fish: .fish
            }
        try Output.write(CompletionScript(for: shell).text + "\n")
    }
}
