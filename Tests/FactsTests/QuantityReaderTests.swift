@testable import Facts
import Testing

@Suite struct `Quantities are read from English` {
    @Test(arguments: [
        ("84", "84", ""), ("84 people", "84", "person"), ("1,500", "1500", ""), ("1,234,567", "1234567", ""),
        ("1.50", "1.50", ""), ("0", "0", ""), ("0.5", "0.5", ""), ("-5", "-5", ""), ("−5", "-5", ""), ("+5%", "5", "%"),
        ("minus 5 °C", "-5", "°C"), ("1\u{A0}500\u{202F}000", "1500000", ""), ("30\u{A0}million", "30E6", ""),
        ("80\u{A0}planes.", "80", "plane"), (" 12  boxes ", "12", "box"),
    ])
    func `figures`(text: String, number: String, unit: String) { expect(text, number, unit) }

    @Test(arguments: [
        "people", "person", "planes", "series", "crises", "euros", "usd", "m", "km", "k", "percent", "pct", "million",
        "bn",
        "dozen", "hundred", "thousands", "odd", "or", "to", "and", "of", "may", "january", "ago", "old", "daily",
        "weekly",
        "year", "thirds", "quarters", "half", "more", "others", "one", "twenty", "several", "minus", "zqx", "a", "per",
    ])
    func `a figure and one word are read by the short way as by the long one`(word: String) {
        for number in ["0", "1", "3", "007", "42", "555", "1990", "100000", "999999999999999", "1000000000000000"] {
            for text in ["\(number) \(word)", "\(number)  \(word)", "\(number) \(word) "] {
                for unit in [nil, Unit(symbol: "boat")] {
                    let long = QuantityReader.readAnyForm(text, unit: unit)
                    #expect(QuantityReader.read(text, unit: unit) == long, "\(text)")
                }
            }
        }
    }

    @Test(arguments: [
        ("12–21", "12..21", ""), ("12-21 people", "12..21", "person"), ("12 — 21", "12..21", ""),
        ("12 to 21", "12..21", ""), ("between 12 and 21 soldiers", "12..21", "soldier"),
        ("from 5 to 7 percent", "5..7", "%"),
        ("5-7 million", "5E6..7E6", ""), ("1.5–2 billion", "15E8..2E9", ""), ("900 to 1.2 million", "900..12E5", ""),
        ("$5 million to $7 million", "5E6..7E6", "USD"), ("$5-7 million", "5E6..7E6", "USD"),
        ("$5–$7m", "5E6..7E6", "USD"),
        ("between five and seven people", "5..7", "person"), ("five to seven million euros", "5E6..7E6", "EUR"),
        ("between two hundred and three hundred people", "2E2..3E2", "person"), ("5% to 7%", "5..7", "%"),
        ("5%-7%", "5..7", "%"), ("5 per cent to 7 per cent a year", "5..7", "%/year"),
        ("-10 to -5 °C", "-10..-5", "°C"),
        ("2019-2020", "2019..2020", ""), ("1,000-1,500 troops", "1000..1500", "troop"),
    ])
    func `ranges`(text: String, number: String, unit: String) { expect(text, number, unit) }

    @Test(arguments: [
        ("more than 80", ">80", ""), ("over 80 planes", ">80", "plane"), ("More than US$30 million", ">30E6", "USD"),
        ("at least 12", ">=12", ""), ("no fewer than 12", ">=12", ""), ("80 or more people", ">=80", "person"),
        ("80+ people", ">=80", "person"), ("less than 24 hours", "<24", "h"), ("under 5%", "<5", "%"),
        ("up to 50", "<=50", ""), ("no more than 50", "<=50", ""), ("as many as 300 prisoners", "<=300", "prisoner"),
        ("50 or fewer", "<=50", ""), (">80", ">80", ""), ("≥ 80", ">=80", ""), ("<24", "<24", ""), ("≤24", "<=24", ""),
        ("more than a dozen officials", ">12", "official"), ("exactly 12", "12", ""),
    ])
    func `bounds`(text: String, number: String, unit: String) { expect(text, number, unit) }

