import FactDiff
import FactTestSupport
import Facts
import Testing

/// A ledger of two editions, the first of 1 March 2021, the second of 1 June.
private struct Ledger {
    var former: [Draft]
    var latter: [Draft]
    var dates: (former: String?, latter: String?) = ("2021-03-01", "2021-06-01")

    func changes(isSwapped: Bool = false) throws -> ChangeSet {
        let before = try Desk(former).knowing("ledger", text: "1") {
            $0.published = dates.former.flatMap(Time.init(edtf:))
        }
        let after = try Desk(latter).knowing("ledger", text: "2") {
            $0.published = dates.latter.flatMap(Time.init(edtf:))
        }
        let sides = (try before.side, try after.side)
        return isSwapped ? ChangeSet(from: sides.1, to: sides.0) : ChangeSet(from: sides.0, to: sides.1)
    }

    func course() throws -> Judgement { Judgement(try changes().changes.only().course) }
}

/// The parts of a course.
private struct Judgement: Hashable, Sendable {
    let occasion: Course.Occasion
    let timing: Course.Timing
    let rule: CourseRule

    init(_ occasion: Course.Occasion, _ timing: Course.Timing, _ rule: CourseRule) {
        (self.occasion, self.timing, self.rule) = (occasion, timing, rule)
    }

    init(_ course: Course) { self.init(course.occasion, course.timing, course.rule) }
}

private struct CourseCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let former: [Draft]
    let latter: [Draft]
    let course: Judgement

    init(
        _ name: String, _ former: [Draft], _ latter: [Draft], _ occasion: Course.Occasion, _ timing: Course.Timing,
        _ rule: CourseRule
    ) {
        testDescription = name
        (self.former, self.latter) = (former, latter)
        course = Judgement(occasion, timing, rule)
    }

    private static let seat = Draft("Cohen", "resides in", "Doha")

    static let coming: [CourseCase] = [
        .init(
            "a visit of the week before is news", [], [Draft("Cohen", "visited", "Qatar", "2021-05-25")], .world,
            .retroactive, .beganAboutThen),
        .init(
            "a visit of the day before is told at once", [], [Draft("Cohen", "visited", "Qatar", "2021-05-31")], .world,
            .concurrent, .beganAboutThen),
        .init(
            "a visit that is to come is announced", [], [Draft("Cohen", "visited", "Qatar", "2021-07-02")], .world,
            .proactive, .beganAboutThen),
        .init(
            "a visit of years ago is told late", [], [Draft("Cohen", "visited", "Qatar", "2016-05")], .completion,
            .retroactive, .toldLate),
        .init(
            "a place of birth was never otherwise", [], [Draft("Cohen", "was born in", "Doha")], .completion, .undated,
            .holdsAlways),
        .init(
            "a new entry without a date", [], [seat], .world, .undated, .enteredInARegister),
        .init(
            "a sentence without a date leaves it open", [], [seat.quoting("Cohen lives in Doha")], .open, .undated,
            .undated),
    ]

    static let going: [CourseCase] = [
        .init(
            "a visit that was told and is not any more is taken back", [Draft("Cohen", "visited", "Qatar", "2016-05")],
            [],
            .correction, .retroactive, .takenBack),
        .init(
            "a visit that was to come is called off", [Draft("Cohen", "visited", "Qatar", "2021-07-02")], [], .world,
            .proactive, .calledOff),
        .init(
            "a place of birth cannot end", [Draft("Cohen", "was born in", "Doha")], [], .correction, .undated,
            .cannotEnd),
        .init("an entry without a date has ended", [seat], [], .world, .undated, .struckOffARegister),
    ]

    static let replacing: [CourseCase] = [
        .init(
            "another sum for one month",
            [Draft("Qatar", "pays", "Gaza", "2018-12").arguments(["amount": "US$30 million"])],
            [Draft("Qatar", "pays", "Gaza", "2018-12").arguments(["amount": "US$80 million"])], .correction,
            .retroactive, .otherwiseOfTheSameTime),
        .init(
            "another sum for a month to come",
            [Draft("Qatar", "pays", "Gaza", "2021-12").arguments(["amount": "US$30 million"])],
            [Draft("Qatar", "pays", "Gaza", "2021-12").arguments(["amount": "US$80 million"])], .world, .proactive,
            .oneAfterTheOther),
        .init(
            "a successor who took over between the editions", [Draft("Mossad", "is headed by", "Cohen", "2016/..")],
            [Draft("Mossad", "is headed by", "Barnea", "2021-05-28/..")], .world, .retroactive, .oneAfterTheOther),
        .init(
            "a successor who had taken over long before the first edition",
            [Draft("Mossad", "is headed by", "Cohen", "2011/..")],
            [Draft("Mossad", "is headed by", "Barnea", "2016/..")], .correction, .retroactive, .otherwiseOfTheSameTime),
        .init(
            "an open end that came", [Draft("Mossad", "is headed by", "Cohen", "2016/..")],
            [Draft("Mossad", "is headed by", "Cohen", "2016/2021-05-28")], .world, .retroactive, .openEndClosed),
        .init(
            "an open end that had come long before", [Draft("Mossad", "is headed by", "Cohen", "2011/..")],
            [Draft("Mossad", "is headed by", "Cohen", "2011/2016-01-05")], .completion, .retroactive, .moreExact),
        .init(
            "a date put more exactly", [Draft("Cohen", "visited", "Qatar", "2020")],
            [Draft("Cohen", "visited", "Qatar", "2020-02-05")], .completion, .retroactive, .moreExact),
    ]
}

