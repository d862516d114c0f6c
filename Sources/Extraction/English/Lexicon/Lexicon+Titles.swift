/// Nouns that say what somebody is.
extension Lexicon {
    /// Whether a noun before a name is an office, a profession or a rank; of compounds the last part decides.
    static func isTitle(_ lemma: String) -> Bool {
        if offices.contains(lemma) || isRank(lemma) { return true }
        guard lemma.utf8.contains(UInt8(ascii: "-")) else { return false }
        return lemma.split(separator: "-").last.map { offices.contains(String($0)) } ?? false
    }

    /// Whether a word is a mere form of address or a rank, which is no news about anybody.
    static func isRank(_ lemma: String) -> Bool {
        ranks.contains(lemma.utf8.contains(UInt8(ascii: ".")) ? lemma.filter { $0 != "." } : lemma)
    }

    private static let offices: Set<String> = [
        "chief", "leader", "minister", "president", "ambassador", "official", "reporter", "emir", "king", "queen",
        "prince", "princess", "secretary", "commander", "spokesman", "spokeswoman", "spokesperson", "advisor",
        "adviser",
        "envoy", "director", "head", "chairman", "chairwoman", "chair", "analyst", "author", "candidate", "premier",
        "pm", "ceo", "cfo", "founder", "cofounder", "governor", "mayor", "senator", "congressman", "congresswoman",
        "lawmaker", "deputy", "judge", "lawyer", "attorney", "prosecutor", "journalist", "editor", "correspondent",
        "professor", "economist", "engineer", "scientist", "researcher", "doctor", "physician", "surgeon", "activist",
        "coach", "captain", "striker", "singer", "actor", "actress", "writer", "novelist", "pope", "bishop",
        "archbishop", "patriarch", "rabbi", "imam", "ayatollah", "chancellor", "treasurer", "commissioner", "inspector",
        "sheriff", "manager", "executive", "vice-president", "representative", "delegate", "negotiator", "mediator",
        "coordinator", "consul", "diplomat", "sultan", "owner", "member", "legislator", "councillor", "councilor",
        "magistrate", "speaker", "whip", "strategist", "historian", "farmer", "resident", "survivor", "witness",
        "widow", "husband", "wife", "brother", "sister", "son", "daughter", "father", "mother", "militant", "veteran",
        "dissident", "oligarch", "billionaire", "tycoon", "banker", "regulator", "ombudsman", "superintendent",
        "principal", "dean", "rector", "curator", "pilot", "nurse", "epidemiologist", "biologist", "geologist",
        "hydrologist", "meteorologist", "organiser", "organizer", "campaigner", "counsel", "undersecretary", "marshal",
    ]

    private static let ranks: Set<String> = [
        "mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "sheikh", "sheik", "shaikh", "sheikha", "gen",
        "general", "maj-gen", "majgen", "maj", "major", "col", "colonel", "lt", "lieutenant", "sgt", "sergeant", "capt",
        "adm", "admiral", "prof", "rev", "brig", "cpl", "sen", "rep", "gov", "hon", "st", "saint", "haji", "hajji",
    ]
}

extension Lexicon {
    /// Whether a form of address is left out of a name; "Sheikh" and "Lord" are kept, because such names are known with them.
    static func isDroppedRank(_ lemma: String) -> Bool {
        !["sheikh", "sheik", "shaikh", "sheikha", "lord", "lady", "sir", "dame", "st", "saint"].contains(
            lemma.filter { $0 != "." })
    }
}
