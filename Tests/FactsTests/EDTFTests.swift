@testable import Facts
import Testing

@Suite struct `Times are read from EDTF` {
    /// Text, the first day and the day after the last.
    @Test(
        arguments: [
            ("2009", "2009-01-01", "2010-01-01"), ("0000", "0000-01-01", "0001-01-01"),
            ("2020-02", "2020-02-01", "2020-03-01"),
            ("2020-12", "2020-12-01", "2021-01-01"), ("2019-02", "2019-02-01", "2019-03-01"),
            ("2020-02-29", "2020-02-29", "2020-03-01"), ("2000-02-29", "2000-02-29", "2000-03-01"),
            ("2020-12-31", "2020-12-31", "2021-01-01"), ("199X", "1990-01-01", "2000-01-01"),
            ("19XX", "1900-01-01", "2000-01-01"), ("2020-XX", "2020-01-01", "2021-01-01"),
            ("2020-02-XX", "2020-02-01", "2020-03-01"), ("2020-XX-XX", "2020-01-01", "2021-01-01"),
            ("2020-21", "2020-03-01", "2020-06-01"), ("2020-22", "2020-06-01", "2020-09-01"),
            ("2020-23", "2020-09-01", "2020-12-01"), ("2020-24", "2020-12-01", "2021-03-01"),
            ("2020?", "2020-01-01", "2021-01-01"), ("2020-02-07?", "2020-02-07", "2020-02-08"),
            ("2020~", "2019-01-01", "2022-01-01"), ("2020-02-07~", "2020-02-06", "2020-02-09"),
            ("2020-02%", "2020-01-01", "2020-04-01"), ("199X~", "1980-01-01", "2010-01-01"),
            ("2020-02-01/2020-02-07", "2020-02-01", "2020-02-08"), ("2009/2010", "2009-01-01", "2011-01-01"),
            ("2009/2010-03", "2009-01-01", "2010-04-01"), ("2020-02-07/2020-02-07", "2020-02-07", "2020-02-08"),
            ("2020/2020-02", "2020-01-01", "2020-03-01"), ("2018-12/..", "2018-12-01", nil),
            ("../2018-12", nil, "2019-01-01"),
            ("2018-12/", "2018-12-01", nil), ("/2018-12", nil, "2019-01-01"), ("199X/2001", "1990-01-01", "2002-01-01"),
            ("2020-21/2020-22", "2020-03-01", "2020-09-01"), ("2020~/2021?", "2019-01-01", "2022-01-01"),
            ("-0001", "-0001-01-01", "0000-01-01"), ("-0044-03-15", "-0044-03-15", "-0044-03-16"),
            ("-199X", "-1999-01-01", "-1989-01-01"), ("-0001-24", "-0001-12-01", "0000-03-01"),
            ("9999", "9999-01-01", "10000-01-01"),
            ("Y17000", "17000-01-01", "17001-01-01"), ("Y-17000", "-17000-01-01", "-16999-01-01"),
        ] as [(String, String?, String?)])
    func `a date is a window of days`(text: String, first: String?, next: String?) throws {
        let time = try #require(Time(edtf: text))
        #expect(time.edtf == text)
        #expect(time.interval.lower?.point == first.map(Self.seconds))
        #expect(time.interval.upper?.point == next.map(Self.seconds))
    }

    @Test(arguments: [
        ("2020-02-07T10:00:00Z", 36_000), ("2020-02-07T10:00:00", 36_000), ("2020-02-07T00:00:00Z", 0),
        ("2020-02-07T23:59:59Z", 86_399), ("2020-02-07T10:00:00+02", 28_800), ("2020-02-07T10:00:00+02:00", 28_800),
        ("2020-02-07T10:00:00-05:30", 55_800), ("2020-02-07T10:00:00−05:30", 55_800),
        ("2020-02-07T01:00:00+03:00", -7200), ("2020-02-07T10:00:00+14:00", -14_400),
    ])
    func `a moment is a second of universal time`(text: String, offset: Int) throws {
        let time = try #require(Time(edtf: text))
        let start = Self.seconds("2020-02-07") + offset
        #expect(time.start == Time.Window(earliest: start, latest: start + 1))
    }