@Suite struct `Whether the world moved on or the record was put right` {
    @Test(arguments: CourseCase.coming + CourseCase.going + CourseCase.replacing)
    fileprivate func `is told by when it held and when it was stated`(row: CourseCase) throws {
        #expect(try Ledger(former: row.former, latter: row.latter).course() == row.course)
    }

    @Test(arguments: CourseCase.coming + CourseCase.going + CourseCase.replacing)
    fileprivate func `is the same whichever edition is called before`(row: CourseCase) throws {
        let changes = try Ledger(former: row.former, latter: row.latter).changes(isSwapped: true)
        #expect(Judgement(try changes.changes.only().course) == row.course)
    }

    @Test func `is open where nobody knows when it was stated`() throws {
        let visit = Draft("Cohen", "visited", "Qatar", "2016-05")
        let course = try Ledger(former: [], latter: [visit], dates: (nil, nil)).course()
        #expect(course == Judgement(.open, .undated, .undated))
    }

    @Test func `is told by the day of recording where the report has no date`() throws {
        let visit = Draft("Cohen", "visited", "Qatar", "2016-05")
        let (before, after) = (
            try Desk([]).knowing("ledger", text: "1"), try Desk([visit]).knowing("ledger", text: "2")
        )
        func side(_ desk: Desk, day: Int) throws -> Side {
            let plain = try desk.side
            return Side(
                facts: plain.facts,
                provenance: Provenance(
                    reports: plain.provenance.reports, vocabulary: plain.provenance.vocabulary,
                    recorded: Day(year: 2021, month: day, day: 1)))
        }
        let change = try ChangeSet(from: side(before, day: 3), to: side(after, day: 6)).changes.only()
        #expect(Judgement(change.course) == Judgement(.completion, .retroactive, .toldLate))
    }

    @Test func `is the record's where only the extractor is another`() throws {
        let visit = Draft("Cohen", "visited", "Qatar", "2021-05-25")
        let old = try Desk([]).knowing("ledger", text: "1", extractor: "desk@1")
        let new = try Desk([visit]).knowing("ledger", text: "1", extractor: "desk@2")
        #expect(try diff(old, new).only().course.rule == .readOtherwise)
    }

    @Test func `follows the company in a structured source that is mostly put right`() throws {
        let sum = Draft("Qatar", "pays", "Gaza", "2018-12")
        let second = Draft("Israel", "pays", "Gaza", "2018-12")
        let entry = Draft("Egypt", "pays", "Gaza", "2018-12")
        let ledger = Ledger(
            former: [sum.arguments(["amount": "US$30 million"]), second.arguments(["amount": "US$2 million"])],
            latter: [sum.arguments(["amount": "US$80 million"]), second.arguments(["amount": "US$4 million"]), entry])

        let changes = try ledger.changes()

        let place = try changes.changes.firstIndex { $0.kind == .added }.orThrow()
        #expect(changes.changes[place].course.rule == .toldLate)
        #expect(changes.courses[place].occasion == .correction && changes.courses[place].rule == .amongCorrections)
    }

    @Test func `does not follow as many corrections as there are events`() throws {
        let sum = Draft("Qatar", "pays", "Gaza", "2018-12")
        let visit = Draft("Cohen", "visited", "Qatar", "2021-05-25")
        let ledger = Ledger(
            former: [sum.arguments(["amount": "US$30 million"])],
            latter: [sum.arguments(["amount": "US$80 million"]), visit])

        let changes = try ledger.changes()

        #expect(changes.courses == changes.changes.map(\.course))
    }
}
