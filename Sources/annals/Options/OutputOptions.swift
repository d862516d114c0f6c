import ArgumentParser
import FactRepository
import Git
import Rendering

/// How a reading command shows what it found.
struct OutputOptions: ParsableArguments {
    @Option(help: "text, json, jsonl, markdown or html.")
    var format = OutputFormat.text
    @Option(help: "auto, always or never.")
    var color = ColourChoice.auto
    @Flag(name: .customLong("no-pager"), help: "Do not page long output.")
    var isUnpaged = false

    /// Shows a page, in the pager when people read text on a terminal.
    func show(_ page: some Page, in story: Story?) throws {
        let text = render(page, as: format, style: style)
        if Terminal.isOutputInteractive, !isUnpaged, format == .text {
            try Output.page(text, setting: try story?.repository.git.setting("annals.pager"))
        } else {
            try Output.write(text)
        }
    }

    private var style: TextStyle { Self.style(color) }

    /// How text looks on this terminal.
    static func style(_ color: ColourChoice) -> TextStyle {
        let isColoured = color == .always || (color == .auto && Terminal.wantsColour)
        return TextStyle(width: Terminal.width, colours: isColoured ? Terminal.colours : .none)
    }
}

/// When to colour.
enum ColourChoice: String, ChoiceArgument {
    case auto, always, never
}

extension OutputFormat: ChoiceArgument {}
