package import Facts

/// Reads the times that English news states: "early February 2020", "between July 13-16", "two weeks ago", "since 2014".
///
/// A time is never more precise than it was said: a year stays a year. What depends on a day that is not given, on an event
/// ("after the election") or on a mood ("recently", "a few years ago") is no time. What is counted from the day on which it
/// was said is counted from the day of publication; without one it is no time either.
package struct TimeReader: Hashable, Sendable {
    /// What "March 2" and "on Wednesday" lean to, seen from the day of publication.
    package enum Tense: Hashable, Sendable {
        /// The last one up to that day.
        case past
        /// The next one from that day on.
        case future
        /// The nearest date; the last of weekdays, since reports tell what happened.
        case unknown
    }

    private let anchor: TimeAnchor?

    /// A reader of a report.
    ///
    /// - Parameter published: when the report was published; nothing is counted from a time that is not one day, month or year.
    package init(published: Time?) { anchor = published.flatMap { TimeAnchor($0.edtf) } }

    /// The time that `words` say from first to last, prepositions included, or `nil`.
    package func read(_ words: String, tense: Tense = .unknown) -> Time? {
        var grammar = TimeGrammar(words: TimeWord.words(in: words), anchor: anchor, tense: tense)
        guard let span = grammar.expression(), grammar.isAtEnd else { return nil }
        return Time(edtf: span.edtf)
    }

    /// The times that stand in a clause, in order, with their UTF-8 byte ranges; each is as long as can be read.
    ///
    /// Times that only tell one thing from another are left alone: "the March 2 election", "last year's budget".
    package func expressions(
        in words: String, tense: Tense = .unknown
    ) -> [(range: Range<Int>, time: Time)] {
        var grammar = TimeGrammar(words: TimeWord.words(in: words), anchor: anchor, tense: tense)
        var found: [(range: Range<Int>, time: Time)] = []
        while grammar.words.indices.contains(grammar.position) {
            let start = grammar.position
            if let time = grammar.standaloneExpression().flatMap({ Time(edtf: $0.edtf) }) {
                let (first, last) = (grammar.words[start].range, grammar.words[grammar.position - 1].range)
                found.append((first.lowerBound..<last.upperBound, time))
            } else {
                grammar.position = start + 1
            }
        }
        return found
    }
}
