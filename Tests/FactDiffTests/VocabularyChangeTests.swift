import FactDiff
import FactTestSupport
import Facts
import Testing

@Suite struct `A changed vocabulary` {
    private let visit = Draft("Cohen", "toured", "Doha", "2020-02").quoting("Cohen toured Doha")
    private let later = Draft("Cohen", "toured", "Doha", "2022").quoting("Cohen toured Doha again")

    private func vocabulary(_ predicate: String, key: String = "[object]") throws -> Vocabulary {
        try VocabularyReader.read(
            """
            format: vocabulary/1
            predicates:
              - {id: \(predicate), label: \(predicate), aliases: [toured], kind: event, key: \(key),
                 roles: {object: {type: entity}, purpose: {type: text}}}
            """)
    }

    @Test func `moves a claim to another fact, and is the cause`() throws {
        let change = try diff(
            Desk([visit], vocabulary: vocabulary("visited")), Desk([visit], vocabulary: vocabulary("travelled"))
        ).only()

        #expect((change.kind, change.cause, change.support) == (.changed, .vocabulary, .kept))
        #expect(change.formerFact == change.before?.fact && change.fact == change.after?.fact)
        #expect((change.content, change.trace.rule) == (.reworded, .sameClaim))
        #expect(change.trace.compared.first?.before == "visited")
        #expect(change.trace.compared.first?.after == "travelled")
    }

    @Test func `and a changed text are a mixed cause`() throws {
        let moved = visit.with { $0.anchor = .exact(TextRange(start: 9, end: 26, line: 1)) }
        let after = try Desk([moved], vocabulary: vocabulary("travelled")).knowing("ledger", text: "another")

        #expect(try diff(Desk([visit], vocabulary: vocabulary("visited")), after).only().cause == .mixed)
    }

    @Test func `lets a claim join the fact that moved`() throws {
        let before = try Desk([visit], vocabulary: vocabulary("visited"))
        let after = try Desk([visit, visit.in("wire")], vocabulary: vocabulary("travelled"))

        let changes = try diff(before, after)

        #expect(Set(changes.map(\.kind)) == [.changed])
        #expect(changes.map(\.support).contains(.corroborated))
    }

    @Test func `lets a claim leave the fact that moved`() throws {
        let before = try Desk([visit, visit.in("wire")], vocabulary: vocabulary("visited"))
        let after = try Desk([visit], vocabulary: vocabulary("travelled"))

        let changes = try diff(before, after)

        #expect(Set(changes.map(\.kind)) == [.changed])
        #expect(changes.map(\.support).contains(.retracted))
    }

    @Test func `is used to read what a report said before`() throws {
        let known = try VocabularyReader.read(
            """
            format: vocabulary/1
            entities: [{name: Qatar}, {name: Doha, within: [Qatar]}]
            predicates: [{id: resides-in, label: resides in, kind: state, single-valued: true}]
            """)
        let (wide, narrow) = (Draft("Haniyeh", "resides in", "Qatar"), Draft("Haniyeh", "resides in", "Doha"))
        let unread = try Desk([wide], vocabulary: vocabulary("visited"))
        let after = try Desk([wide, narrow.in("wire")], vocabulary: known)

        let changes = try diff(unread, after)

        #expect(Set(changes.map(\.content)) == [.unchanged, .refined])
        #expect(changes.first { $0.content == .refined }?.support == .corroborated)
    }

    @Test func `divides a fact, or makes one of several`() throws {
        let drafts = [visit.arguments(["purpose": "talks"]), later.arguments(["purpose": "a funeral"])]
        let coarse = try Desk(drafts, vocabulary: vocabulary("visited"))
        let fine = try Desk(drafts, vocabulary: vocabulary("visited", key: "[object, purpose]"))

        #expect(try diff(coarse, fine).map(\.headline) == [.split, .split])
        #expect(try diff(fine, coarse).map(\.headline) == [.merged, .merged])
    }

    @Test func `can be applied and reverted`() throws {
        let before = try Desk([visit, later], vocabulary: vocabulary("visited")).side
        let after = try Desk([visit, later.in("wire")], vocabulary: vocabulary("travelled")).side

        let changes = ChangeSet(from: before, to: after)

        let applied = try changes.patch.apply(to: before.facts)
        let reverted = try changes.patch.inverted.apply(to: after.facts)
        #expect(applied == after.facts)
        #expect(reverted == before.facts)
    }
}
