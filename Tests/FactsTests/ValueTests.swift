@testable import Facts
import Testing

@Suite struct `Values are compared` {
    private let vocabulary: Vocabulary

    init() throws { vocabulary = try VocabularyReader.read(SampleVocabulary.text) }

    private func relation(_ a: String, _ b: String, _ type: Role.ValueType) -> Relation {
        var role = vocabulary.predicate(id: "has-toll").roles["kind"] ?? Role(type: type)
        role.type = type
        let (a, b) = (vocabulary.value(.plain(a), role), vocabulary.value(.plain(b), role))
        #expect(
            b.relation(to: a, in: role, vocabulary: vocabulary)
                == a.relation(to: b, in: role, vocabulary: vocabulary).mirrored)
        return a.relation(to: b, in: role, vocabulary: vocabulary)
    }

    @Test(arguments: [
        ("Qatar", "State of Qatar", Relation.same), ("Doha", "Qatar", .narrower), ("Gulf states", "Doha", .wider),
        ("Qatar", "Israel", .disjoint),
        ("Cohen", "Yossi Cohen", .incomparable), ("Haniyeh", "Haniyah", .incomparable),
        ("Liberman", "Lieberman", .incomparable),
        ("Qatar", "top officials", .incomparable), ("chief of the Mossad", "Yossi Cohen", .incomparable),
        ("Tamim al-Thani", "Yossi Cohen", .disjoint),
        ("حماس", "قطر", .disjoint),
    ])
    func `entities`(a: String, b: String, expected: Relation) {
        #expect(relation(a, b, .entity) == expected)
    }

    @Test(arguments: [
        ("killed", "Killed", Relation.same), ("killed", "harmed", .narrower), ("harmed", "injured", .wider),
        ("killed", "injured", .disjoint),
        ("12 killed", "killed", .same), ("killed or injured", "killed", .incomparable),
    ])
    func `choices`(a: String, b: String, expected: Relation) {
        #expect(relation(a, b, .choice) == expected)
    }

    @Test(arguments: [
        ("2020", "2020-02", Relation.wider), ("2020-02", "2020-03", .disjoint), ("2020~", "2020", .wider),
        ("2019/2020", "2020/2021", .overlapping),
        ("2020-02", "2020-02", .same), ("2020-02", "2020-02-01/2020-02-29", .same), ("2018-12/..", "2020", .wider),
        ("2020?", "2020", .same),
        ("soon", "2020", .incomparable),
    ])
    func `times`(a: String, b: String, expected: Relation) {
        #expect(relation(a, b, .time) == expected)
    }

    @Test(arguments: [
        ("The talks failed.", "the  talks failed", Relation.same), ("“no”", "\"no\"", .same),
        ("no", "\"no\"", .incomparable), ("a–b", "a-b", .same),
        ("caf\u{E9}", "cafe\u{301}", .same), ("yes", "no", .incomparable),
    ])
    func `words`(a: String, b: String, expected: Relation) {
        #expect(relation(a, b, .text) == expected)
    }

    @Test func `values of two types are incomparable`() {
        let values = [
            Value(.text, text: "84"), vocabulary.value(.quantity("84", unit: nil), nil),
            vocabulary.value(.entity("84"), nil),
            vocabulary.value(.choice("84"), nil), vocabulary.value(.time("2020"), nil),
        ]
        for (i, a) in values.enumerated() {
            for (j, b) in values.enumerated() where i != j {
                #expect(a.relation(to: b, in: nil, vocabulary: vocabulary) == .incomparable)
                #expect(a.equality(to: b) == .different)
            }
        }
    }

    @Test func `equality tells identical bytes from the same form`() {
        func equality(_ a: String, _ b: String) -> Equality {
            Value(.text, text: a).equality(to: Value(.text, text: b))
        }
        #expect(equality("a b", "a b") == .identical)
        #expect(equality("a b", "a  b") == .form)
        #expect(equality("caf\u{E9}", "cafe\u{301}") == .form)
        #expect(equality("a", "b") == .different)
        let cohen = [vocabulary.value(.entity("Yossi Cohen"), nil), vocabulary.value(.entity("Mr. Yossi Cohen"), nil)]
        #expect(cohen[0].equality(to: cohen[1]) == .form)
    }
}
