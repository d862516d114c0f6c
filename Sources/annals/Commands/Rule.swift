import ArgumentParser
import FactDiff
import FactRepository
import Facts
import Git
import Rendering

/// What every ruling says beside the verdict.
struct RulingOptions: ParsableArguments {
    @OptionGroup var place: StoryOptions
    @Option(name: .shortAndLong, help: "Why.")
    var message: String?
    @Option(
        help: ArgumentHelp(
            "Look for changes since this revision. Default: since you last looked.", valueName: "revision"))
    var since: String?

    /// The reviewer that rules in the person's name.
    func reviewer() throws -> Reviewer {
        let story = try place.open()
        return try Reviewer(story, since: since, by: story.author(at: Terminal.now))
    }

    /// Records rulings and tells what became of them.
    func record(_ rulings: [Ruling], by reviewer: Reviewer) throws {
        guard let revision = try reviewer.decide(rulings, reason: message ?? "", at: Terminal.now) else {
            try Output.write("Nothing to decide: it stands so already\n")
            return
        }
        try Output.write(revision.receipt)
        reviewer.story.followWithIndex([revision])
        Output.note("next: annals diff HEAD~1; annals undo takes it back")
    }
}

/// Accepts changes, or whatever comes from a source.
struct Accept: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Accept changes or facts; or, as a standing rule, whatever comes from a source.",
        discussion: """
            ID is a change of annals review --list, or a fact: the start of its id. All that is accepted at once is one \
            revision. A standing rule accepts by itself what nobody ruled on; such changes are counted and marked.

              annals accept elqlpnsvs -m "seen in both editions"
              annals accept --source "Gulf Ledger" -m "corrects itself within the day"
              annals accept --agreeing
            """)

    @OptionGroup var options: RulingOptions
    @Argument(help: "Changes and facts.", completion: .facts)
    var ids: [String] = []
    @Option(help: ArgumentHelp("From now on, whatever this source publishes.", valueName: "name"))
    var source: [String] = []
    @Flag(name: .customLong("agreeing"), help: "From now on, whatever says the same as an accepted claim.")
    var acceptsAgreement = false

    func validate() throws {
        if ids.isEmpty, source.isEmpty, !acceptsAgreement { throw ValidationError("say what to accept: an id") }
    }

    func run() throws {
        let reviewer = try options.reviewer()
        let matters = source.map { Matter.source($0) } + (acceptsAgreement ? [.agreement] : [])
        let rules = matters.compactMap { Ruling(.accept, on: $0) }
        try options.record(rules + Matters(reviewer: reviewer).rulings(.accept, on: ids), by: reviewer)
    }
}

/// Rejects claims.
struct Reject: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject",
        abstract: "Reject what an extractor read: it counts no more until its evidence changes.",
        discussion: """
            The claim stays in the repository, withheld. It stays rejected when the report is read again, by whatever \
            extractor, until the sentence changes that it rests on.

              annals reject ewqwmklvz -m "half a sentence"
            """)

    @OptionGroup var options: RulingOptions
    @Argument(help: "Changes and facts.", completion: .facts)
    var ids: [String]

    func run() throws {
        let reviewer = try options.reviewer()
        try options.record(Matters(reviewer: reviewer).rulings(.reject, on: ids), by: reviewer)
    }
}

/// Puts decisions off.
struct Defer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "defer",
        abstract: "Put a decision off: the change goes to the end of the queue.",
        discussion: """
              annals defer ekqsuwoww -m "call the ministry first"
            """)

    @OptionGroup var options: RulingOptions
    @Argument(help: "Changes, facts and contradictions.", completion: .facts)
    var ids: [String]

    func run() throws {
        let reviewer = try options.reviewer()
        try options.record(Matters(reviewer: reviewer).rulings(.defer, on: ids), by: reviewer)
    }
}

/// Takes rulings back.
struct Reopen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen",
        abstract: "Take a ruling back, however long ago it was made.",
        discussion: """
            ID is a decision of annals decisions, or what it was made on.

              annals decisions
              annals reopen ekqsuwoww -m "the ministry has called back"
            """)

    @OptionGroup var options: RulingOptions
    @Argument(help: "Decisions, changes, facts and contradictions.", completion: .facts)
    var ids: [String]

    func run() throws {
        let reviewer = try options.reviewer()
        try options.record(Matters(reviewer: reviewer).rulings(.reopen, on: ids), by: reviewer)
    }
}

