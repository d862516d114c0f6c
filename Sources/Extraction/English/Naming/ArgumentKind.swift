import Facts
import Linguistics

/// What sort of thing a phrase stands for, as far as its head tells.
enum ArgumentKind: Hashable, Sendable {
    case time, duration, quantity, clause, pronoun
    /// A name or a noun, with the types of entities that it may be; none when nothing tells.
    case entity(Set<String>)

    /// The sort of a phrase by its head.
    init(_ head: Int, in text: ParsedText, types: EntityTypes) {
        let token = text.tokens[head]
        let label = text.entity(at: head)?.label
        if let label, Self.times.contains(label), !["war", "election"].contains(token.lemma.lowercased()) {
            let isCounted = text.children[head].contains { text.tokens[$0].label == .numericModifier }
            self = isCounted && Self.spans.contains(token.lemma.lowercased()) ? .duration : .time
        } else if label.map(Self.quantities.contains) ?? false || [.numeral, .symbol].contains(token.partOfSpeech) {
            self = .quantity
        } else if token.partOfSpeech == .pronoun {
            self = .pronoun
        } else if [.verb, .auxiliary].contains(token.partOfSpeech) {
            self = .clause
        } else {
            self = .entity(types.types(of: head, in: text))
        }
    }

    /// Whether something of this sort can play a role.
    func fits(_ role: Role?) -> Bool {
        guard let role else { return true }
        switch (role.type, self) {
        case (.time, .time), (.quantity, .quantity), (.quantity, .duration): return true
        case (.time, _), (_, .time), (_, .duration), (.quantity, _), (.choice, _), (.entity, .quantity),
            (.entity, .clause):
            return false
        case (.text, _), (.entity, .pronoun): return true
        case (.entity, .entity(let types)): return Self.fits(types, role.of)
        }
    }

    /// Whether it says how many or how much: "40", "40 people".
    func isCountable(_ head: Int, in text: ParsedText) -> Bool {
        self == .quantity || self == .duration
            || text.children[head].contains { text.tokens[$0].label == .numericModifier } && self != .time
    }

    /// Whether one of the types is allowed; a noun of no known type may be anything but an event or a work.
    private static func fits(_ types: Set<String>, _ allowed: [String]) -> Bool {
        if allowed.isEmpty || !types.isDisjoint(with: allowed) { return true }
        return types.isEmpty && !Set(allowed).isSubset(of: ["event", "work", "person"])
    }

    private static let spans: Set = ["second", "minute", "hour", "day", "week", "month", "year", "decade", "century"]
    private static let times: Set = ["DATE", "TIME"]
    private static let quantities: Set = ["MONEY", "QUANTITY", "PERCENT", "CARDINAL"]
}