    @Test(arguments: [
        ("about 2,000", "~2000", ""), ("nearly 80", "~80", ""), ("some 300 families", "~300", "family"),
        ("an estimated 1.5m", "~1.5", "m"), ("~40", "~40", ""), ("roughly half a million people", "~5E5", "person"),
    ])
    func `approximations`(text: String, number: String, unit: String) { expect(text, number, unit) }

    @Test(arguments: [
        ("1.5bn", "15E8", ""), ("30 million", "30E6", ""), ("2 hundred thousand", "2E5", ""), ("5 mln", "5E6", ""),
        ("3 trillion", "3E12", ""), ("hundreds of millions of dollars", "200000000..999999999", "USD"),
        ("dozens", "24..99", ""), ("dozens of people", "24..99", "person"), ("tens of thousands", "20000..99999", ""),
        ("about hundreds", "200..999", ""), ("thousands of troops", "2000..999999", "troop"),
        ("millions of euros", "2000000..999999999", "EUR"),
    ])
    func `magnitudes`(text: String, number: String, unit: String) { expect(text, number, unit) }

    @Test(arguments: [
        ("US$1.5bn", "15E8", "USD"), ("us$30 million", "30E6", "USD"), ("$5m", "5E6", "USD"), ("$1.2B", "12E8", "USD"),
        ("€13 million", "13E6", "EUR"), ("£40", "40", "GBP"), ("₪500", "500", "ILS"), ("QR 500", "500", "QAR"),
        ("QR1.5bn", "15E8", "QAR"), ("NIS 20 million", "20E6", "ILS"), ("USD 5", "5", "USD"), ("5 USD", "5", "USD"),
        ("5 dollars", "5", "USD"), ("13 million euros", "13E6", "EUR"), ("-$5", "-5", "USD"), ("$-5", "-5", "USD"),
        ("US$30 million a month", "30E6", "USD/month"), ("$80 a barrel", "80", "USD/bbl"),
        ("$5 per person", "5", "USD/person"),
    ])
    func `currencies`(text: String, number: String, unit: String) { expect(text, number, unit) }

    @Test(arguments: [
        ("5%", "5", "%"), ("5 per cent", "5", "%"), ("5 pct", "5", "%"), ("2.5 percent annually", "2.5", "%/year"),
        ("5% of GDP", "5", "% of gdp"), ("5 percent of GDP", "5", "% of gdp"), ("5 km", "5", "km"), ("5km", "5", "km"),
        ("30 km/h", "30", "km/h"), ("5 metric tons of wheat", "5", "t of wheat"),
        ("100 barrels of oil a day", "100", "bbl of oil/day"),
        ("12 square miles", "12", "mi2"), ("30/day", "30", "/day"), ("40 flights per week", "40", "flight/week"),
        ("3 members of parliament", "3", "member of parliament"), ("24 Palestinians", "24", "palestinian"),
        ("7 Qatari officials", "7", "qatari official"), ("9 women", "9", "woman"), ("6 buses", "6", "bus"),
    ])
    func `units and periods`(text: String, number: String, unit: String) { expect(text, number, unit) }

    @Test(arguments: [
        ("five", "5", ""), ("Twenty-one people", "21", "person"), ("twenty one", "21", ""), ("two hundred", "2E2", ""),
        ("two hundred and fifty", "250", ""), ("a hundred planes", "1E2", "plane"), ("a million dollars", "1E6", "USD"),
        ("two dozen", "24", ""), ("half a dozen", "6", ""), ("three hundred thousand", "3E5", ""), ("zero", "0", ""),
    ])
    func `number words`(text: String, number: String, unit: String) { expect(text, number, unit) }

