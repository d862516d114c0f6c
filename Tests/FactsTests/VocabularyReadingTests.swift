@testable import Facts
import TestSupport
import Testing

@Suite struct `Claims are read by a vocabulary` {
    private let vocabulary: Vocabulary
    private let report: ReportName

    init() throws {
        vocabulary = try VocabularyReader.read(SampleVocabulary.text)
        report = try #require(ReportName("mee-2022-07-09"))
    }

    private func read(
        _ subject: String, _ predicate: String, _ object: String? = nil, _ arguments: [String: String] = [:]
    ) -> Claim {
        var claim = StatedClaim(report: report, subject: .plain(subject), predicate: predicate)
        claim.object = object.map { .plain($0) }
        claim.arguments = arguments.mapValues { .plain($0) }
        return vocabulary.read(claim, evidence: [])
    }

    @Test func `inverse words are about the same fact`() {
        let direct = read("Yossi Cohen", "visited", "Qatar")
        for words in ["was visited by", "received", "Received"] {
            let inverse = read("Qatar", words, "Yossi Cohen")
            #expect(inverse.fact == direct.fact)
            #expect(inverse.isInverted && inverse.subject.text == "Yossi Cohen" && inverse.object?.text == "Qatar")
        }
        #expect(read("top officials", "visited", "Qatar").fact != direct.fact)
    }

    @Test func `inverse words are about the same fact when the object is only described`() {
        #expect(
            read("Yossi Cohen", "visited", "top officials").fact
                == read("top officials", "received", "Yossi Cohen").fact)
    }

    @Test func `inverse words without an object are not the direct predicate`() {
        let claim = read("Qatar", "was visited by")
        #expect(claim.predicate == "was-visited-by" && !claim.isInverted && claim.object == nil)
    }

    @Test func `a symmetric predicate is about one fact either way round`() {
        #expect(read("Qatar", "met", "Israel").fact == read("Israel", "held talks with", "Qatar").fact)
        #expect(read("Qatar", "met", "top officials").fact == read("top officials", "met", "Qatar").fact)
        #expect(read("Qatar", "met").object == nil)
    }

    @Test func `aliases of predicates and entities are about one fact`() {
        let fact = read("Qatar", "visited", "Doha").fact
        #expect(read("State of Qatar", "visited", "doha").fact == fact)
        #expect(read("The state of Qatar's", "Visited.", "Doha").fact == fact)
        #expect(read("Hamas", "lives in", "Qatar").fact == read("Hamas", "is based in", "Doha").fact)
    }

    @Test func `the object is in the key unless the predicate is single-valued`() {
        #expect(read("Qatar", "visited", "Israel").fact != read("Qatar", "visited", "Iran").fact)
        #expect(read("Hamas", "resides in", "Qatar").fact == read("Hamas", "resides in", "Iran").fact)
        #expect(read("Qatar", "funds", "Hamas").fact != read("Qatar", "funds", "Gaza").fact)
    }

    @Test func `declared arguments are in the key and others are not`() {
        let killed = read("attack", "has toll", "84", ["kind": "killed"])
        #expect(killed.fact == read("attack", "has toll", "more than 90", ["kind": "Killed", "source": "x"]).fact)
        #expect(killed.fact != read("attack", "has toll", "84", ["kind": "injured"]).fact)
        #expect(killed.fact != read("attack", "has toll", "84").fact)
    }

    @Test func `words that the vocabulary does not know are an open predicate`() {
        let claim = read("Qatar", "severed ties with", "Israel")
        #expect(claim.predicate == "severed-ties-with" && claim.predicateText == "severed ties with")
        #expect(vocabulary.predicate(id: claim.predicate) == .open("severed-ties-with"))
        #expect(read("Qatar", "Severed  ties-with", "Israel").fact == claim.fact)
        #expect(read("Hamas", "Resides-In", "Qatar").predicate == "resides-in")
        #expect(read("Hamas", "arrived-in", "Qatar").predicate == "arrived-in")
    }

    @Test(arguments: [
        ("84", "quantity:84 person"), ("84 people", "quantity:84 person"), ("dozens", "quantity:24..99 person"),
        ("many", "text:many"),
        (">80", "quantity:>80 person"),
    ])
    func `a role gives its type and unit to plain words`(text: String, identity: String) {
        #expect(read("attack", "has toll", text).object?.identity == identity)
    }

    @Test(arguments: [
        ("Qatar", "entity:qatar"), ("qatar", "entity:qatar"), ("State of Qatar", "entity:qatar"),
        ("2020-02", "time:2020-02"),
        ("2020?", "time:2020?"), ("199X", "time:199X"), ("2018-12/..", "time:2018-12/.."), ("84", "quantity:84 "),
        ("2020", "quantity:2020 "),
        ("-2020", "quantity:-2020 "), ("US$30 million", "quantity:30E6 USD"),
        ("84 Palestinians", "quantity:84 palestinian"),
        ("More than 80 Palestinians", "quantity:>80 palestinian"), ("Five Eyes", "entity:five-eyes"),
        ("five officials", "quantity:5 official"),
        ("Yossi Cohen", "entity:yossi-cohen"), ("Mohammed al-Emadi", "entity:mohammed-al-emadi"),
        ("Qatar and Israel", "text:qatar and israel"),
        ("Palestinians killed in Gaza", "text:palestinians killed in gaza"),
        ("top Qatari officials", "text:top qatari officials"),
        ("5 May", "text:5 may"),
        ("F-16", "entity:f-16"), ("555-1234", "text:555-1234"), ("no progress", "text:no progress"), ("", "text:"),
        ("The “Deal of the Century”", "entity:deal-of-the-century"),
    ])
    func `plain words without a role are what they look like`(text: String, identity: String) {
        #expect(vocabulary.value(.plain(text), nil).identity == identity)
    }

    @Test func `an explicit type overrules the role`() {
        let role = Role(type: .quantity)
        let stated: [(StatedClaim.StatedValue, String)] = [
            (.entity("84"), "entity:84"), (.text("84"), "text:84"), (.time("2020"), "time:2020"),
            (.choice("84"), "choice:84"),
            (.quantity("12–21", unit: "people"), "quantity:12..21 person"),
            (.quantity("5", unit: "USD"), "quantity:5 USD"),
            (.quantity("a lot", unit: nil), "text:a lot"), (.time("February"), "text:february"),
        ]
        for (stated, identity) in stated {
            let value = vocabulary.value(stated, role)
            #expect(value.identity == identity)
            #expect(value.statedType != nil && value.text == stated.text)
        }
    }

    @Test func `equal letters in two encodings are one fact`() {
        #expect(
            read("Qatar", "funds", "a caf\u{E9} project").fact == read("Qatar", "funds", "a cafe\u{301} project").fact)
    }
}
