@testable import Facts
import TestSupport

extension Value {
    /// A value of any type, with words that the reader would give it.
    static func random(using random: inout SeededGenerator) -> Value {
        let text = random.pick([
            "the talks failed", "Ceasefire.", "top officials", "“a gift”", "caf\u{E9}", "cafe\u{301}",
        ])
        let statedType = random.pick([nil, nil, Role.ValueType.allCases.randomElement(using: &random)])
        switch Int.random(in: 0..<5, using: &random) {
        case 0:
            let name = random.pick([
                "Qatar", "Doha", "Gaza", "Yossi Cohen", "Cohen", "Cohn", "the Mossad chief", "Israel", "حماس",
            ])
            return Value(.entity(EntityKey(name: name)), text: name, statedType: statedType)
        case 1:
            let quantity = Quantity.random(using: &random)
            let unit = statedType == .quantity ? quantity.unit.symbol : nil
            return Value(
                .quantity(quantity), text: quantity.number, statedType: statedType, statedUnit: unit,
                qualifiers: Qualifier.random(using: &random))
        case 2:
            let time = Time.random(using: &random)
            return Value(.time(time), text: time.edtf, statedType: statedType)
        case 3:
            let choice = random.pick(["injured", "killed", "missing", "harmed"])
            return Value(.choice(choice), text: choice, statedType: statedType)
        default: return Value(.text, text: text, statedType: statedType)
        }
    }
}

extension Qualifier {
    /// What may stand beside a number, mostly nothing, in the stored order.
    static func random(using random: inout SeededGenerator) -> [Qualifier] {
        let all: [Qualifier] = [
            .period(Time.random(using: &random)), .estimate, .remark("Ohio"), .remark("7 km paved"), .note("revised"),
        ]
        return Int.random(in: 0..<3, using: &random) == 0 ? all.filter { _ in random.pick([true, false]) } : []
    }
}

extension Quantity {
    /// A quantity of a unit among those of a few dimensions.
    static func random(using random: inout SeededGenerator) -> Quantity {
        let symbols = ["", "person", "USD", "USD", "km", "mi", "%", "USD/month", "year", "month", "mi2"]
        return .random(unit: Unit(symbol: random.pick(symbols)), using: &random)
    }

    /// A quantity of small, near or enormous numbers.
    static func random(unit: Unit, using random: inout SeededGenerator) -> Quantity {
        let (a, b) = (WrittenNumber.random(using: &random), WrittenNumber.random(using: &random))
        let forms: [Form] = [
            .figure(a), .figure(b), .approximate(a), .range(a, b), .above(a), .atLeast(a), .below(a), .atMost(a),
        ]
        return Quantity(random.pick(forms), unit: unit)
    }
}

extension WrittenNumber {
    static func random(using random: inout SeededGenerator) -> WrittenNumber {
        if Int.random(in: 0..<40, using: &random) == 0 {
            let digits = random.list(1...30) { $0.pick(Array("1234567890")) }
            return WrittenNumber(String(digits)) ?? WrittenNumber(DecimalNumber(7), precision: 0)
        }
        let precision = random.pick([0, 0, 0, -1, -2, 1, 2, 6])
        let coefficient = Int128(Int.random(in: -30...99, using: &random))
        return WrittenNumber(DecimalNumber(coefficient, exponent: precision), precision: precision)
    }
}

extension Time {
    /// A time around 2020, in every form that EDTF has.
    static func random(using random: inout SeededGenerator) -> Time {
        while true {
            let date = randomDate(using: &random)
            let text = random.pick([
                date, date, "\(date)/\(randomDate(using: &random))", "\(date)/..", "../\(date)", "\(date)/", "/\(date)",
            ])
            if let time = Time(edtf: text) { return time }
        }
    }

    private static func randomDate(using random: inout SeededGenerator) -> String {
        let year = random.pick(["2019", "2020", "2021", "202X", "20XX", "-0044", "Y17000"])
        let month = random.pick(["-01", "-02", "-12", "-21", "-24", "-XX"])
        let day = random.pick(["-01", "-07", "-28", "-XX"])
        let moment = random.pick(["T10:00:00Z", "T10:00:00+02:00", "T00:00:00"])
        return random.pick([year, year + month, year + "-02" + day, year + "-02-07" + moment])
            + random.pick(["", "", "?", "~", "%"])
    }
}
