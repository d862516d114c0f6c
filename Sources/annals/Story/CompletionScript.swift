import ArgumentParser

/// The script by which a shell completes the command.
///
/// The parser writes it, and knows of no option before the command; here `-C DIR` is one, as it is when the command runs.
struct CompletionScript {
    let text: String

    init(for shell: CompletionShell) {
        var text = Annals.completionScript(for: shell)
        for (place, addition) in Self.additions(for: shell) {
            guard let found = text.firstRange(of: place) else { continue }
            text.replaceSubrange(found, with: addition)
        }
        self.text = text
    }

    /// What stands in the place of what: each where it first occurs, which is where the command itself is completed.
    private static func additions(for shell: CompletionShell) -> [(place: String, addition: String)] {
        switch shell {
        case .bash: bash
        case .zsh: zsh
        case .fish: fish
        default: []
        }
    }

    private static let bash = [
        (
            """
                local -a non_repeating_options=()
                __annals_offer_flags_options 0

            """,
            """
                local -a non_repeating_options=(-C)
                __annals_offer_flags_options 0
                if [[ "${prev}" = -C ]]; then
                    __annals_add_completions -d
                    return
                fi

            """
        )
    ]

    private static let zsh = [
        (
            """
                    '(-h --help)'{-h,--help}'[Show help information.]'
                    '(-): :->command'
                    '(-)*:: :->arg'
            """,
            """
                    '(-h --help)'{-h,--help}'[Show help information.]'
                    '-C[The folder of the story.]:story:_files -/'
                    '(-): :->command'
                    '(-)*:: :->arg'
            """
        )
    ]

    private static let fish = [
        (
            "        __annals_parse_subcommand 0 'version' 'h/help'\n",
            "        __annals_parse_subcommand 0 'C=' 'version' 'h/help'\n"
        ),
        (
            "complete -c 'annals' -f\n",
            """
            complete -c 'annals' -f
            complete -c 'annals' -n '__annals_should_offer_completions_for_flags_or_options "annals" C' -s 'C' \
            -d 'The folder of the story.' -rfa '(__annals_complete_directories)'

            """
        ),
    ]
}
