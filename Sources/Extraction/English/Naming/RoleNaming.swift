import Facts
import Linguistics

/// Which role of a predicate a phrase plays, by the preposition before it and by what it stands for.
struct RoleNaming {
    /// The predicate; `nil` for an open one, of which no roles are known.
    let predicate: Predicate?
    let types: EntityTypes

    /// The role of a phrase after a preposition: a declared one that it fits, `location`, or the preposition's own word.
    func role(of head: Int, after preposition: String, in text: ParsedText, besides taken: Set<String>) -> String {
        let kind = ArgumentKind(head, in: text, types: types)
        let last = preposition.split(separator: " ").last.map(String.init) ?? preposition
        let declared = (predicate?.roles ?? [:]).filter {
            $0.key != "object" && !taken.contains($0.key) && kind.fits($0.value)
        }
        for name in [preposition, last] where declared[name] != nil { return name }
        let isPlace = types.isPlace(head, in: text)
        let named = declared.keys.sorted().first { name in
            Self.prepositions[name]?.contains(preposition) ?? false && (name != "location" || isPlace)
        }
        if let named { return named }
        if isPlace, Self.placePrepositions.contains(preposition) { return "location" }
        return Self.synonyms[preposition] ?? preposition
    }

    /// What a set phrase such as "at the request of" introduces, and as which role; `nil` for any other phrase.
    func set(_ head: Int, after preposition: String, in frame: ClauseFrame) -> (role: String, head: Int)? {
        guard let role = Self.setPhrases["\(preposition) \(frame.lemma(head))"] else { return nil }
        let said = ["of", "to", "for", "from", "at", "over"].lazy.compactMap {
            frame.phrases(after: $0, under: head).first
        }.first
        let clause = frame.text.children[head].first { token in
            [.clausalAdjunct, .clausalComplement].contains(frame.text.tokens[token].label)
        }
        let isSender = role == "requested by" && predicate?.roles["sent-by"] != nil
        return (isSender ? "sent-by" : role, said ?? clause ?? head)
    }

    /// Whether a phrase is set: "in protest".
    static func isSet(_ head: Int, after preposition: String, in frame: ClauseFrame) -> Bool {
        setPhrases["\(preposition) \(frame.lemma(head))"] != nil
    }

    private static let setPhrases = [
        "at request": "requested by", "at behest": "requested by", "at invitation": "invited by", "on ground": "reason",
        "on condition": "condition", "in protest": "reason", "in response": "reason", "in retaliation": "reason",
        "in reaction": "reason", "in exchange": "in exchange for", "in return": "in exchange for",
        "in favor": "in favour of",
        "in favour": "in favour of", "on behalf": "on behalf of", "with aim": "purpose", "with goal": "purpose",
        "with help": "with the help of", "in case": "condition", "in event": "condition",
        "under pressure": "under pressure from",
    ]

    /// The role of a phrase without a preposition that is not the object: an amount, goods, what is asked for.
    func role(of head: Int, in text: ParsedText, besides taken: Set<String>) -> String? {
        let kind = ArgumentKind(head, in: text, types: types)
        return Self.bare.first { name in
            guard let role = predicate?.roles[name], !taken.contains(name) else { return false }
            return role.type == (kind == .quantity ? .quantity : .text) && kind.fits(role)
        }
    }

    /// The first of some roles that is declared and not taken.
    func first(of names: [String], besides taken: Set<String>) -> String? {
        names.first { predicate?.roles[$0] != nil && !taken.contains($0) }
    }

    private static let bare = [
        "amount", "number", "share", "seats", "price", "times", "goods", "for", "title", "office", "how", "about",
    ]
    private static let placePrepositions: Set<String> = [
        "in", "at", "on", "near", "inside", "outside", "off", "around", "across",
    ]
    private static let synonyms = [
        "due to": "reason", "because of": "reason", "owing to": "reason", "thanks to": "reason", "regarding": "about",
        "concerning": "about", "via": "through", "in exchange for": "for", "in return for": "for", "towards": "toward",
    ]

    /// The prepositions that introduce a role, besides its own name.
    private static let prepositions: [String: Set<String>] = [
        "about": ["on", "over", "regarding", "concerning", "of"], "agreement": ["under", "in"],
        "amount": ["of", "for", "at"],
        "as": ["for"], "at": ["in", "on"], "cause": ["of", "from", "in", "after"], "condition": ["on"],
        "for": ["over", "as", "because of", "due to", "about", "of"], "from": ["out of"], "goods": ["of"],
        "how": ["by", "with"],
        "in": ["at", "of", "on"], "location": placePrepositions, "office": ["as", "to"],
        "price": ["for", "at"], "purpose": ["for"],
        "reason": ["because of", "due to", "over", "owing to", "for", "in protest to"],
        "recipient": ["to", "for"], "score": ["by"], "share": ["with", "by"], "through": ["via", "by"], "title": ["as"],
        "to": ["for", "into", "toward", "towards"], "topic": ["on", "about", "over", "regarding"], "weapon": ["with"],
        "with": ["between"],
    ]
}
