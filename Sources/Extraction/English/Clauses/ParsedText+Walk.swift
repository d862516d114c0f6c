import Linguistics

extension ClosedRange where Bound == Int {
    /// From the lower to the higher of two tokens, in whichever order a tree gives them.
    init(spanning first: Int, _ second: Int) { self = Swift.min(first, second)...Swift.max(first, second) }
}

/// Ways through a dependency tree that every step of the reader takes.
extension ParsedText {
    /// The label by which a token depends on its head.
    func label(_ token: Int) -> DependencyLabel { tokens[token].label }

    /// The token that governs another; `nil` for the root.
    func head(of token: Int) -> Int? { tokens[token].head == token ? nil : tokens[token].head }

    /// The spelling in lower case, contractions written out.
    func norm(_ token: Int) -> String { tokens[token].norm }

    /// The base form in lower case.
    func lemma(_ token: Int) -> String { tokens[token].lemma.lowercased() }

    /// The dependents of a token that have one of some labels, in order.
    func children(of token: Int, _ labels: DependencyLabel...) -> [Int] {
        children[token].filter { labels.contains(self.label($0)) }
    }

    /// Whether a token is a verb or an auxiliary.
    func isVerbal(_ token: Int) -> Bool { [.verb, .auxiliary].contains(tokens[token].partOfSpeech) }

    /// Whether a token can be the head of a noun phrase.
    func isNominal(_ token: Int) -> Bool {
        [.noun, .properNoun, .pronoun, .numeral, .symbol].contains(tokens[token].partOfSpeech)
    }

    /// A token and those coordinated with it, in order.
    ///
    /// Of a nominal head only nominal conjuncts count: what else a parser hangs there is another clause.
    func coordinated(with token: Int) -> [Int] {
        var found = [token]
        var next = 0
        while next < found.count {
            found += children(of: found[next], .conjunct).filter { isNominal($0) == isNominal(token) && !isClause($0) }
            next += 1
        }
        return found.sorted()
    }

    /// Whether a token governs a subject of its own.
    func hasSubject(_ token: Int) -> Bool {
        children[token].contains { Self.subjectLabels.contains(label($0)) }
    }

    /// Whether a token is a pronoun that stands for the noun its relative clause hangs on.
    func isRelativePronoun(_ token: Int) -> Bool {
        ["WDT", "WP"].contains(tokens[token].tag) && ["which", "who", "whom", "that"].contains(norm(token))
    }

    /// Whether a name of one of some kinds stands at a token.
    func isEntity(_ token: Int, _ labels: some Sequence<String>) -> Bool {
        entity(at: token).map { labels.contains($0.label) } ?? false
    }

    private func isClause(_ token: Int) -> Bool { isVerbal(token) && hasSubject(token) }

    private static let subjectLabels: [DependencyLabel] = [
        .subject, .passiveSubject, .clausalSubject, .passiveClausalSubject,
    ]
}
