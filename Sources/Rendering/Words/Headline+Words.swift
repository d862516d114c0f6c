package import FactDiff

extension Headline {
    /// The sign for it; a word always stands beside it.
    package var glyph: String {
        switch self {
        case .contradicted, .disputed: "!"
        case .undetermined: "?"
        case .added, .complementary: "+"
        case .removed, .retracted, .orphaned, .weakened: "-"
        case .corroborated, .echoed: "="
        case .moved, .refiled: ">"
        case .reworded: "."
        case .corrected, .updated, .backfilled, .recurred, .restated, .refined, .generalised, .split, .merged,
            .restanced:
            "~"
        }
    }

    /// What it means, as a phrase.
    var meaning: String {
        switch self {
        case .contradicted: "cannot both hold, each in its source's own voice"
        case .disputed: "cannot both hold, somebody's word on at least one side"
        case .corrected: "the same source says something else now"
        case .updated: "the world moved on"
        case .backfilled: "the later report tells of an earlier world"
        case .retracted: "its own source withdrew it"
        case .removed: "nothing is said of it any more"
        case .weakened: "one claim fewer"
        case .orphaned: "its quotation is gone from the text"
        case .undetermined: "time or certainty leave it open"
        case .recurred: "the same value at another time"
        case .restated: "narrower here, wider there"
        case .refined: "said more precisely"
        case .generalised: "said less precisely"
        case .complementary: "another value beside the first"
        case .split: "one fact became several"
        case .merged: "several facts became one"
        case .added: "not there before"
        case .corroborated: "an independent source joined"
        case .echoed: "another report of the same root joined"
        case .refiled: "the vocabulary files it under another fact"
        case .restanced: "the same said with other certainty, or by another speaker"
        case .reworded: "the same in other words"
        case .moved: "the same words elsewhere in the text"
        }
    }

    /// Whether people see a count of such changes instead of the changes.
    ///
    /// Another stance is none of them: "said" that was "may have said" is news.
    package var isQuiet: Bool { self == .moved || self == .reworded }

    /// Sign, number and word.
    func counted(_ count: Int) -> Line { Line([Span(glyph + count.grouped, .glyph)]).tied(rawValue) }

    /// Sign and word, as an entry begins, and what more is to be said: `~ REFINED, corroborated`.
    func label(beside more: Line) -> Line {
        let word: Line = [Span(rawValue.uppercased(), .word)]
        return Line([Span(glyph, .glyph)]).then(more.isEmpty ? word : (word + [Span(",")]).then(more))
    }
}
