import Extraction
import Facts
import TestSupport
import Testing

@Suite struct `Times are read from English` {
    @Test(arguments: [
        ("9 March 2015", "2015-03-09"), ("March 9, 2015", "2015-03-09"), ("March 9 2015", "2015-03-09"),
        ("the 9th of March, 2015", "2015-03-09"), ("9th March 2015", "2015-03-09"), ("Mar. 9, 2015", "2015-03-09"),
        ("on 9 March 2015", "2015-03-09"), ("2015-03-09", "2015-03-09"), ("2015/03/09", "2015-03-09"),
        ("09.03.2015", "2015-03-09"), ("25/2/2020", "2020-02-25"), ("2/25/2020", "2020-02-25"),
        ("3/3/2020", "2020-03-03"),
        ("2020-02-07T10:00:00Z", "2020-02-07"), ("Tuesday 25 February 2020 - 14:06", "2020-02-25"),
        ("Tuesday, February 25, 2020", "2020-02-25"), ("on Tuesday, 25 February 2020,", "2020-02-25"),
        ("at 5 p.m. on March 9, 2015", "2015-03-09"), ("March 9, 2015, at 17:30 GMT", "2015-03-09"),
        ("late on March 9, 2015", "2015-03-09"), ("Sat. 7 March 2020", "2020-03-07"),
        ("Christmas Day 2020", "2020-12-25"),
        ("February 2020", "2020-02"), ("in Feb. 2020", "2020-02"), ("in February of 2020", "2020-02"),
        ("2020-02", "2020-02"),
        ("the month of May 2020", "2020-05"), ("2009", "2009"), ("in 2009", "2009"), ("the year 2009", "2009"),
        ("during 2009", "2009"), ("throughout 2009", "2009"), ("for most of 2009", "2009"),
        ("as early as 2009", "2009"),
        ("as of 2009", "2009"), ("the 1990s", "199X"), ("in the 1990s", "199X"), ("the '90s", "199X"),
        ("the 2000s", "200X"),
        ("the nineties", "199X"), ("the 1800s", "18XX"), ("the 20th century", "19XX"),
        ("the nineteenth century", "18XX"),
        ("the twenty-first century", "20XX"), ("summer 2020", "2020-22"), ("in the spring of 2019", "2019-21"),
        ("fall 2020", "2020-23"), ("winter 2019-20", "2019-24"), ("the winter of 2019/2020", "2019-24"),
        ("Q1 2021", "2021-01/2021-03"), ("the fourth quarter of 2020", "2020-10/2020-12"),
        ("sometime in 2009", "2009"), ("june 2020", "2020-06"), ("earlier in 2020", "2020"),
        ("29 February 2020", "2020-02-29"),
    ])
    func `dates that need no anchor`(words: String, edtf: String) {
        #expect(read(words, published: nil) == edtf)
        #expect(read(words, published: "2022-07-09") == edtf)
    }

