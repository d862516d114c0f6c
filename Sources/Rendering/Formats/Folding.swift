/// Folds lines to a width, measured in columns.
struct Folding {
    /// Columns that a line may fill.
    let width: Int
    /// Whether signs stand around words that are gone or new: `[-24-]{+48+}`.
    var marksChanges = true

    /// A run of scalars of one role.
    struct Piece: Hashable {
        var text: String
        let role: Span.Role
    }

    /// A folded line and its columns.
    struct Row: Hashable {
        var pieces: [Piece] = []
        var columns = 0
    }

    /// What is not parted unless it is wider than a whole line, and the spaces before it.
    private struct Word {
        var gap: Int
        var pieces: [Piece] = []
        var columns: Int { pieces.reduce(0) { $0 + DisplayWidth.columns(of: $1.text) } }
    }

    /// The rows of a line.
    ///
    /// The first starts after `first`, the others are indented by `hang` columns.
    func rows(_ line: Line, after first: Row = Row(), hang: Int = 0) -> [Row] {
        // A hanging indent that leaves no room to hang in would part every word.
        let hang = min(hang, width / 2)
        var rows = [first]
        var isStart = true
        for word in words(line) {
            let gap = isStart ? 0 : word.gap
            let columns = word.columns
            if rows[rows.count - 1].columns + gap + columns <= width {
                rows[rows.count - 1].append(spaces: gap)
                rows[rows.count - 1].append(word.pieces, columns)
            } else {
                if !isStart || rows[rows.count - 1].columns > hang { rows.append(Self.indented(hang)) }
                place(word, columns, in: &rows, hang: hang)
            }
            isStart = false
        }
        return rows
    }

    /// At most so many rows of a line, cut between words with a sign for what is left out.
    func rows(_ line: Line, after first: Row = Row(), hang: Int = 0, atMost limit: Int) -> [Row] {
        let whole = rows(line, after: first, hang: hang)
        if whole.count <= limit { return whole }
        var cut = Array(
            Folding(width: width - 2, marksChanges: marksChanges).rows(line, after: first, hang: hang).prefix(limit))
        guard let last = cut.popLast() else { return [] }
        return cut + [last.text.hasSuffix("…") ? last : last.marked]
    }

    /// Puts a word at the start of a row, parted where it is wider than the row.
    private func place(_ word: Word, _ columns: Int, in rows: inout [Row], hang: Int) {
        guard hang + columns > width else { return rows[rows.count - 1].append(word.pieces, columns) }
        for piece in word.pieces {
            for scalar in piece.text.unicodeScalars {
                let columns = DisplayWidth.columns(of: scalar)
                if rows[rows.count - 1].columns + columns > width { rows.append(Self.indented(hang)) }
                rows[rows.count - 1].append([Piece(text: String(scalar), role: piece.role)], columns)
            }
        }
    }

    static func indented(_ columns: Int) -> Row {
        var row = Row()
        row.append(spaces: columns)
        return row
    }

    private func words(_ line: Line) -> [Word] {
        var words: [Word] = []
        var current = Word(gap: 0)
        func close(_ gap: Int) {
            if !current.pieces.isEmpty {
                words.append(current)
                current = Word(gap: gap)
            } else {
                current.gap += gap
            }
        }
        for part in line.parts {
            switch part {
            case .gap(let gap): close(gap)
            case .tie: current.pieces.append(Piece(text: " ", role: .plain))
            case .span(let span):
                let (opening, closing) = marksChanges ? span.role.marks : ("", "")
                let text = opening + span.text.text + closing
                let parts = text.split(separator: " ", omittingEmptySubsequences: false)
                for (index, part) in parts.enumerated() {
                    if index > 0 { close(1) }
                    if !part.isEmpty { current.pieces.append(Piece(text: String(part), role: span.role)) }
                }
            }
        }
        close(0)
        return words
    }
}

extension Folding.Row {
    fileprivate var text: String { pieces.map(\.text).joined() }

    /// The row with a sign that something is left out behind it.
    fileprivate var marked: Folding.Row {
        var row = self
        row.append([Folding.Piece(text: " …", role: .dim)], 2)
        return row
    }

    mutating func append(spaces count: Int) {
        guard count > 0 else { return }
        append([Folding.Piece(text: String(repeating: " ", count: count), role: .plain)], count)
    }

    mutating func append(_ more: [Folding.Piece], _ columns: Int) {
        self.columns += columns
        for piece in more {
            if let last = pieces.last, last.role == piece.role {
                pieces[pieces.count - 1].text += piece.text
            } else {
                pieces.append(piece)
            }
        }
    }
}

extension Folding {
    /// Columns of a line that is not folded.
    func columns(_ line: Line) -> Int {
        Folding(width: .max, marksChanges: marksChanges).rows(line).last?.columns ?? 0
    }
}

extension Span.Role {
    /// What stands around words of this role where there are no colours.
    fileprivate var marks: (opening: String, closing: String) {
        switch self {
        case .removed: ("[-", "-]")
        case .added: ("{+", "+}")
        default: ("", "")
        }
    }
}
