/// What a quantity counts or measures: a currency, a measure, a kind of thing, per cent, or nothing; possibly per time.
///
/// The normal form is `USD`, `km`, `%`, `person`, `USD/year`, or empty.
package struct Unit: Hashable, Sendable {
    /// The normal form.
    package let symbol: String

    /// No unit: a bare number.
    package static let none = Unit(symbol: "")

    /// A unit by its normal form.
    package init(symbol: String) { self.symbol = symbol }

    /// A unit as somebody names it: "people" is `person`, "dollars a month" is `USD/month`.
    package init(named name: String) { self = UnitReader.unit(named: name) }

    /// The part before the slash.
    private var numerator: Substring { symbol.prefix { $0 != "/" } }
    /// What is counted or measured, of whatever: `bbl` in `bbl of oil/day`.
    private var base: Substring {
        // Most units are one word, which is quicker to see than where another begins.
        guard symbol.utf8.contains(UInt8(ascii: " ")) else { return numerator }
        return numerator.firstRange(of: " of ").map { numerator[..<$0.lowerBound] } ?? numerator
    }

    /// Whether quantities of this unit are whole numbers: things that are counted, not measured.
    package var isCountable: Bool {
        numerator.count == symbol.count && measure == nil && base != "%" && !Currency.codes.contains(String(base))
    }

    /// What is compared: units of one dimension differ by a factor only; any other unit is its own dimension.
    package var dimension: String { (measure?.dimension ?? String(base)) + symbol.dropFirst(base.count) }

    /// The same unit of whatever: `%` of `% of gdp`, `t/year` of `t of grain/year`; itself when it does not say of what.
    var ofWhatever: Unit { Unit(symbol: String(base) + symbol.dropFirst(numerator.count)) }

    /// Whether it says of what, where another unit of the same measure leaves that open.
    func saysOfWhat(unlike other: Unit) -> Bool {
        self != other && ofWhatever.dimension == other.dimension && ofWhatever != self && other.ofWhatever == other
    }

    /// How many units of the dimension's base this unit is.
    var factor: DecimalNumber { measure?.factor ?? DecimalNumber(1) }

    private var measure: Measure? { Measure.named[String(base)] }
}

/// A unit of measure with its exact factor to the base unit of its dimension.
struct Measure {
    let dimension: String
    let factor: DecimalNumber

    /// By normal form.
    ///
    /// Factors are exact by definition (SI; international yard and pound agreement of 1959).
    static let named: [String: Measure] = Dictionary(uniqueKeysWithValues: table.map { ($0.symbol, $0.measure) })
    /// Normal form by the words for it.
    static let symbols: [String: String] = Dictionary(
        uniqueKeysWithValues: table.flatMap { row in row.words.map { ($0, row.symbol) } })

    private static let table: [(symbol: String, words: [String], measure: Measure)] = [
        ("s", ["s", "sec", "second", "seconds"], time(1)),
        ("min", ["min", "minute", "minutes"], time(60)),
        ("h", ["h", "hr", "hrs", "hour", "hours"], time(3600)),
        ("day", ["day", "days"], time(86400)),
        ("week", ["week", "weeks"], time(604_800)),
        ("month", ["month", "months"], Measure(dimension: "month", factor: DecimalNumber(1))),
        ("year", ["year", "years"], Measure(dimension: "month", factor: DecimalNumber(12))),
        ("mm", ["mm", "millimetre", "millimetres", "millimeter", "millimeters"], length(1)),
        ("cm", ["cm", "centimetre", "centimetres", "centimeter", "centimeters"], length(10)),
        ("m", ["m", "metre", "metres", "meter", "meters"], length(1000)),
        ("km", ["km", "kilometre", "kilometres", "kilometer", "kilometers"], length(1_000_000)),
        ("ft", ["ft", "foot", "feet"], length(3048, -1)),
        ("mi", ["mi", "mile", "miles"], length(1_609_344)),
        ("nmi", ["nmi", "nautical mile", "nautical miles", "nm"], length(1_852_000)),
        ("ha", ["ha", "hectare", "hectares"], area(1)),
        ("km2", ["km2", "km²", "sq km", "square kilometre", "square kilometres", "square kilometers"], area(100)),
        ("mi2", ["mi2", "sq mi", "square mile", "square miles"], area(258_998_811_033_6, -10)),
        ("g", ["g", "gram", "grams"], mass(1)),
        ("kg", ["kg", "kilo", "kilos", "kilogram", "kilograms"], mass(1000)),
        ("t", ["t", "ton", "tons", "tonne", "tonnes", "metric ton", "metric tons"], mass(1_000_000)),
        ("lb", ["lb", "lbs", "pound", "pounds"], mass(45_359_237, -5)),
        ("L", ["l", "litre", "litres", "liter", "liters"], volume(1)),
        ("bbl", ["bbl", "barrel", "barrels"], volume(158_987_294_928, -9)),
        ("m3", ["m3", "m³", "cu m", "cubic metre", "cubic metres", "cubic meters"], volume(1000)),
        ("W", ["w", "watt", "watts"], Measure(dimension: "power", factor: DecimalNumber(1))),
        ("kW", ["kw", "kilowatt", "kilowatts"], Measure(dimension: "power", factor: DecimalNumber(1000))),
        ("MW", ["mw", "megawatt", "megawatts"], Measure(dimension: "power", factor: DecimalNumber(1_000_000))),
        ("kWh", ["kwh", "kilowatt hours", "kilowatt-hours"], Measure(dimension: "energy", factor: DecimalNumber(1))),
        ("°C", ["°c", "degrees celsius"], Measure(dimension: "°C", factor: DecimalNumber(1))),
    ]

    private static func time(_ seconds: Int128) -> Measure {
        Measure(dimension: "time", factor: DecimalNumber(seconds))
    }
    private static func length(_ digits: Int128, _ exponent: Int = 0) -> Measure {
        Measure(dimension: "length", factor: DecimalNumber(digits, exponent: exponent))
    }
    private static func area(_ digits: Int128, _ exponent: Int = 0) -> Measure {
        Measure(dimension: "area", factor: DecimalNumber(digits, exponent: exponent))
    }
    private static func mass(_ digits: Int128, _ exponent: Int = 0) -> Measure {
        Measure(dimension: "mass", factor: DecimalNumber(digits, exponent: exponent))
    }
    private static func volume(_ digits: Int128, _ exponent: Int = 0) -> Measure {
        Measure(dimension: "volume", factor: DecimalNumber(digits, exponent: exponent))
    }
}
