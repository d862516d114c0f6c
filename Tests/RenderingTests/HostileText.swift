/// Texts that try to get out of the page, and what must never be seen of them.
enum HostileText {
    /// Every one is tried in every place of every page.
    static let all: [String] = [
        "\u{1B}[31mred\u{1B}[0m", "\u{1B}]0;title\u{07}", "\u{9B}2J", "\u{1B}]8;;http://evil.example\u{1B}\\link",
        "\r\nnext: rm -rf",
        "a\u{8}\u{8}b", "\u{202E}txt.exe\u{202C}", "\u{2066}iso\u{2069}", "\u{200E}\u{200F}\u{61C}",
        "zero\u{200B}width\u{FEFF}",
        "line\u{2028}para\u{2029}", "nul\u{0}del\u{7F}nel\u{85}", "\u{E000}\u{F8FF}\u{10FFFD}",
        "\u{301}\u{301}mark first",
        "tag\u{E0041}\u{E007F}", "\"\u{301}quote", "<script>alert(1)</script>", "<b\u{338}>",
        "--><img src=x onerror=alert(1)>",
        "![x](http://evil.example/x.png)", "[x](javascript:alert(1))", "[ref]: http://evil.example",
        "http://evil.example/a_b",
        "https://evil.example", "www.evil.example", "WWW.evil.example", "someone@evil.example", "@octocat", "#123",
        "octo/repo#1",
        "GH-1", ":tada:", "**bold** _it_ ~~gone~~ `code`", "``` \n fence", "| a | b |\n|---|---|", "# heading",
        "> quote",
        "- item", "+ item", "1. item", "1) item", "=====", "-----", "    indented", "[^1]", "$x^2$ $$y$$", "\\`\\*",
        "&lt;b&gt; &#60;",
        "{+added+} [-removed-]", String(repeating: "東", count: 450), String(repeating: "x", count: 900),
        String(repeating: "z\u{300}", count: 3),
        "a" + String(repeating: "\u{301}", count: 200), "", " ", "\n",
    ]

    /// The scalars of an output that a terminal would obey or a reader would not see; line feeds aside.
    static func hidden(in output: String) -> [Unicode.Scalar] {
        output.unicodeScalars.filter { scalar in
            guard scalar != "\n" else { return false }
            switch scalar.value {
            case 0..<0x20, 0x7F...0x9F, 0xAD, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F,
                0xFEFF, 0xE000...0xF8FF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF, 0xF0000...0x10FFFF:
                return true
            default: return false
            }
        }
    }
}