    @Test(arguments: [
        "", " ", "no progress", "Yossi Cohen", "1,5", "1,50,000", "2020-02", "2020-12", "2020-12-11", "555-1234",
        "+972541234567",
        "054-123-4567", "007", "3rd floor", "21st century", "5G network", "5G", "737MAX", "20 February", "5 May",
        "7 July 2009",
        "10:30", "10 pm", "3 years ago", "six-monthly", "2 or 7 boats", "half mad", "several people", "a few",
        "one of the officials", "84 of them", "30 in custody", "a quarter",
        "12-inch gun",
        "10 Downing Street", "all 30", "192.168.0.1", "4x4", "between 5", "from 12", "over the weekend",
        "some officials",
        "more than dozens", "at least 5 or more", "one million two hundred", "€5 to $7", "5 million and 6", "F-16", "%",
        "$", "-",
        "199X", "five hundred-strong", "1..2", "--5",
    ])
    func `what is not a quantity is not read`(text: String) {
        #expect(QuantityReader.read(text) == nil)
    }

    @Test(arguments: [
        ("close to 50 villages", "~50", "village"), ("as few as 5", ">=5", ""), ("a dozen or so", "~12", ""),
        ("20-odd boats", "~20", "boat"), ("some 20 or so boats", "~20", "boat"), ("two or three boats", "2..3", "boat"),
        ("2 or 3", "2..3", ""), ("anywhere from 5 to 10 boats", "5..10", "boat"),
        ("a further 200 people", "200", "person"),
        ("another 30 boats", "30", "boat"), ("only 5", "5", ""), ("a record 90 boats", "90", "boat"),
        ("20 more people", "20", "person"), ("dozens more", "24..99", ""),
        ("several hundred people", "200..999", "person"),
        ("a few thousand", "2000..9999", ""), ("several million dollars", "2000000..9999999", "USD"),
        ("13m euros", "13E6", "EUR"),
        ("US $30 million", "30E6", "USD"), ("$30-million", "30E6", "USD"),
        ("18 batches of wounded Danes", "18", "batch of wounded danes"), ("nearly 40 per cent", "~40", "%"),
    ])
    func `news wording`(text: String, number: String, unit: String) { expect(text, number, unit) }

    @Test(arguments: [
        ("half", "50", "%"), ("a third", "33.3", "%"), ("up to a third", "<=33.3", "%"), ("one-third", "33.3", "%"),
        ("two-thirds of voters", "66.7", "% of voters"), ("half of the seats", "50", "% of seats"),
        ("nearly half the population", "~50", "% of population"), ("a quarter of its budget", "25", "% of budget"),
        ("more than three quarters of the seats", ">75", "% of seats"), ("half a million boats", "5E5", "boat"),
        ("three quarters", "3", "quarter"), ("half a dozen", "6", ""),
    ])
    func `shares of a whole`(text: String, number: String, unit: String) { expect(text, number, unit) }

    @Test func `the unit that a role counts is taken when the text has none`() {
        let unit = Unit(symbol: "person")
        #expect(QuantityReader.read("12–21", unit: unit)?.unit == unit)
        #expect(QuantityReader.read("12–21 planes", unit: unit)?.unit == Unit(symbol: "plane"))
        #expect(QuantityReader.read("US$5", unit: unit)?.unit == Unit(symbol: "USD"))
    }

    @Test(arguments: [
        ("people", "person"), ("person", "person"), ("USD", "USD"), ("dollars a month", "USD/month"),
        ("USD/month", "USD/month"),
        ("kilometres", "km"), ("m", "m"), ("%", "%"), ("percent", "%"), ("% of gdp", "% of gdp"),
        ("t of wheat", "t of wheat"), ("", ""),
    ])
    func `a unit has one name`(name: String, symbol: String) {
        #expect(Unit(named: name).symbol == symbol)
        #expect(Unit(named: symbol).symbol == symbol)
    }

    private func expect(_ text: String, _ number: String, _ unit: String) {
        let quantity = QuantityReader.read(text)
        #expect(quantity?.number == number, "\(text)")
        #expect(quantity?.unit.symbol == unit, "\(text)")
    }
}
