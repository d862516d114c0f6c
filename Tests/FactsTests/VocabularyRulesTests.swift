import Facts
import Testing

@Suite struct `Rules of a vocabulary` {
    @Test func `are read as they are declared`() throws {
        let vocabulary = try VocabularyReader.read(
            """
            format: vocabulary/1
            predicates:
              - id: toll
                label: toll
                kind: attribute
                parts: [killed, hurt]
                roles: {object: {type: quantity, unit: person, range: ">=0"}}
              - {id: killed, label: killed, kind: attribute, roles: {object: {type: quantity}}}
              - {id: hurt, label: hurt, kind: attribute, roles: {object: {type: quantity}}}
              - {id: began, label: began, kind: attribute, not-after: ended, roles: {object: {type: time}}}
              - {id: ended, label: ended, kind: attribute, roles: {object: {type: time}}}
              - {id: free, label: is free, kind: state, excludes: [held]}
              - {id: held, label: is held, kind: state, derives-from: [free, {predicate: jails, through: object}]}
              - {id: jails, label: jails, kind: state}
            """)
        #expect(vocabulary.predicate(id: "toll").parts == ["killed", "hurt"])
        #expect(vocabulary.predicate(id: "toll").roles["object"]?.range?.number == ">=0")
        #expect(vocabulary.predicate(id: "began").notAfter == ["ended"])
        #expect(vocabulary.predicate(id: "free").excludes == ["held"])
        let bases = vocabulary.predicate(id: "held").derivesFrom
        #expect(bases.map(\.predicate) == ["free", "jails"] && bases.map(\.through) == [.subject, .object])
    }

    /// What is wrong with a predicate `x` beside a state `a` and a quantity `n`, which start at line 3.
    @Test(arguments: [
        ("kind: state, excludes: [b]", 46, "x refers to \"b\", which is not declared"),
        ("kind: event, excludes: [a]", 46, "excludes is said of states and attributes; x is an event"),
        ("kind: state, excludes: [x]", 46, "excludes of x names itself"),
        ("kind: state, parts: [n]", 43, "parts needs objects of type quantity, which x has not"),
        ("kind: state, not-after: a", 47, "not-after needs objects of type time, which a has not"),
        ("kind: state, derives-from: [b]", 50, "x refers to \"b\", which is not declared"),
        ("kind: state, derives-from: [x]", 50, "x derives from itself"),
        ("kind: state, derives-from: [{through: object}]", 51, "\"predicate\" is missing"),
        ("kind: state, derives-from: [{predicate: a, through: time}]", 75, "through is one of subject, object"),
        ("kind: state, roles: {object: {type: quantity, range: high}}", 76, "range is written 0..100, >=0 or <=50"),
        ("kind: state, roles: {object: {type: text, range: 0..1}}", 72, "range is said of a quantity, not of a text"),
    ])
    func `are refused where they make no sense`(rule: String, column: Int, reason: String) {
        let text = """
            format: vocabulary/1
            predicates:
              - {id: a, label: a, kind: state}
              - {id: n, label: n, kind: state, roles: {object: {type: quantity}}}
              - {id: x, label: x, \(rule)}
            """
        #expect { try VocabularyReader.read(text) } throws: { error in
            guard let problem = (error as? VocabularyError)?.problems.first else { return false }
            if (problem.line, problem.column, problem.reason) == (5, column, reason) { return true }
            Issue.record("found \(problem)")
            return false
        }
    }

    @Test func `are refused where they go round in circles`() {
        let text = """
            format: vocabulary/1
            predicates:
              - {id: a, label: a, kind: state, parts: [b], derives-from: [b], roles: {object: {type: quantity}}}
              - {id: b, label: b, kind: state, parts: [a], derives-from: [a], roles: {object: {type: quantity}}}
            """
        #expect { try VocabularyReader.read(text) } throws: { error in
            let reasons = (error as? VocabularyError)?.problems.map(\.reason) ?? []
            return ["a is a part of itself", "b is a part of itself", "a derives from itself", "b derives from itself"]
                .allSatisfy(reasons.contains)
        }
    }
}