    @Test(arguments: [
        ("early February 2020", "2020-02-01/2020-02-10"), ("mid-February 2020", "2020-02-11/2020-02-20"),
        ("late February 2020", "2020-02-21/2020-02-29"), ("early 2019", "2019-01/2019-04"),
        ("mid-2019", "2019-05/2019-08"),
        ("late 2021", "2021-09/2021-12"), ("in the early 1990s", "1990/1993"), ("the mid-1990s", "1994/1996"),
        ("the late 1990s", "1997/1999"), ("the early 20th century", "1900/1933"), ("early in 2019", "2019-01/2019-04"),
        ("the beginning of 2020", "2020-01/2020-04"), ("at the end of March 2020", "2020-03-21/2020-03-31"),
        ("the middle of 2020", "2020-05/2020-08"), ("the first half of 2020", "2020-01/2020-06"),
        ("the second half of the 1990s", "1995/1999"), ("the first week of February 2020", "2020-02-01/2020-02-07"),
        ("the last week of June 2020", "2020-06-24/2020-06-30"),
        ("the fifth week of June 2020", "2020-06-29/2020-06-30"),
        ("the first three months of 2020", "2020-01/2020-03"), ("the first day of 2020", "2020-01-01"),
        ("the last day of June 2020", "2020-06-30"), ("the first Sunday of May 2020", "2020-05-03"),
        ("the last Friday in May 2020", "2020-05-29"), ("the week of March 4, 2020", "2020-03-02/2020-03-08"),
        ("the first decade of the 20th century", "190X"), ("the second quarter of 2020", "2020-04/2020-06"),
    ])
    func `parts of longer times`(words: String, edtf: String) { #expect(read(words, published: nil) == edtf) }

    @Test(arguments: [
        ("between July 13-16, 2022", "2022-07-13/2022-07-16"), ("July 13–16, 2022", "2022-07-13/2022-07-16"),
        ("between July 13 and 16, 2022", "2022-07-13/2022-07-16"), ("13-16 July 2022", "2022-07-13/2022-07-16"),
        ("13 to 16 July 2022", "2022-07-13/2022-07-16"), ("from July 13 to July 16, 2022", "2022-07-13/2022-07-16"),
        ("July 30 to August 2, 2022", "2022-07-30/2022-08-02"),
        ("from 30 July to 2 August 2022", "2022-07-30/2022-08-02"),
        ("from December 30 to January 2, 2022", "2021-12-30/2022-01-02"), ("March to May 2020", "2020-03/2020-05"),
        ("March-May 2020", "2020-03/2020-05"), ("between March and May 2020", "2020-03/2020-05"),
        ("November 2019 to March", "2019-11/2020-03"), ("from 2010 to 2014", "2010/2014"), ("2008-2009", "2008/2009"),
        ("2008–2009", "2008/2009"), ("2008-09", "2008/2009"), ("2019/20", "2019/2020"),
        ("between 2010 and 2014", "2010/2014"),
        ("from 2010 until 2014", "2010/2014"), ("2010 through 2014", "2010/2014"),
        ("from the 1980s to the 1990s", "198X/199X"),
        ("2015 to present", "2015/.."), ("2015-present", "2015/.."), ("from March 2019 to 2021", "2019-03/2021"),
        ("from early 2019 to late 2020", "2019/2020"),
    ])
    func `ranges`(words: String, edtf: String) { #expect(read(words, published: nil) == edtf) }

    @Test(arguments: [
        ("since 2014", "2014/.."), ("ever since March 2014", "2014-03/.."), ("since the early 1990s", "199X/.."),
        ("from 2015 onwards", "2015/.."), ("from 2015", "2015/.."), ("starting in 2024", "2024/.."),
        ("beginning March 1, 2024", "2024-03-01/.."), ("until March 2020", "../2020-03"), ("until 2014", "../2014"),
        ("by 2030", "../2030"), ("by the end of 2020", "../2020"), ("by early 2021", "../2021"),
        ("no later than 2021", "../2021"),
        ("before 2010", "../2009"),
        ("before the end of May 2020", "../2020-05"), ("before March 2020", "../2020-02"),
        ("before March 1, 2020", "../2020-02-29"),
        ("prior to 2010", "../2009"), ("after 2010", "2011/.."), ("after March 2, 2020", "2020-03-03/.."),
        ("not before 2025", "2025/.."), ("not until 2025", "2025/.."), ("after 11.15 pm on 3 May 1961", "1961-05-03"),
        ("16 and 17 February 2020", "2020-02-16/2020-02-17"), ("up to 2010", "../2010"),
        ("around 2010", "2010~"), ("in around 2010", "2010~"), ("circa 2010", "2010~"),
        ("about March 2020", "2020-03~"),
        ("in or around 2010", "2010~"), ("since around 2010", "2010~/.."),
        ("two days before March 2, 2020", "2020-02-29"),
        ("a week after March 2, 2020", "2020-03-09"),
    ])
    func `open and approximate times`(words: String, edtf: String) { #expect(read(words, published: nil) == edtf) }

    /// Published on Tuesday 25 February 2020.
    @Test(arguments: [
        ("yesterday", "2020-02-24"), ("today", "2020-02-25"), ("tomorrow", "2020-02-26"), ("tonight", "2020-02-25"),
        ("last night", "2020-02-24"), ("this morning", "2020-02-25"), ("yesterday morning", "2020-02-24"),
        ("earlier today", "2020-02-25"), ("the day before yesterday", "2020-02-23"),
        ("the day after tomorrow", "2020-02-27"),
        ("last week", "2020-02-17/2020-02-23"), ("this week", "2020-02-24/2020-03-01"),
        ("next week", "2020-03-02/2020-03-08"),
        ("earlier this week", "2020-02-24/2020-03-01"), ("last month", "2020-01"), ("earlier this month", "2020-02"),
        ("later this month", "2020-02"), ("next month", "2020-03"), ("last year", "2019"),
        ("earlier this year", "2020"),
        ("this year", "2020"), ("next year", "2021"), ("late last year", "2019-09/2019-12"),
        ("early next month", "2020-03-01/2020-03-10"), ("the end of next month", "2020-03-21/2020-03-31"),
        ("last quarter", "2019-10/2019-12"), ("this quarter", "2020-01/2020-03"), ("this decade", "202X"),
        ("this century", "20XX"), ("last century", "19XX"), ("two weeks ago", "2020-02-10/2020-02-16"),
        ("a week ago", "2020-02-17/2020-02-23"), ("three days ago", "2020-02-22"), ("two months ago", "2019-12"),
        ("five years ago", "2015"), ("25 years ago", "1995"), ("twenty-five years ago", "1995"),
        ("a decade ago", "2010~"),
        ("about ten years ago", "2010~"), ("nearly two years ago", "2018~"), ("two years from now", "2022"),
        ("in two weeks' time", "2020-03-09/2020-03-15"), ("the past three years", "2017/2020"),
        ("over the last six months", "2019-08/2020-02"), ("for the past year", "2019/2020"),
        ("the past decade", "2010/2020"),
        ("the last two weeks", "2020-02-11/2020-02-25"), ("the next two years", "2020/2022"),
        ("last Wednesday", "2020-02-19"),
        ("last Tuesday", "2020-02-18"), ("next Friday", "2020-02-28"), ("this Friday", "2020-02-28"),
        ("Saturday night", "2020-02-22"), ("on Wednesday", "2020-02-19"), ("Tuesday", "2020-02-25"),
        ("late Sunday", "2020-02-23"), ("later on Sunday", "2020-02-23"), ("the night of February 6", "2020-02-06"),
        ("this past summer", "2019-22"), ("this past week", "2020-02-17/2020-02-23"),
        ("this coming Friday", "2020-02-28"),
        ("at around 10:30 p.m. on Sunday", "2020-02-23"), ("Sunday evening local time", "2020-02-23"),
        ("on Wednesday at 5 p.m.", "2020-02-19"), ("at 5 pm on Wednesday", "2020-02-19"),
        ("since Monday", "2020-02-24/.."),
        ("until Friday", "../2020-02-21"), ("from Monday to Tuesday", "2020-02-24/2020-02-25"),
        ("the weekend", "2020-02-22/2020-02-23"), ("over the weekend", "2020-02-22/2020-02-23"),
        ("last weekend", "2020-02-22/2020-02-23"), ("next weekend", "2020-02-29/2020-03-01"),
        ("the first week of February", "2020-02-01/2020-02-07"), ("first week of February", "2020-02-01/2020-02-07"),
        ("early in February", "2020-02-01/2020-02-10"), ("in March", "2020-03"), ("in November", "2019-11"),
        ("March 2", "2020-03-02"), ("January 6", "2020-01-06"),
        ("on the 9th of this month", "2020-02-09"),
        ("November last year", "2019-11"), ("in March this year", "2020-03"), ("March 2 last year", "2019-03-02"),
        ("last March", "2019-03"), ("next March", "2020-03"), ("last January", "2020-01"), ("last summer", "2019-22"),
        ("this summer", "2020-22"), ("next winter", "2020-24"), ("in the autumn", "2019-23"),
        ("the fourth quarter", "2019-10/2019-12"),
        ("Tuesday, February 25", "2020-02-25"), ("Sunday, March 3", "2019-03-03"), ("since last month", "2020-01/.."),
        ("by next year", "../2021"), ("between July 13-16", "2020-07-13/2020-07-16"), ("the current year", "2020"),
        ("in the first half of this year", "2020-01/2020-06"),
        ("the second half of last month", "2020-01-16/2020-01-31"),
        ("before last year", "../2018"), ("before the end of next year", "../2021"), ("New Year's Day", "2020-01-01"),
    ])
    func `times counted from the day of publication`(words: String, edtf: String) {
        #expect(read(words, published: "2020-02-25") == edtf)
        #expect(read(words, published: "2020-02-25T14:06:00Z") == edtf)
    }

    /// Published on Saturday 9 July 2022.
    @Test(
        arguments: [
            ("on Wednesday", .past, "2022-07-06"), ("on Wednesday", .future, "2022-07-13"),
            ("on Saturday", .past, "2022-07-09"),
            ("on Saturday", .future, "2022-07-09"), ("in June", .past, "2022-06"), ("in June", .future, "2023-06"),
            ("in December", .past, "2021-12"), ("in December", .future, "2022-12"),
            ("in December", .unknown, "2022-12"),
            ("in July", .past, "2022-07"), ("July 13", .past, "2021-07-13"), ("July 13", .future, "2022-07-13"),
            ("between July 13-16", .future, "2022-07-13/2022-07-16"), ("July 9", .past, "2022-07-09"),
            ("in two weeks", .future, "2022-07-18/2022-07-24"), ("in two weeks", .past, nil),
            ("in ten years", .future, "2032"),
            ("this weekend", .past, "2022-07-09/2022-07-10"), ("in the spring", .past, "2022-21"),
            ("the next ten years", .past, nil), ("the next ten years", .future, "2022/2032"),
            ("in the spring", .future, "2023-21"), ("from November to March", .past, "2021-11/2022-03"),
            ("from November to March", .future, "2022-11/2023-03"), ("February 29", .past, "2020-02-29"),
            ("by March", .future, "../2023-03"), ("until late August", .future, "../2022-08"),
        ] as [(String, TimeReader.Tense, String?)])
    func `the tense tells last from next`(words: String, tense: TimeReader.Tense, edtf: String?) {
        #expect(read(words, published: "2022-07-09", tense: tense) == edtf)
    }

    @Test(
        arguments: [
            ("2020-02", "last month", "2020-01"), ("2020-02", "last year", "2019"),
            ("2020-02", "in January", "2020-01"),
            ("2020-02", "yesterday", nil), ("2020-02", "on Wednesday", nil), ("2020-02", "last week", nil),
            ("2020", "last year", "2019"), ("2020", "last month", nil), ("2020", "two years ago", "2018"),
            ("2020~", "last year", nil),
            ("2020-21", "last year", nil), ("2019/2020", "last year", nil), ("2020-01-01", "yesterday", "2019-12-31"),
            ("2020-03-01", "yesterday", "2020-02-29"), ("2020-01-15", "last month", "2019-12"),
            ("2020-01-15", "last quarter", "2019-10/2019-12"),
        ] as [(String, String, String?)])
    func `nothing is counted more precisely than the report is dated`(published: String, words: String, edtf: String?) {
        #expect(read(words, published: published) == edtf)
    }

    @Test(arguments: [
        "", " ", "recently", "in recent years", "soon", "now", "a few years ago", "several weeks ago", "years ago",
        "hours ago",
        "a day earlier", "the previous year", "the following week", "that year", "the same day", "after the election",
        "before the war", "during the talks", "for three years", "three years", "within two weeks", "24 hours",
        "the past few years",
        "in the coming weeks", "the last decade of peace", "last decade", "30 February 2020", "31 April", "3/9/2020",
        "may", "march",
        "Sun", "Sat", "$2009", "2,009", "12009", "2009 people", "5 p.m.", "14:06", "noon", "the end of the year",
        "on the 9th",
        "more than two years ago", "10 Downing Street", "44 BC", "August of that year", "16 and 19 February",
        "in March the same year", "the 1st century", "fiscal year 2021", "2014 to 2010",
        "in",
        "since", "between", "between 2010", "between 12 and 21", "from 12 to 21", "February 30", "the", "early", "week",
        "two and a half years ago", "every Wednesday", "on Wednesdays", "13-16", "2020-13", "2020-02-30", "0000",
        "March 2 election",
    ])
    func `what is vague, repeated or no time is not read`(words: String) {
        #expect(read(words, published: "2020-02-25") == nil)
    }

    @Test(arguments: [
        "yesterday", "last year", "March 2", "on Wednesday", "two weeks ago", "this month", "the weekend", "in March",
    ])
    func `what is counted from the day of publication needs one`(words: String) {
        #expect(read(words, published: nil) == nil)
    }

    /// Published on Tuesday 25 February 2020.
    @Test(
        arguments: [
            (
                "In 2009 the port was closed and in March 2011 it opened again.",
                ["In 2009=2009", "in March 2011=2011-03"]
            ),
            (
                "The envoy said Wednesday that talks would resume next month.",
                ["Wednesday=2020-02-19", "next month=2020-03"]
            ),
            ("The vote on the dam waits until after the May 9 election.", []),
            ("Under last year's agreement, fuel was allowed.", []), ("The 2022 cup was sold.", []),
            ("The January 6 visit lasted a day.", []), ("It cost 2000 dollars in 2010.", ["in 2010=2010"]),
            (
                "He visited in early February 2020, then again two weeks ago.",
                ["in early February 2020=2020-02-01/2020-02-10", "two weeks ago=2020-02-10/2020-02-16"]
            ),
            ("They may march in May.", ["in May=2020-05"]), ("More than two years ago it burned.", []),
            ("It has run since 2014 and must end by 2030.", ["since 2014=2014/..", "by 2030=../2030"]),
            ("The trip, between July 13-16, is his first.", ["between July 13-16=2020-07-13/2020-07-16"]),
            ("On Tuesday, February 25, 2020, they met.", ["On Tuesday, February 25, 2020=2020-02-25"]),
            ("Some 2009 people came.", []), ("He was second in the fall.", ["in the fall=2019-23"]),
            ("From 2010 to 2014 he led it.", ["From 2010 to 2014=2010/2014"]), ("Fiscal 2021 was good.", []),
            ("It taught at the Academy of Tomorrow.", []), ("Shops fill on Black Friday.", []),
            ("It was hit in 862, 980, 1048, and again.", []), ("The 20 July plot failed.", []),
            ("They found 1890s coins.", []), ("It rose in the 1890s.", ["in the 1890s=189X"]),
            ("In August of that year it fell.", []), ("", []),
        ] as [(String, [String])])
    func `times are found in a clause`(clause: String, expected: [String]) throws {
        let reader = TimeReader(published: Time(edtf: "2020-02-25"))
        let bytes = Array(clause.utf8)
        let found = reader.expressions(in: clause).map {
            "\(String(decoding: bytes[$0.range], as: UTF8.self))=\($0.time.edtf)"
        }
        #expect(found == expected)
    }

    @Test(arguments: UInt64(0)..<200)
    func `any words give the same times twice, inside the words and in order`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "in", "the", "first", "last", "next", "this", "week", "of", "March", "may", "2020", "31", "9th", "1990",
            "s", "-", "–",
            "'", ",", ".", "/", "to", "and", "between", "from", "since", "before", "after", "two", "days", "years",
            "ago", "century",
            "decade", "999", "99999999999", "early", "mid", "late", "Q", "4", "winter", "weekend", "Sunday", "é",
            "half", "quarter",
            "0", "a", "month", "day", "Christmas", "Eve", "p", "m", ":", "T", "second", "end", "by", "\u{301}", "month",
        ]
        let text = (0..<Int.random(in: 0...14, using: &random)).map { _ in
            random.pick(pieces) + random.pick([" ", " ", ""])
        }.joined()
        for published in [nil, "2020-02-29", "0001-01-01", "9999-12-31", "2020-02", "0000"] {
            let reader = TimeReader(published: published.flatMap { Time(edtf: $0) })
            for tense in [TimeReader.Tense.past, .future, .unknown] {
                #expect(reader.read(text, tense: tense) == reader.read(text, tense: tense), "seed \(seed)")
                var end = 0
                for (range, time) in reader.expressions(in: text, tense: tense) {
                    #expect(
                        range.lowerBound >= end && range.upperBound <= text.utf8.count && !time.edtf.isEmpty,
                        "seed \(seed)")
                    end = range.upperBound
                }
            }
        }
    }

    @Test(arguments: [
        "the weekend of ", "early ", "the end of ", "the first week of ", "in ", "between ", "from March to ", "9 of ",
        "2020-",
        "two days before ", "Sunday, ", "1 to ", "the night of ", "since ", "March ", "as early as ",
    ])
    func `words that go round in circles are read in no time`(words: String) {
        let text = String(repeating: words, count: 120)
        #expect(read(text, published: "2020-02-25") == nil)
        _ = TimeReader(published: Time(edtf: "2020-02-25")).expressions(in: text)
    }

    private func read(_ words: String, published: String?, tense: TimeReader.Tense = .unknown) -> String? {
        TimeReader(published: published.flatMap { Time(edtf: $0) }).read(words, tense: tense)?.edtf
    }
}