    @Test(arguments: [
        "", " ", "20", "202", "20200", "2020-", "2020-0", "2020-00", "2020-13", "2020-20", "2020-25", "2020-2",
        "2020-02-00",
        "2020-02-30", "2019-02-29", "1900-02-29", "2020-04-31", "2020-21-01", "20200207", "2020/02/07", "07-02-2020",
        "XXXX", "1XXX", "19X9", "2020-1X", "2020-XX-05", "2020??", "~2020", "2020 ", " 2020", "+2020", "2020-+1",
        "--2020",
        "..", "/", "../..", "2021/2020", "2020-03/2020-02", "2020/2021/2022", "2020/x", "Y2020", "Y+17000", "Y",
        "Y017000",
        "Y-9223372036854775808", "Y99999999999999999999", "y17000", "2020-02T10:00:00Z", "2020-02-07T10:00Z",
        "2020-02-07T24:00:00Z", "2020-02-07T10:60:00Z", "2020-02-07T10:00:60Z", "2020-02-07T10:00:00+2",
        "2020-02-07T10:00:00+15:00", "2020-02-07T10:00:00z", "2020-02-07 10:00:00", "٢٠٢٠", "２０２０", "February 2020",
        "open", "unknown", "-0000",
    ])
    func `what is not EDTF is refused`(text: String) {
        #expect(Time(edtf: text) == nil)
    }

    @Test(
        arguments: [
            ("2020", "2020", TimeOverlap.always), ("2020", "2021", .neverEarlier), ("2021", "2020", .neverLater),
            ("2020", "2020-02", .maybe), ("2020-02", "2020-03", .neverEarlier), ("2020~", "2021", .maybe),
            ("2020~", "2022", .neverEarlier),
            ("2019/2021", "2020", .always), ("2019/2020", "2020/2021", .maybe), ("2018/2020", "2019/2021", .always),
            ("2018/2021", "2019/2022", .always), ("2018-12/..", "2019", .maybe), ("2018-12/..", "2018", .maybe),
            ("2018-12/..", "2017", .neverLater), ("../2018-12", "2019", .neverEarlier),
            ("../2018-12", "2018-12-31", .maybe),
            ("2020-24", "2021-01", .maybe), ("2020-24", "2021-03", .neverEarlier), ("199X", "1995", .maybe),
            ("199X", "2000", .neverEarlier),
            ("2020-02-07T10:00:00Z", "2020-02-07T12:00:00+02:00", .maybe),
            ("2020-02-07T10:00:00Z", "2020-02-07T10:00:01Z", .neverEarlier),
            ("2020-01-01/2020-12-31", "2020-06-15", .always), (nil, "2020", .unknown), ("2020", nil, .unknown),
            (nil, nil, .unknown),
        ] as [(String?, String?, TimeOverlap)])
    func `two times overlap always, maybe or never`(a: String?, b: String?, overlap: TimeOverlap) {
        let (a, b) = (a.flatMap { Time(edtf: $0) }, b.flatMap { Time(edtf: $0) })
        #expect(TimeOverlap(a, b) == overlap)
        let mirrored: TimeOverlap =
            switch overlap {
            case .neverEarlier: .neverLater
            case .neverLater: .neverEarlier
            default: overlap
            }
        #expect(TimeOverlap(b, a) == mirrored)
    }

    @Test func `a time starts after the start of another only when nothing can turn them round`() throws {
        let (year, month) = (try #require(Time(edtf: "2020")), try #require(Time(edtf: "2020-02")))
        let next = try #require(Time(edtf: "2021/.."))
        #expect(!month.startsAfterStart(of: year))
        #expect(next.startsAfterStart(of: year))
        #expect(!year.startsAfterStart(of: next))
    }

    private static func seconds(_ day: String) -> Int {
        let isNegative = day.first == "-"
        let parts = day.split(separator: "-").compactMap { Int($0) }
        return Day(year: isNegative ? -parts[0] : parts[0], month: parts[1], day: parts[2]).number * 86400
    }
}
