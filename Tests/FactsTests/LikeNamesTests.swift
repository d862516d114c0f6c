import Facts
import Testing

@Suite struct `Names that may be of one entity` {
    private func pairs(_ names: [String], _ vocabulary: Vocabulary = .empty) throws -> [String] {
        let claims = try names.map { name in
            var stated = StatedClaim(report: try #require(ReportName("r")), subject: .plain(name), predicate: "met")
            stated.object = .plain("the guests")
            return vocabulary.read(stated, evidence: [])
        }
        let facts = Dictionary(grouping: claims, by: \.fact).compactMap { Fact(id: $0, claims: $1) }
        return LikeNames.pairs(among: MentionedEntity.all(in: facts), by: vocabulary).map {
            "\($0.name.spellings[0].text) ~ \($0.other.spellings[0].text): \($0.reason)"
        }
    }

    @Test(arguments: [
        (["Marwan Haddad", "Marwan Hadad"], "spelling"), (["Katharine Brook", "Katherine Brook"], "spelling"),
        (["Lieberson", "Liberson"], "spelling"), (["Harbour Relief Fund", "HRF"], "initials"),
        (["Harbour Relief Fund", "H.R.F."], "initials"), (["Marwan Haddad", "Haddad"], "shortening"),
    ])
    func `are proposed with the reason`(names: [String], reason: String) throws {
        let found = try pairs(names)
        #expect(found.count == 1 && found[0].hasSuffix(reason), "\(found)")
    }

    @Test(arguments: [
        ["Marwan Haddad", "Salim Haddad"], ["Berth 12", "Berth 13"], ["Iran", "Iraq"], ["Norland", "Norland Airways"],
        ["Austria", "Australia"], ["the harbour", "the harbor"], ["Port Authority", "Authority"], ["Ann", "Anna"],
        ["Many in Norland", "Norland"], ["top Haddad", "Haddad"],
    ])
    func `are not those that differ in a word, a number or more than spelling`(names: [String]) throws {
        #expect(try pairs(names).isEmpty)
    }

    @Test func `are no surname that two names end with`() throws {
        #expect(try pairs(["Marwan Haddad", "Salim Haddad", "Haddad"]).isEmpty)
        #expect(try pairs(["Marwan Haddad", "Salim Hadad", "Haddad"]).count == 1)
    }

    @Test func `are neither those that the vocabulary lists as two nor those that somebody ruled apart`() throws {
        let names = ["Marwan Haddad", "Marwan Hadad"]
        let listed = try VocabularyReader.read(
            "format: vocabulary/1\npredicates: []\nentities:\n  - {name: Marwan Haddad}\n  - {name: Marwan Hadad}\n")
        let ruling = try #require(Ruling(.different, on: .entities(names[0], names[1])))
        let decision = Decision(ruling, author: "Ana", seconds: 1, reason: "")
        #expect(try pairs(names, listed).isEmpty)
        let country = try VocabularyReader.read(
            "format: vocabulary/1\npredicates: []\nentities:\n  - {name: Norland, type: country}\n")
        #expect(try pairs(["Norland", "Greater Norland"], country).isEmpty)
        #expect(try pairs(names, Vocabulary.empty.following(EntityRulings([decision]))).isEmpty)
    }

    @Test func `come the surest first, then those most often written, whatever the order of the claims`() throws {
        let names = ["Haddad", "Marwan Haddad", "Lieberson", "Liberson", "Katharine Brook", "Katherine Brook"]
        let expected = [
            "Katharine Brook ~ Katherine Brook: spelling", "Liberson ~ Lieberson: spelling",
            "Haddad ~ Marwan Haddad: shortening",
        ]
        let found = try pairs(names)
        #expect(found == expected)
        #expect(try pairs(names.reversed()) == expected)
    }

    @Test func `cost no more than their blocks, which are bounded`() throws {
        // A thousand names with one word in common make half a million pairs, of which none is looked at.
        let names = (0..<1000).map { "Haddad \(Character(Unicode.Scalar(97 + UInt8($0 % 26))))x\($0)" }
        #expect(try pairs(names).isEmpty)
    }
}