/// Amends a claim.
struct Amend: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "amend",
        abstract: "Say what the report says in truth, where the extractor read something else.",
        discussion: """
            FIELD is subject, predicate, object, time, polarity, certainty or arguments.NAME. The amended claim rests on the \
            same quotation, and stands whatever is read there later; once an extractor reads the same, its own claim stands.

              annals amend ekzpvywnw object="air base" -m "whose it is, it does not say"
            """)

    @OptionGroup var options: RulingOptions
    @Argument(help: "The change or fact.", completion: .facts)
    var id: String
    @Argument(help: ArgumentHelp("What becomes what.", valueName: "field=text"))
    var fields: [String]

    func run() throws {
        let reviewer = try options.reviewer()
        let matters = Matters(reviewer: reviewer)
        let amendment = try Amendment(fields)
        let claims = try matters.item(id)?.claims ?? reviewer.queue.after.fact(id)?.claims ?? []
        guard !claims.isEmpty else { throw Failure.nothingToRule(on: id) }
        guard claims.count == 1, let claim = claims.first else {
            throw Failure(
                message: "\(visible(id)) rests on \(claims.count) claims, and an amendment is of one",
                hint: "annals review --list has the change that brought the one you mean")
        }
        let target = try reviewer.story.repository.target(of: claim, in: reviewer.queue.after)
        try options.record([amendment.ruling(on: claim, target)], by: reviewer)
    }
}

/// Settles a contradiction.
struct Resolve: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract:
            "Settle a contradiction: the world changed, a report was wrong, both are possible, or not the same thing.",
        discussion: """
            HOW is world-changed, report-wrong, both-possible or not-the-same-thing. The contradiction opens again when a \
            report says something that was not ruled on.

              annals contradictions
              annals resolve czyolzxp both-possible -m "one is part of the other"
              annals resolve ckxkpxkw report-wrong --wrong northern-2022-09-22
            """)

    @OptionGroup var options: RulingOptions
    @Argument(help: "The start of the contradiction's id.")
    var id: String
    @Argument(help: "world-changed, report-wrong, both-possible or not-the-same-thing.")
    var how: Resolution
    @Option(help: ArgumentHelp("With report-wrong: the report whose claims are rejected.", valueName: "report"))
    var wrong: [String] = []

    /// The ways to settle one.
    enum Resolution: String, ExpressibleByArgument, CaseIterable {
        case worldChanged = "world-changed"
        case reportWrong = "report-wrong"
        case bothPossible = "both-possible"
        case notTheSameThing = "not-the-same-thing"
    }

    func validate() throws {
        if (how == .reportWrong) == wrong.isEmpty {
            throw ValidationError("report-wrong takes --wrong REPORT, and nothing else does")
        }
    }

    func run() throws {
        let reviewer = try options.reviewer()
        guard let contradiction = try Matters(reviewer: reviewer).contradiction(id),
            let verdict = Verdict(rawValue: how.rawValue)
        else { throw Failure.noContradiction(id) }
        let claims = contradiction.sides.flatMap(\.self)
        for name in wrong where !claims.contains(where: { $0.report.description == name }) {
            throw Failure(
                message: "report \(visible(name)) is no side of it",
                hint: "its sides: " + Set(claims.map(\.report.description)).sorted().joined(separator: ", "))
        }
        let rejected = try reviewer.rejections(of: claims.filter { wrong.contains($0.report.description) })
        try options.record(reviewer.resolution(verdict, of: contradiction) + rejected, by: reviewer)
    }
}

/// Rules that names are of one entity.
struct Same: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "same",
        abstract: "Rule that two names are of one entity; it goes before the vocabulary, and before any likeness.",
        discussion: """
              annals same Haniyeh Haniyah -m "two spellings"
            """)

    @OptionGroup var options: RulingOptions
    @Argument(help: "A name.", completion: .entities) var name: String
    @Argument(help: "Another name.", completion: .entities) var other: String

    func run() throws { try options.rule(.same, name, other) }
}

/// Rules that names are of different entities.
struct Different: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "different",
        abstract:
            "Rule that two names are of different entities; it goes before the vocabulary, and before any likeness.",
        discussion: """
              annals different "Yossi Cohen" "Eli Cohen" -m "two people"
            """)

    @OptionGroup var options: RulingOptions
    @Argument(help: "A name.", completion: .entities) var name: String
    @Argument(help: "Another name.", completion: .entities) var other: String

    func run() throws { try options.rule(.different, name, other) }
}

extension RulingOptions {
    /// Rules on two names.
    fileprivate func rule(_ verdict: Verdict, _ name: String, _ other: String) throws {
        let reviewer = try reviewer()
        guard EntityKey(name: name) != EntityKey(name: other),
            let ruling = Ruling(verdict, on: .entities(name, other))
        else {
            throw Failure(
                message: "\(visible(name)) and \(visible(other)) are one name",
                hint: "names that differ in case, titles or diacritics only are one already", status: .usage)
        }
        try record([ruling], by: reviewer)
    }
}

/// Lists what people ruled.
struct Decisions: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decisions",
        abstract: "List what people ruled, with who, when and why; newest first.",
        discussion: """
              annals decisions
              annals decisions --all --format jsonl
            """)

    @OptionGroup var place: StoryOptions
    @Flag(name: .customLong("all"), help: "Those that are no longer in force as well.")
    var showsAll = false
    @Option(help: ArgumentHelp("The revision. Default: the newest.", valueName: "revision"))
    var at: String?
    @OptionGroup var output: OutputOptions

    func run() throws {
        let story = try place.open()
        let snapshot = try story.snapshot(at)
        let page = DecisionsPage(
            try snapshot.decisions(), naming: try story.naming(snapshot), showsAll: showsAll)
        try output.show(page, in: story)
    }
}
