import Testing

@testable import Extraction

@Suite struct NamingFormsTests {
    @Test(arguments: [
        ("visit", "visited"), ("meet", "met"), ("deny", "denied"), ("stop", "stopped"), ("permit", "permitted"),
        ("agree", "agreed"), ("sever", "severed"), ("offer", "offered"), ("control", "controlled"), ("obey", "obeyed"),
        ("kidnap", "kidnapped"), ("quit", "quit"), ("repeat", "repeated"),
    ])
    func `a verb has its past`(base: String, past: String) {
        #expect(VerbForm.past(of: base) == past)
    }

    @Test(arguments: [("have", "has"), ("deny", "denies"), ("push", "pushes"), ("know", "knows"), ("obey", "obeys")])
    func `a verb has its third person`(base: String, present: String) {
        #expect(VerbForm.present(of: base) == present)
    }

    @Test(arguments: [
        ("severed", "sever"), ("placed", "place"), ("banned", "ban"), ("denied", "deny"), ("held", "hold"),
        ("normalised", "normalize"), ("talks", "talk"), ("ties", "tie"), ("leads", "lead"), ("has", "have"),
        ("people", "person"),
    ])
    func `a word of a phrase stands for its base`(word: String, base: String) {
        #expect(WordForms(word).contains(base))
    }

    @Test func `a phrase is a verb, the words it needs, and an open place`() throws {
        let pattern = try #require(PhraseReader.patterns(of: "broke off diplomatic relations with").first?.pattern)

        #expect(pattern.verb.contains("break"))
        #expect(pattern.particles == ["off"])
        #expect(pattern.segments.first?.words.map { $0.bases.last ?? "" } == ["diplomatic", "relation"])
        #expect(pattern.slot == .preposition("with"))
    }

    @Test func `a passive that names who did it is the active turned round`() throws {
        let passive = try #require(PhraseReader.patterns(of: "was visited by").first)
        let active = try #require(PhraseReader.patterns(of: "visits").first)

        #expect(passive.isTurned && !active.isTurned)
        #expect(passive.pattern.slot == .direct && active.pattern.slot == .direct)
        #expect(passive.pattern.verb.contains("visit") && active.pattern.verb.contains("visit"))
    }

    @Test(arguments: ["is running in", "runs in", "will run in", "would like to run in"])
    func `tense and wish are no part of a pattern`(phrase: String) throws {
        let pattern = try #require(PhraseReader.patterns(of: phrase).first?.pattern)

        #expect(pattern.verb.contains("run") && pattern.slot == .preposition("in") && !pattern.isPassive)
    }

    @Test func `a phrase that denies has no pattern`() {
        #expect(PhraseReader.patterns(of: "no longer recognises").isEmpty)
    }
}
