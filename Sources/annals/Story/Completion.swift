import ArgumentParser
import Extraction
import FactDiff
import FactRepository
import Facts
import Git

// What a shell offers when somebody presses the tabulator: names of the story that the command line is about.

extension CompletionKind {
    /// Revisions: HEAD, tags, branches, days and short ids.
    static let revisions = names { completer, _ in completer.revisions }
    /// Revisions, or two with `..` between them.
    static let revisionRanges = names { $0.ranges($1) }
    /// Other people's repositories by name.
    static let remotes = names { completer, _ in completer.remotes }
    /// Facts by the start of their ids.
    static let facts = names { $0.facts($1) }
    /// Reports by name.
    static let reports = names { completer, _ in completer.reports }
    /// Entities by name.
    static let entities = names { completer, _ in completer.entities }
    /// Predicates by label.
    static let predicates = names { completer, _ in completer.predicates }
    /// Contradictions by the start of their ids.
    static let contradictions = names { completer, _ in completer.contradictions }
    /// What can be ruled on: changes that wait, and facts.
    static let changes = names { $0.changes + $0.facts($1) }
    /// The same, and contradictions.
    static let openMatters = names { $0.changes + $0.contradictions + $0.facts($1) }
    /// The same, and decisions.
    static let matters = names { $0.decisions + $0.changes + $0.contradictions + $0.facts($1) }
    /// Whatever `annals show` shows.
    static let things = names { $0.reports + $0.facts($1) + $0.entities + $0.contradictions + $0.revisions }
    /// What can read texts.
    static let extractors = custom { words, _, _ in
        let known = Set(BuiltInExtractors.all.keys)
        guard let completer = Completer(words) else { return known.sorted() }
        return known.union(completer.extractors).sorted()
    }

    private static func names(
        _ names: @escaping @Sendable (Completer, String) -> [Completer.Candidate]
    ) -> CompletionKind {
        custom { words, _, typed in
            let prefix = String(typed.drop { $0 == "\"" || $0 == "'" })
            return Completer(words).map { $0.shown(names($0, prefix), to: prefix) } ?? []
        }
    }
}

/// Names that somebody may be about to type.
///
/// Outside a story, and where something cannot be read, there are none: a shell shows no errors while somebody types.
struct Completer {
    /// A word and what it stands for.
    struct Candidate: Hashable {
        let word: String
        var meaning = ""

        /// The word as the shell that asks takes it.
        var shown: String {
            let meaning = visible(meaning)
            return switch CompletionShell.requesting {
            case .zsh: word.escapingColons + (meaning.isEmpty ? "" : ":\(meaning)")
            case .fish: word + (meaning.isEmpty ? "" : "\t\(meaning)")
            default: word.escapedForBash
            }
        }
    }

    private let story: Story
    private let snapshot: Snapshot
    /// More would be read by nobody.
    private static let limit = 400

    /// The story that a command line is about: that of `-C`, else the one around; `nil` where there is none.
    init?(_ words: [String]) {
        var place = try? StoryOptions.parse([])
        place?.folder = Self.value(of: ["-C", "--story"], in: words)
        guard let story = try? place?.open(),
            let snapshot = (try? story.snapshot(Self.value(of: ["--at"], in: words))) ?? (try? story.snapshot(nil))
        else { return nil }
        (self.story, self.snapshot) = (story, snapshot)
    }

    /// The word after an option, or after its `=`.
    private static func value(of names: [String], in words: [String]) -> String? {
        for (index, word) in words.enumerated() {
            if names.contains(word), index + 1 < words.count, !words[index + 1].isEmpty { return words[index + 1] }
            if let name = names.first(where: { word.hasPrefix("\($0)=") }) {
                return String(word.dropFirst(name.count + 1))
            }
        }
        return nil
    }

    /// The candidates as the shell that asks takes them: with what they stand for where it shows that.
    ///
    /// The shell chooses among them; where they are many, only those that start with what was typed are told.
    func shown(_ candidates: [Candidate], to prefix: String) -> [String] {
        let start = prefix.lowercased()
        let near =
            candidates.count > Self.limit ? candidates.filter { $0.word.lowercased().hasPrefix(start) } : candidates
        // A name with hidden signs in it cannot be typed as it is seen.
        return near.filter { visible($0.word) == $0.word }.prefix(Self.limit).map(\.shown)
    }

    // MARK: names

    var revisions: [Candidate] {
        let names = (try? story.referenceNames()) ?? []
        let log = (try? story.repository.log(from: story.tip(), limit: Self.limit / 2)) ?? []
        let days = log.map { Candidate(word: $0.day.description, meaning: $0.message) }
        let ids = log.map { Candidate(word: $0.shortID, meaning: "\($0.day) \($0.message)") }
        let head = [Candidate(word: "HEAD", meaning: "the newest revision")]
        return (head + Set(names).sorted().map { Candidate(word: $0) } + days + ids).unique
    }

