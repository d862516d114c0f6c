/// How text is set for a terminal.
package struct TextStyle: Hashable, Sendable {
    /// The colours that a terminal has.
    package enum Colours: Hashable, Sendable, CaseIterable {
        case none
        /// The sixteen of ECMA-48 and its common extension.
        case basic
        /// The 256 of xterm.
        case extended
    }

    /// Columns that a line may fill, at least ``narrowest``.
    package let width: Int
    /// The colours to use.
    package let colours: Colours

    /// Columns below which nothing can be laid out.
    package static let narrowest = 24

    /// A style; a width below ``narrowest`` is taken as that.
    package init(width: Int = 80, colours: Colours = .none) {
        self.width = max(width, Self.narrowest)
        self.colours = colours
    }

    /// Whether colours and other marks of a terminal may be used at all.
    package var isColoured: Bool { colours != .none }
}

extension TextStyle {
    /// The parameters of the ECMA-48 sequence that sets a role; empty for none.
    ///
    /// Blue and orange are told apart with every common colour blindness; what carries meaning is underlined or struck out too.
    func attributes(of role: Span.Role) -> String {
        guard isColoured else { return "" }
        let (blue, orange) = colours == .extended ? ("38;5;33", "38;5;208") : ("34", "33")
        return switch role {
        case .plain, .quote: ""
        case .strong, .word, .glyph, .subject: "1"
        case .dim, .hint, .place: "2"
        case .id, .command: "36"
        case .before: orange
        case .after: blue
        case .removed: "9;\(orange)"
        case .added: "4;\(blue)"
        }
    }
}
