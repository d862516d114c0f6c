import FactDiff
import FactTestSupport
import Facts
import Testing

@Suite struct `Stance and evidence` {
    private let aware = Draft("Liberman", "was aware of", "the order").quoting("Liberman knew of the order that day")

    private func change(_ edit: (inout Draft) -> Void) throws -> Change {
        try diff(Desk([aware]), Desk([aware.with(edit)]).knowing("ledger", text: "another")).only()
    }

    @Test func `an edit that makes the report surer`() throws {
        let change = try diff([aware.certainty(.possible)], [aware]).only()

        #expect((change.content, change.stance, change.headline) == (.unchanged, .certaintyUp, .restanced))
        #expect(change.fields == ["certainty"])
    }

    @Test func `an edit that makes the report less sure`() throws {
        #expect(try change { $0.certainty = .probable }.stance == .certaintyDown)
    }

    @Test func `an edit that puts the words into a mouth`() throws {
        let change = try change { $0.attribution = ["The Post"] }

        #expect((change.stance, change.headline) == (.attributionChanged, .restanced))
        #expect(change.fields == ["attribution"])
    }

    @Test func `an edit that makes it a plan`() throws {
        #expect(try change { $0.modality = [.planned] }.stance == .modalityChanged)
    }

    @Test func `an edit that turns yes into no is a correction, and its stance a flip`() throws {
        let change = try change {
            $0.polarity = .denied; $0.certainty = .possible
        }

        #expect((change.content, change.stance) == (.corrected, .polarityFlipped))
        #expect(change.fields == ["polarity", "certainty"])
    }

    @Test func `a quotation that stands elsewhere has moved`() throws {
        let before = aware.with { $0.anchor = .exact(TextRange(start: 0, end: 9, line: 1)) }
        let after = aware.with { $0.anchor = .exact(TextRange(start: 50, end: 59, line: 3)) }

        let change = try diff(Desk([before]), Desk([after]).knowing("ledger", text: "another")).only()

        #expect((change.content, change.evidence, change.headline) == (.unchanged, .moved, .moved))
        #expect((change.support, change.stance, change.cause) == (.kept, .none, .report))
    }

    @Test func `a quotation with other words was edited, with few of the same words replaced`() throws {
        #expect(try change { $0.quotes = ["Liberman knew of the order that night"] }.evidence == .edited)
        #expect(try change { $0.quotes = ["It is said he was told"] }.evidence == .replaced)
    }

    @Test func `a quotation may come and go`() throws {
        #expect(try change { $0.quotes = [] }.evidence == .lost)
        let change = try diff([aware.with { $0.quotes = [] }], [aware]).only()
        #expect(change.evidence == .added)
    }
}