    var remotes: [Candidate] {
        ((try? story.repository.git.remotes()) ?? []).map { Candidate(word: $0.name, meaning: $0.url) }
    }

    /// The second of two after `..`.
    func ranges(_ prefix: String) -> [Candidate] {
        guard let dots = prefix.firstRange(of: "..") else { return revisions }
        let start = prefix[..<dots.upperBound]
        return revisions.map { Candidate(word: start + $0.word, meaning: $0.meaning) }
    }

    /// Facts whose ids start so, told by what they say.
    func facts(_ prefix: String) -> [Candidate] {
        guard let vocabulary = try? snapshot.vocabulary() else { return [] }
        return someFacts(startingWith: prefix).map { fact in
            let id = (try? snapshot.shortID(of: fact.id, atLeast: max(8, prefix.count))) ?? fact.id.letters
            return Candidate(word: id, meaning: FactQuery.line(fact, vocabulary))
        }
    }

    /// What is open at the newest revision, as far as the index tells at once.
    var contradictions: [Candidate] {
        (story.knownContradictionLives() ?? []).filter(\.isOpen).map { life in
            Candidate(
                word: String(life.id.letters.prefix(9)), meaning: (try? line(ofFacts: life.latest.facts)) ?? "")
        }
    }

    private func line(ofFacts facts: [FactID]) throws -> String {
        let vocabulary = try snapshot.vocabulary()
        return try snapshot.facts(with: Set(facts)).map { FactQuery.line($0, vocabulary) }.joined(separator: " / ")
    }

    /// The changes that wait for whoever presses the key.
    var changes: [Candidate] {
        guard let author = try? story.author(at: Terminal.now),
            let reviewer = try? Reviewer(story, since: nil, by: author),
            let vocabulary = try? snapshot.vocabulary()
        else { return [] }
        return reviewer.queue.open.prefix(Self.limit).map { item in
            let said = item.claims.first.map { FactQuery.line($0, vocabulary) } ?? ""
            return Candidate(word: item.id.short, meaning: "\(item.change.headline.rawValue) \(said)")
        }
    }

    /// The decisions in force, the newest first.
    var decisions: [Candidate] {
        let decisions = (try? snapshot.decisions().inForce) ?? []
        return decisions.reversed().map { decision in
            Candidate(word: decision.id.short, meaning: "\(decision.ruling.verdict.rawValue) \(decision.reason)")
        }
    }

    var reports: [Candidate] {
        let names = (try? snapshot.reportNames()) ?? []
        return names.map { name in
            Candidate(word: name.description, meaning: (try? snapshot.record(of: name)?.title) ?? "")
        }
    }

    /// Those that the vocabulary names, and subjects.
    var entities: [Candidate] {
        let known = (try? snapshot.vocabulary().entities.values.map(\.name)) ?? []
        let subjects = someFacts(startingWith: "").flatMap(\.claims).compactMap { claim in
            claim.subject.entity == nil ? nil : claim.subject.text
        }
        return Set(known + subjects).sorted().map { Candidate(word: $0) }
    }

    var predicates: [Candidate] {
        let labels = (try? snapshot.vocabulary().predicates.values.map(\.label)) ?? []
        return Set(labels).sorted().map { Candidate(word: $0) }
    }

    var extractors: [String] {
        let settings = (try? Settings(of: story).all) ?? []
        return settings.compactMap { setting in
            let parts = setting.name.split(separator: ".")
            return parts.count > 3 && parts[1] == "extractor" ? parts[2...].dropLast().joined(separator: ".") : nil
        }
    }

    /// Facts by letter of their ids, until there are enough: a large story is not read for it.
    private func someFacts(startingWith prefix: String) -> [Fact] {
        guard prefix.isEmpty else { return (try? snapshot.facts(startingWith: prefix)) ?? [] }
        var found: [Fact] = []
        for letter in FactID.alphabet where found.count < Self.limit {
            found += (try? snapshot.facts(startingWith: String(letter))) ?? []
        }
        return found
    }
}

extension [Completer.Candidate] {
    /// Each word once, as it first comes.
    fileprivate var unique: Self {
        var seen: Set<String> = []
        return filter { seen.insert($0.word).inserted }
    }
}

extension String {
    /// The text as zsh reads it before the colon that begins a description.
    fileprivate var escapingColons: String {
        split(separator: ":", omittingEmptySubsequences: false).joined(separator: "\\:")
    }

    /// The text as bash's compgen reads a word: it expands what it is given, and would run a command that a report names.
    fileprivate var escapedForBash: String {
        var output = ""
        for scalar in unicodeScalars {
            let isPlain = !scalar.isASCII || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
            output.unicodeScalars.append(contentsOf: isPlain ? [scalar] : ["\\", scalar])
        }
        return output
    }
}
