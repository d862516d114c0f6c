/// A page for people, before any format has laid it out: blocks from top to bottom.
package struct Document: Hashable, Sendable {
    /// One block of a page.
    package enum Block: Hashable, Sendable {
        /// What the page or a part of it is about.
        case heading(Line)
        /// A sentence, or a line of counts.
        case paragraph(Line)
        /// One thing and what is told of it.
        case entry(Entry)
        /// Rows and columns.
        case table(Table)
        /// Commands to type next, the likeliest first.
        case next([Line])
        /// Space.
        case blank
    }

    /// The blocks, from top to bottom.
    package var blocks: [Block]

    /// A page of blocks.
    package init(_ blocks: [Block] = []) { self.blocks = blocks }
}

/// One thing and what is told of it.
package struct Entry: Hashable, Sendable {
    /// One thing that is told.
    package enum Detail: Hashable, Sendable {
        /// Something under a name.
        case field(Line, Line)
        /// Words of a report, and where they stand on whose word.
        case quote(Line, words: Line, source: Line)
        /// A remark without a name.
        case note(Line)
        /// A part of the thing, by its own title.
        case part(Line)
    }

    /// How much room it may take.
    package enum Room: Hashable, Sendable {
        /// As many rows as it needs.
        case any
        /// One row for the title and at most so many for each detail, cut where they end; such entries stand close together.
        case rows(Int)

        /// One row for the title and one for each detail.
        package static let brief = Room.rows(1)
        /// Whether it is told in few rows.
        package var isBrief: Bool { self != .any }
    }

    /// What it is.
    package let title: Line
    /// What is told of it, from top to bottom.
    package var details: [Detail]
    /// How much room it may take.
    package let room: Room

    /// An entry.
    package init(_ title: Line, _ details: [Detail] = [], room: Room = .any) {
        self.title = title
        self.details = details
        self.room = room
    }
}
