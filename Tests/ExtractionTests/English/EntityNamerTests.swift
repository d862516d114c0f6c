import Extraction
import Facts
import Testing

@Suite struct `Names are stated as the vocabulary knows them` {
    private let namer: EntityNamer

    init() throws {
        namer = EntityNamer(
            vocabulary: try VocabularyReader.read(
                """
                format: vocabulary/1
                entities:
                  - {name: Ismail Haniyeh, type: person}
                  - {name: Avigdor Liberman, type: person, aliases: [Liberman]}
                  - {name: Hamad bin Khalifa Al Thani, type: person}
                  - {name: Tamim bin Hamad Al Thani, type: person}
                  - {name: Hassan Nasri, type: person}
                  - {name: Nordbank, type: organisation}
                """))
    }

    @Test(arguments: [
        ("Ismail Haniyah", "Ismail Haniyeh"), ("Avigdor Lieberman", "Avigdor Liberman"),
        ("Lieberman", "Avigdor Liberman"),
        ("the Nordbank", "Nordbank"), ("Ismail Haniyeh's", "Ismail Haniyeh"), ("Liberman", "Liberman"),
    ])
    func `a spelling of a known name is that name`(words: String, name: String) {
        #expect(namer.name(words) == name)
    }

    @Test(arguments: [
        "Hussein Nasri", "Hamad Al Thani", "Tamim bin Khalifa Al Thani", "Nordbanken", "Haniyah officials",
        "Ismail Hanan",
        "Khalifa bin Hamad Al Thani",
    ])
    func `who might be somebody else stays so`(name: String) {
        #expect(namer.name(name) == name)
    }

    @Test(arguments: [("Qatari", "Qatar"), ("French", "France"), ("Saudi", "Saudi Arabia")])
    func `an adjective belongs to a country`(adjective: String, country: String) {
        #expect(namer.country(ofAdjective: adjective) == country)
    }

    @Test func `other adjectives belong to none`() {
        #expect(namer.country(ofAdjective: "Arab") == nil)
    }
}
