import Facts
import Rendering

/// What a key does in a review.
enum ReviewKey: CaseIterable {
    case accept, reject, edit, bothPossible, earlierWrong, newWrong, worldChanged, notTheSame
    case acceptLike, rejectLike, later, skip, back, reason, full, report, undo, help, quit

    /// The key.
    var character: Character {
        switch self {
        case .accept: "a"
        case .reject: "r"
        case .edit: "e"
        case .bothPossible: "k"
        case .earlierWrong: "w"
        case .newWrong: "x"
        case .worldChanged: "c"
        case .notTheSame: "n"
        case .acceptLike: "A"
        case .rejectLike: "R"
        case .later: "l"
        case .skip: "s"
        case .back: "b"
        case .reason: "m"
        case .full: "d"
        case .report: "o"
        case .undo: "u"
        case .help: "?"
        case .quit: "q"
        }
    }

    /// The key that a person pressed; `nil` when it does nothing.
    init?(_ character: Character) {
        guard let key = Self.allCases.first(where: { $0.character == character }) else { return nil }
        self = key
    }

    /// The word beside the key.
    func word(likeCount: Int) -> String {
        switch self {
        case .accept: "accept"
        case .reject: "reject"
        case .edit: "edit"
        case .bothPossible: "both possible"
        case .earlierWrong: "earlier was wrong"
        case .newWrong: "new is wrong"
        case .worldChanged: "world changed"
        case .notTheSame: "not the same thing"
        case .acceptLike: "accept \(likeCount) like it"
        case .rejectLike: "reject \(likeCount)"
        case .later: "later"
        case .skip: "skip"
        case .back: "back"
        case .reason: "say why"
        case .full: "all of it"
        case .report: "open report"
        case .undo: "undo"
        case .help: "help"
        case .quit: "quit"
        }
    }

    /// What it does, as a sentence.
    var meaning: String {
        switch self {
        case .accept: "The report says so. Of something gone: seen."
        case .reject: "The report does not say so: the claim counts no more until its sentence changes."
        case .edit: "The report says something else; you are asked what."
        case .bothPossible: "Accept, and settle the contradiction: both can hold."
        case .earlierWrong: "Accept, and settle the contradiction: what was said before is wrong and is rejected."
        case .newWrong: "Settle the contradiction: this report is wrong, and its claim is rejected."
        case .worldChanged: "Accept, and settle the contradiction: each held at its own time."
        case .notTheSame: "Accept, and settle the contradiction: they are about different things."
        case .acceptLike: "Accept this and all that wait and are like it: one revision."
        case .rejectLike: "Reject this and all that wait and are like it: one revision."
        case .later: "Put it off: it goes to the end of the queue, in the story's own records."
        case .skip: "Go on without a ruling; it comes again next time."
        case .back: "The one before."
        case .reason: "Give a reason for the next ruling."
        case .full: "Show everything that is known of the change."
        case .report: "Show the report at the quotation."
        case .undo: "Take the last ruling back."
        case .help: "This page."
        case .quit: "Stop; everything ruled is recorded, and annals review goes on here."
        }
    }

    /// What the key answers to a change by itself; `nil` for those that do something else.
    var answer: ReviewAnswer? {
        switch self {
        case .accept, .acceptLike: .accept
        case .reject, .rejectLike: .reject
        case .later: .later
        case .bothPossible: .resolve(.bothPossible)
        case .worldChanged: .resolve(.worldChanged)
        case .notTheSame: .resolve(.notTheSameThing)
        case .earlierWrong: .earlierWrong
        case .newWrong: .newWrong
        case .edit, .skip, .back, .reason, .full, .report, .undo, .help, .quit: nil
        }
    }

    /// The keys that mean something for a change, in the order of display.
    static func keys(hasContradiction: Bool, isGone: Bool, likeCount: Int) -> [ReviewKey] {
        allCases.filter { key in
            if key.answer?.needsContradiction == true { return hasContradiction }
            return switch key {
            case .reject, .edit: !isGone
            case .acceptLike: likeCount > 1
            case .rejectLike: likeCount > 1 && !isGone
            default: true
            }
        }
    }

    /// The keys with their words, as lines of a page's foot.
    static func line(_ keys: [ReviewKey], likeCount: Int) -> Line {
        keys.reduce(Line()) { line, key in
            line.then(Line([Span(String(key.character), .command)]).tied(key.word(likeCount: likeCount)), gap: 2)
        }
    }

    /// What every key does.
    static var page: Document {
        Document(
            allCases.map { key in
                .paragraph(Line([Span(String(key.character), .command)]).then(key.meaning, gap: 3))
            })
    }
}
