/// English verbs whose past is not made with "-ed".
///
/// Source: the forms are those of Quirk et al., "A Comprehensive Grammar of the English Language" (1985), 3.11–20, for verbs
/// that news uses.
enum IrregularVerbs {
    /// The base, its past and its participle; one form stands for both where they are alike.
    private static let table = """
        arise arose arisen, awake awoke awoken, bear bore born, bear bore borne, beat beat beaten, become became become, begin began begun,
        bend bent, bet bet, bid bid, bind bound, bite bit bitten, bleed bled, blow blew blown, break broke broken,
        breed bred, bring brought, broadcast broadcast, build built, burst burst, buy bought, cast cast, catch caught,
        choose chose chosen, cling clung, come came come, cost cost, creep crept, cut cut, deal dealt, dig dug,
        do did done, draw drew drawn, drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed,
        feel felt, fight fought, find found, flee fled, fly flew flown, forbid forbade forbidden, foresee foresaw foreseen,
        forget forgot forgotten, forgive forgave forgiven, freeze froze frozen, get got gotten, give gave given,
        go went gone, grow grew grown, hang hung, have had, hear heard, hide hid hidden, hit hit, hold held, hurt hurt,
        keep kept, know knew known, lay laid, lead led, leave left, lend lent, let let, lie lay lain, lose lost,
        make made, mean meant, meet met, mislead misled, overcome overcame overcome, oversee oversaw overseen,
        overthrow overthrew overthrown, pay paid, put put, quit quit, read read, rebuild rebuilt, ride rode ridden,
        ring rang rung, rise rose risen, run ran run, say said, see saw seen, seek sought, sell sold, send sent, set set,
        shake shook shaken, shed shed, shine shone, shoot shot, show showed shown, shrink shrank shrunk, shut shut,
        sing sang sung, sink sank sunk, sit sat, sleep slept, speak spoke spoken, speed sped, spend spent, spin spun,
        split split, spread spread, stand stood, steal stole stolen, stick stuck, strike struck struck, strive strove striven,
        swear swore sworn, sweep swept, swim swam swum, swing swung, take took taken, teach taught, tear tore torn,
        tell told, think thought, throw threw thrown, undergo underwent undergone, understand understood,
        undertake undertook undertaken, uphold upheld, wear wore worn, wed wed, weep wept, win won, wind wound,
        withdraw withdrew withdrawn, withhold withheld, withstand withstood, write wrote written
        """

    private static let forms: [(base: String, past: String, participle: String)] = table.split(separator: ",")
        .compactMap {
            let words = $0.split(whereSeparator: \.isWhitespace).map(String.init)
            return words.count < 2 ? nil : (words[0], words[1], words[words.count - 1])
        }

    private static let byBase: [String: (past: String, participle: String)] = Dictionary(
        forms.map { ($0.base, ($0.past, $0.participle)) }
    ) { first, _ in first }

    private static let baseOfForm: [String: [String]] = forms.reduce(into: [:]) { bases, verb in
        for form in Set([verb.past, verb.participle]) { bases[form, default: []].append(verb.base) }
    }

    /// The simple past of a base; `nil` when it is regular.
    static func past(of base: String) -> String? { byBase[base]?.past }

    /// The past participle of a base; `nil` when it is regular.
    static func participle(of base: String) -> String? { byBase[base]?.participle }

    /// The bases whose past or participle is the word, in the order of the table: "lay" is a past of "lie".
    static func bases(of form: String) -> [String] { baseOfForm[form] ?? [] }
}
