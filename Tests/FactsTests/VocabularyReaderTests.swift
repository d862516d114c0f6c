@testable import Facts
import Testing

@Suite struct `A vocabulary is read and checked` {
    @Test func `everything that a vocabulary can say`() throws {
        let vocabulary = try VocabularyReader.read(SampleVocabulary.text)
        #expect(
            vocabulary.predicates.keys.sorted() == [
                "arrived-in", "died", "has-toll", "left", "met", "resides-in", "visited",
            ])
        let toll = vocabulary.predicate(id: "has-toll")
        #expect(toll.kind == .state && toll.isSingleValued && toll.key == ["kind"] && toll.monotone == .rising)
        #expect(toll.roles["object"]?.type == .quantity && toll.roles["object"]?.unit == Unit(symbol: "person"))
        #expect(toll.roles["object"]?.tolerance == DecimalNumber(5, exponent: -2))
        #expect(toll.roles["kind"]?.choices == ["killed", "injured", "harmed"])
        #expect(toll.roles["kind"]?.isChoice("killed", within: "harmed") == true)
        #expect(toll.links == ["wikidata": "P1120", "plover": "x"])
        let resides = vocabulary.predicate(id: "resides-in")
        #expect(resides.isSingleValued && resides.key.isEmpty && resides.aliases == ["lives in", "is based in"])
        #expect(resides.inverse == ["hosts"])
        #expect(resides.roles["object"]?.of == ["place", "country"])
        #expect(vocabulary.predicate(id: "arrived-in").initiates == ["resides-in"])
        #expect(
            vocabulary.predicate(id: "arrived-in").antonym == "left"
                && vocabulary.predicate(id: "left").terminates == ["resides-in"])
        #expect(vocabulary.predicate(id: "met").isSymmetric && vocabulary.predicate(id: "met").subsumes == ["visited"])
        #expect(vocabulary.entity(named: "Dawlat Qatar") == EntityKey(name: "Qatar"))
        #expect(vocabulary.entities[EntityKey(name: "Qatar")]?.type == "country")
        #expect(vocabulary.isEntity(EntityKey(name: "Doha"), within: EntityKey(name: "Gulf")))
        #expect(!vocabulary.isEntity(EntityKey(name: "Gulf"), within: EntityKey(name: "Doha")))
    }

    @Test func `an empty list of predicates is a vocabulary`() throws {
        #expect(try VocabularyReader.read("format: vocabulary/1\n") == .empty)
        #expect(try VocabularyReader.read("format: vocabulary/1\npredicates: []\nentities: []\n") == .empty)
    }

    @Test(arguments: [
        ("", 1, 1, "the vocabulary is empty"), ("# only a remark\n", 1, 1, "the vocabulary is empty"),
        ("- a\n", 1, 1, "the vocabulary must be a mapping"),
        ("predicates: []\n", 1, 1, "\"format: vocabulary/1\" is missing"),
        ("format: vocabulary/2\n", 1, 9, "this version reads format vocabulary/1 only"),
        (
            "format: vocabulary/1\nfacts: []\n", 2, 1,
            "the vocabulary has no \"facts\"; known are entities, format, predicates"
        ),
        ("format: vocabulary/1\npredicates: {}\n", 2, 13, "predicates must be a list"),
        ("format: vocabulary/1\npredicates: [a]\n", 2, 14, "a predicate must be a mapping"),
        ("format: vocabulary/1\nformat: vocabulary/1\n", 1, 1, "given twice: format"),
        ("format: [\n", 2, 1, "did not find expected node content"),
        ("format: 'a\n", 2, 1, "found unexpected end of stream"),
        ("a: b: c\n", 1, 5, "mapping values are not allowed in this context"),
    ])
    func `errors of the whole text`(text: String, line: Int, column: Int, reason: String) {
        expect(text, line, column, reason)
    }

    /// The lines of one predicate, from line 3 on.
    @Test(arguments: [
        ("label: x\n    kind: event", 3, 5, "\"id\" is missing"),
        ("id: x\n    kind: event", 3, 5, "\"label\" is missing"),
        ("id: x\n    label: x", 3, 5, "\"kind\" is missing"),
        ("id: ' '\n    label: x\n    kind: event", 3, 9, "\"id\" is missing"),
        ("id: X y\n    label: x\n    kind: event", 3, 9, "an id is lower-case letters, digits and hyphens: \"X y\""),
        ("id: x\n    label: x\n    kind: fact", 5, 11, "kind is state, event or attribute, not \"fact\""),
        ("id: x\n    label: [x]\n    kind: event", 4, 12, "\"label\" is missing"),
        ("id: x\n    label: x\n    kind: event\n    colour: red", 6, 5, "a predicate has no \"colour\"; known are"),
        ("id: x\n    label: x\n    label: y\n    kind: event", 4, 5, "given twice: label"),
        ("id: x\n    label: x\n    kind: event\n    single-valued: maybe", 6, 20, "single-valued is true or false"),
        ("id: x\n    label: x\n    kind: event\n    aliases: {a: b}", 6, 14, "aliases must be a list"),
        ("id: x\n    label: x\n    kind: event\n    aliases: [[a]]", 6, 15, "aliases must hold words"),
        (
            "id: x\n    label: x\n    kind: event\n    inverse: [x]", 3, 9,
            "\"x\" cannot be its own inverse; say symmetric: true"
        ),
        ("id: x\n    label: x\n    kind: event\n    antonym: [y]", 6, 14, "antonym must be a word"),
        ("id: x\n    label: x\n    kind: event\n    antonym: y", 6, 14, "x refers to \"y\", which is not declared"),
        ("id: x\n    label: x\n    kind: event\n    subsumes: [y]", 6, 15, "x refers to \"y\", which is not declared"),
        ("id: x\n    label: x\n    kind: event\n    initiates: [y]", 6, 16, "x refers to \"y\", which is not declared"),
        ("id: x\n    label: x\n    kind: event\n    terminates: y", 6, 17, "x refers to \"y\", which is not declared"),
        ("id: x\n    label: x\n    kind: event\n    monotone: up", 6, 15, "monotone is one of rising, falling"),
        ("id: x\n    label: x\n    kind: event\n    tolerance: 5", 6, 16, "tolerance is a percentage, like 5%"),
        ("id: x\n    label: x\n    kind: event\n    tolerance: -5%", 6, 16, "tolerance is a percentage, like 5%"),
        (
            "id: x\n    label: x\n    kind: event\n    key: [place]", 6, 10,
            "the key names a role that is not declared: \"place\""
        ),
        (
            "id: x\n    label: x\n    kind: event\n    symmetric: true\n    key: []", 7, 10,
            "a symmetric predicate has its object in the key"
        ),
        (
            "id: x\n    label: x\n    kind: event\n    links: {dbpedia: y}", 6, 13,
            "links has no \"dbpedia\"; known are plover, schema, wikidata"
        ),
        ("id: x\n    label: x\n    kind: event\n    links: {plover: [y]}", 6, 21, "plover must be a word"),
        ("id: x\n    label: x\n    kind: event\n    roles: [object]", 6, 12, "roles must be a mapping"),
        ("id: x\n    label: x\n    kind: event\n    roles: {object: {}}", 6, 21, "\"type\" is missing"),
        (
            "id: x\n    label: x\n    kind: event\n    roles: {object: {type: number}}", 6, 28,
            "type is entity, quantity, time, choice or text, not \"number\""
        ),
        (
            "id: x\n    label: x\n    kind: event\n    roles: {object: {type: choice}}", 6, 21,
            "a choice lists its \"choices\""
        ),
        (
            "id: x\n    label: x\n    kind: event\n    roles: {object: {type: quantity, unit: [a]}}", 6, 44,
            "unit must be a word"
        ),
        (
            "id: x\n    label: x\n    kind: event\n    roles: {object: {type: choice, choices: [a], within: {a: b}}}",
            6, 58, "\"a\" within \"b\": both must be among the choices"
        ),
        (
            "id: x\n    label: x\n    kind: event\n    roles: {object: {type: choice, choices: [a, b], within: {a: b, b: a}}}",
            6, 61, "\"a\" is within itself"
        ),
    ])
    func `errors of one predicate`(lines: String, line: Int, column: Int, reason: String) {
        expect("format: vocabulary/1\npredicates:\n  - \(lines)\n", line, column, reason)
    }

    @Test(arguments: [
        (
            "{id: a, label: a, kind: event, antonym: b}", "{id: b, label: b, kind: event}", 3, 45,
            "b does not name a as its antonym"
        ),
        ("{id: a, label: go, kind: event}", "{id: b, label: Go, kind: event}", 4, 10, "\"go\" stands for a already"),
        ("{id: a, label: x, kind: event}", "{id: a, label: y, kind: event}", 4, 10, "\"a\" stands for a already"),
        (
            "{id: a, label: x, kind: event, inverse: [y]}", "{id: b, label: y, kind: event}", 4, 10,
            "\"y\" stands for a already"
        ),
    ])
    func `errors between two predicates`(first: String, second: String, line: Int, column: Int, reason: String) {
        expect("format: vocabulary/1\npredicates:\n  - \(first)\n  - \(second)\n", line, column, reason)
    }

    @Test(arguments: [
        ("{aliases: [x]}", "{name: b}", 3, 5, "\"name\" is missing"),
        ("{name: a, type: robot}", "{name: b}", 3, 21, "type is one of person"),
        ("{name: a, aliases: [x]}", "{name: b, aliases: [X]}", 4, 24, "\"X\" is a name of a already"),
        ("{name: a}", "{name: a}", 4, 12, "\"a\" is a name of a already"),
        ("{name: a, within: b}", "{name: b, within: a}", 3, 23, "\"a\" is within itself"),
        ("{name: a, within: [B2]}", "{name: b, aliases: [b2], within: [a]}", 3, 23, "\"a\" is within itself"),
        (
            "{name: a, colour: red}", "{name: b}", 3, 15,
            "an entity has no \"colour\"; known are aliases, name, type, within"
        ),
    ])
    func `errors of entities`(first: String, second: String, line: Int, column: Int, reason: String) {
        expect("format: vocabulary/1\nentities:\n  - \(first)\n  - \(second)\n", line, column, reason)
    }

    @Test func `a future format is one error whatever else it has`() {
        expect(
            "format: vocabulary/9\npredicate: []\nentities: {}\n", 1, 9, "this version reads format vocabulary/1 only")
    }

    @Test func `all errors are told at once, in the order of their lines`() {
        let text = "format: vocabulary/1\npredicates:\n  - {id: x}\n  - {label: y}\nother: 1\n"
        #expect { try VocabularyReader.read(text) } throws: { error in
            (error as? VocabularyError)?.problems.map(\.line) == [3, 3, 4, 4, 5]
        }
    }

    private func expect(_ text: String, _ line: Int, _ column: Int, _ reason: String) {
        #expect { try VocabularyReader.read(text) } throws: { error in
            guard let problem = (error as? VocabularyError)?.problems.first else { return false }
            if problem.line == line, problem.column == column, problem.reason.hasPrefix(reason) { return true }
            Issue.record("found \(problem)")
            return false
        }
    }
}
