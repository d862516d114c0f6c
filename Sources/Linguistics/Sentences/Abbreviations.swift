/// What English writes with a full stop that does not end a sentence, and what tells where it does.
enum Abbreviations {
    enum Kind {
        /// Goes on with a name or a word, always: "Dr.", "vs.", "e.g."
        case title
        /// Goes on with a number, if it is one: "No.", "Vol.", "pp."
        case beforeNumber
        /// Ends a sentence only when a word follows that opens sentences: "U.S.", "Inc.", "Sept.", initials.
        case mayEnd
        /// "a.m.", "p.m.": ends a sentence unless a day or a time zone follows.
        case clock
        /// "etc.": ends a sentence when a capital follows.
        case listEnd
    }

    /// What the word before a full stop is, or `nil` for a word like any other.
    static func kind(of word: String) -> Kind? {
        if let kind = kinds[word] { return kind }
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        let areInitials = parts.allSatisfy {
            $0.unicodeScalars.count == 1 && $0.unicodeScalars.allSatisfy(\.properties.isAlphabetic)
        }
        guard areInitials, !word.isEmpty else { return nil }
        return parts.count > 1 || word.unicodeScalars.allSatisfy(\.properties.isUppercase) ? .mayEnd : nil
    }

    private static let kinds: [String: Kind] = {
        var kinds: [String: Kind] = [:]
        func add(_ words: String, _ kind: Kind) {
            for word in words.split(whereSeparator: \.isWhitespace) { kinds[String(word)] = kind }
        }
        add(
            """
            Mr Mrs Ms Mx Dr Drs Prof Gen Maj Brig Lt Col Capt Cmdr Cdr Adm Sgt Cpl Pte Pvt Sen Sens Rep Reps Gov Govs Pres Hon Rev \
            Fr St Ste Mt Ft Messrs Msgr Supt Det Insp Amb Atty Mme Mlle vs i.e e.g ie eg viz cf ca approx et.al incl Asst Assoc
            """, .title)
        add(
            "No Nos no nos Vol vol Vols Fig fig Figs Art art Sec sec Ch ch p pp est Est Op para paras ver Ver",
            .beforeNumber)
        add(
            """
            Inc Ltd Corp Co Cos Bros LLC Jr Sr Ph.D B.Sc M.Sc Esq Ave Blvd Rd Dept Univ al Jan Feb Mar Apr Jun Jul Aug Sep Sept \
            Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md \
            Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo
            """, .mayEnd)
        add("a.m p.m A.M P.M am pm", .clock)
        add("etc", .listEnd)
        return kinds
    }()

    /// Words that open sentences and that no name starts with.
    static let openers: Set<String> = words(
        """
        The A An This That These Those There Here He She It They We I You His Her Its Their Our My Your In On At By For From To \
        With Without Of Under Until Upon Into Over Since After Before During While When Where Why Who What Which How As If \
        Although Though Because But And Or Nor So Yet However Meanwhile Moreover Also Then Thus Still Now Once Later Earlier \
        Both Some Many Most More Few Several All Any Each Every Another Other Others No Not None Neither Either One Two Three \
        According Instead Despite Among Between Last Next Only Even Just Perhaps Nobody Nothing Everyone Someone
        """)

    /// What follows a clock time in the same sentence.
    static let afterClock: Set<String> = words(
        """
        Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September \
        October November December GMT UTC EST EDT ET CST CDT CT MST MDT MT PST PDT PT CET CEST BST IST EET Eastern Pacific \
        Central Mountain Greenwich
        """)

    /// Names that are written with an exclamation mark.
    static let exclaimed: Set<String> = ["Yahoo", "Jeopardy", "Yum", "Joomla"]

    /// Last parts of internet addresses when they are written like names.
    static let domains: Set<String> = ["Com", "Org", "Net", "Gov", "Edu", "Co", "Io", "Js", "Tv"]

    /// Articles that Arabic names start with.
    static let articles: Set<String> = ["al", "el", "ad", "an", "ar", "as", "ash", "at", "az"]

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}

/// Verbs that follow a quotation and the name of whoever said it.
enum ReportingWords {
    static let verbs: Set<String> = [
        "said", "says", "asked", "asks", "told", "added", "replied", "wrote", "tweeted", "shouted", "cried", "wondered",
        "answered", "demanded", "exclaimed", "continued", "insisted", "recalled", "quipped", "joked", "declared",
        "explained", "yelled", "screamed", "responded", "warned", "noted", "argued", "posted", "whispered", "stated",
        "remarked", "concluded", "inquired", "queried", "called",
    ]
}
