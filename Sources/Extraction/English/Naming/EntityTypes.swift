import Facts
import Linguistics

/// What types of entities names and nouns stand for: by the vocabulary, by the model's label, by the noun itself.
struct EntityTypes: Hashable, Sendable {
    let vocabulary: Vocabulary

    /// The types that the phrase of a head may have; none when nothing tells.
    func types(of head: Int, in text: ParsedText) -> Set<String> {
        if let name = text.entity(at: head) {
            let words = text.words(of: name.tokens.lowerBound...(name.tokens.upperBound - 1))
            if let known = vocabulary.entities[vocabulary.entity(named: words)]?.type { return [known] }
            if let types = Self.ofLabels[name.label] { return types }
        }
        let known = vocabulary.entities[vocabulary.entity(named: text.tokens[head].text)]?.type
        return Self.ofNouns[text.tokens[head].lemma.lowercased()] ?? known.map { [$0] } ?? []
    }

    /// Whether the phrase stands for somewhere.
    func isPlace(_ head: Int, in text: ParsedText) -> Bool {
        !types(of: head, in: text).isDisjoint(with: ["place", "country"])
    }

    /// Whether the phrase stands for somebody who can act.
    func isActor(_ head: Int, in text: ParsedText) -> Bool {
        !types(of: head, in: text).isDisjoint(with: ["person", "group", "country", "organisation"])
    }

    /// The labels of OntoNotes 5; the model mixes up organisations with people and places too often to exclude them.
    private static let ofLabels: [String: Set<String>] = [
        "PERSON": ["person", "organisation"], "NORP": ["group", "country"], "ORG": ["organisation", "person", "group"],
        "GPE": ["country", "place", "organisation"], "LOC": ["place"], "FAC": ["place"], "EVENT": ["event"],
        "WORK_OF_ART": ["work"], "LAW": ["work"], "PRODUCT": ["work", "organisation"],
    ]

    private static let ofNouns: [String: Set<String>] = nouns.reduce(into: [:]) { types, entry in
        for noun in entry.nouns.split(separator: " ") { types[String(noun), default: []].insert(entry.type) }
    }

    /// Common nouns of news by the type of what they stand for.
    private static let nouns: [(type: String, nouns: String)] = [
        (
            "event",
            "election war game match vote conflict ceremony talk summit conference tournament cup race battle final"
        ),
        ("event", "referendum primary poll championship league negotiation meeting funeral visit trip festival series"),
        (
            "event",
            "earthquake quake flood flooding fire wildfire storm hurricane cyclone typhoon tsunami explosion blast"
        ),
        (
            "event",
            "bombing shelling crash accident collapse attack strike raid epidemic pandemic outbreak landslide famine tour"
        ),
        ("event", "drought protest riot clash coup launch campaign operation mission session trial hearing"),
        (
            "work",
            "law treaty accord agreement deal bill book resolution act pact convention protocol charter declaration"
        ),
        (
            "work",
            "report film novel album paper article constitution budget legislation amendment contract memorandum plan"
        ),
        ("work", "statement study letter order decree prize award medal initiative truce ceasefire directive motion"),
        (
            "organisation",
            "party company government ministry army agency network union group movement bank firm council"
        ),
        ("organisation", "parliament court committee club team federation association police administration authority"),
        (
            "organisation",
            "coalition alliance faction militia organisation organization university institute board bloc"
        ),
        ("place", "city region camp strip town village airport port capital island border base area district province"),
        (
            "place",
            "hospital school headquarters building embassy consulate territory state prison crossing plant palace hotel"
        ),
        ("country", "country state nation kingdom emirate republic"),
        ("person", "man woman leader official president minister reporter journalist chief head commander spokesman"),
        ("person", "spokeswoman ambassador envoy general director adviser advisor analyst prisoner hostage soldier"),
        (
            "person",
            "emir king prince candidate activist lawyer judge doctor teacher senator counterpart chairman wife husband"
        ),
        ("group", "people family worker official leader soldier civilian refugee prisoner hostage militant journalist"),
        ("group", "delegation fighter settler protester member resident child woman man person troop delegate citizen"),
        ("group", "palestinian israeli qatari student passenger migrant force"),
    ]
}
