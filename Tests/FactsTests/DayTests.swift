@testable import Facts
import Testing

@Suite struct `Days of the calendar` {
    @Test(arguments: [
        (0, 1970, 1, 1), (-1, 1969, 12, 31), (59, 1970, 3, 1), (11_016, 2000, 2, 29), (18_262, 2020, 1, 1),
        (-719_528, 0, 1, 1), (-719_468, 0, 3, 1), (-141_427, 1582, 10, 15), (2_932_896, 9999, 12, 31),
    ])
    func `known dates have their numbers`(number: Int, year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day).number == number)
        #expect(Day(number: number).date == (year, month, day))
    }

    @Test func `every day for 270 years to either side of 1970 comes back from its date`() {
        var previous = Day(number: -100_001).date
        var failures: [Int] = []
        for number in -100_000...100_000 {
            let date = Day(number: number).date
            let isBack = Day(year: date.year, month: date.month, day: date.day).number == number
            if !isBack || date <= previous || date.day > Day.count(inMonth: date.month, of: date.year) {
                failures.append(number)
            }
            previous = date
        }
        #expect(failures.isEmpty)
    }

    @Test(arguments: [(2020, 29), (2019, 28), (1900, 28), (2000, 29), (-4, 29), (0, 29), (-100, 28)])
    func `February is as long as the leap year rule says`(year: Int, days: Int) {
        #expect(Day.count(inMonth: 2, of: year) == days)
    }

    @Test(arguments: [(2020, "2020-02-05"), (44, "0044-02-05"), (0, "0000-02-05"), (-44, "-0044-02-05")])
    func `a day is written with four digits for the year`(year: Int, text: String) {
        #expect(Day(year: year, month: 2, day: 5).description == text)
    }
}
