/// The words of dates.
enum TimeLexicon {
    /// 1–12 by name and abbreviation.
    static let months: [String: Int] = [
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
        "september": 9,
        "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7,
        "aug": 8,
        "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
    ]

    /// 0 Monday to 6 Sunday.
    static let weekdays: [String: Int] = [
        "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6, "mon": 0,
        "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
    ]

    static let seasons = ["spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3]

    enum Unit { case day, week, month, quarter, year, decade, century }

    static let units: [String: Unit] = [
        "day": .day, "days": .day, "week": .week, "weeks": .week, "month": .month, "months": .month,
        "quarter": .quarter,
        "quarters": .quarter, "year": .year, "years": .year, "decade": .decade, "decades": .decade, "century": .century,
        "centuries": .century,
    ]

    static let numbers: [String: Int] = [
        "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    ]

    static let ordinals: [String: Int] = [
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
        "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
        "sixteenth": 16,
        "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
    ]

    /// "the nineties" by their first year in the century.
    static let decades = [
        "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
        "nineties": 9,
    ]

    /// Days of the year that have names: month, day.
    static let holidays: [([String], (month: Int, day: Int))] = [
        (["christmas", "day"], (12, 25)), (["christmas", "eve"], (12, 24)), (["new", "year", "'", "s", "day"], (1, 1)),
        (["new", "year", "'", "s", "eve"], (12, 31)), (["new", "year", "day"], (1, 1)),
        (["new", "year", "eve"], (12, 31)),
    ]

    /// Parts of a day, which a date does not keep.
    static let dayParts: Set<String> = [
        "morning", "afternoon", "evening", "night", "noon", "midnight", "overnight", "lunchtime", "dawn", "dusk",
    ]

    /// Time zones after a clock time.
    static let zones: Set<String> = [
        "gmt", "utc", "est", "edt", "et", "cst", "cdt", "ct", "pst", "pdt", "pt", "cet", "cest", "bst", "ist",
    ]

    /// Names of months that are words or names as well.
    static let doubtfulMonths: Set<String> = [
        "may", "march", "mar", "august", "april", "june", "jan", "dec", "sept", "sep",
    ]

    /// What can be counted after a figure that looks like a year.
    static let counted: Set<String> = [
        "people", "persons", "men", "women", "children", "troops", "soldiers", "dollars", "euros", "pounds", "percent",
        "per", "million", "billion", "thousand", "hundred", "km", "kilometres", "kilometers", "miles", "metres",
        "meters",
        "tons", "tonnes", "homes", "houses", "years", "days", "hours", "times", "feet", "rockets", "barrels",
    ]
}
