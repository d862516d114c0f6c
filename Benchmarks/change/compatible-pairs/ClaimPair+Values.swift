import FactTestSupport

/// Pairs in which one value is a part of the other, or another form of it.
extension ClaimPair {
    /// A whole and its part: places, times, numbers, arguments.
    static var granularity: [ClaimPair] {
        let places = PairWorld.places.enumerated().flatMap { index, place in
            [(place.country, place.city), (place.city, place.quarter), (place.country, place.quarter)].map {
                whole, part in
                ClaimPair(
                    Draft(PairWorld.people[index].name, "lives in", whole, "2031-03-01"),
                    Draft(PairWorld.people[index].name, "lives in", part, "2031-03-01"))
            }
        }
        let births = PairWorld.places.enumerated().map { index, place in
            ClaimPair(
                Draft(PairWorld.people[index].name, "was born in", place.country),
                Draft(PairWorld.people[index].name, "was born in", place.quarter))
        }
        return places + births + dates + numbers + details
    }

    private static var dates: [ClaimPair] {
        let times = [
            ("2031", "2031-02"), ("2031-02", "2031-02-05"), ("2031", "2031-02-05"), ("203X", "2034"),
            ("2031-21", "2031-04"),
            ("2031-02~", "2031-02-10"), ("2031-02-01/2031-02-07", "2031-02-03"), ("2031/2033", "2032"),
        ]
        return times.map { ClaimPair(Draft("Tarn Canal", "opened", nil, $0), Draft("Tarn Canal", "opened", nil, $1)) }
            + [("1902", "1902-05"), ("1902-05", "1902-05-17"), ("190X", "1902"), ("1902", "1902-05-17")].map {
                ClaimPair(Draft("Tarn Mill", "was founded in", $0), Draft("Tarn Mill", "was founded in", $1))
            }
    }

    private static var numbers: [ClaimPair] {
        let staff = [12, 84, 130, 2_150].flatMap { count in
            [
                ("more than \(count - 4)", "\(count)"), ("at least \(count)", "\(count)"),
                ("up to \(count + 6)", "\(count)"),
                ("\(count - 3)–\(count + 9)", "\(count)"), ("fewer than \(count + 1)", "\(count)"),
                ("about \(count)", "\(count)"), ("more than \(count - 4)", "fewer than \(count + 9)"),
            ]
        }
        let budgets = [
            ("€42 million", "€42.3 million"), ("€42.4 million", "€42.378 million"), ("€1.5 billion", "€1,512 million"),
            ("€40–45 million", "€42 million"), ("nearly €50 million", "€49 million"),
        ]
        return staff.map { pair("employs", $0) } + budgets.map { pair("has a budget of", $0) }
    }

    private static var details: [ClaimPair] {
        PairWorld.places.indices.dropLast().map { index in
            let plain = Draft(
                PairWorld.places[index].country, "attacked", PairWorld.places[index + 1].city, "2031-06-01")
            return ClaimPair(plain, plain.arguments(["weapon": "mortars"]))
        }
    }

    /// One value in two forms.
    static var format: [ClaimPair] {
        let budgets = [3, 15, 42, 110].flatMap { count in
            [
                ("€\(count) million", "\(count) million euros"), ("€\(count)m", "€\(count),000,000"),
                ("EUR \(count) million", "€\(count) mn"), ("€\(count) million", "\(count) million"),
                ("€\(count).0 million", "€\(count) million"), ("€\(count) million", "€\u{A0}\(count)\u{A0}million"),
            ]
        }
        let staff = [
            ("eighty-four", "84"), ("a dozen", "12"), ("two hundred", "200"), ("1,200", "1200"),
            ("1,200 people", "1200"),
            ("seventeen", "17 persons"), ("3 thousand", "3,000"), ("70–90", "70 to 90"), ("between 70 and 90", "70-90"),
            (">80", "more than 80"), ("at least 80", "80 or more"), ("twenty to thirty", "20–30"),
        ]
        let measures = [
            ("lasted", "6 hours", "360 minutes"), ("lasted", "2 days", "48 hours"), ("lasted", "90 min", "1.5 hours"),
            ("lasted", "two weeks", "14 days"), ("is as long as", "3 km", "3,000 metres"),
            ("is as long as", "3", "3 km"),
            ("is as long as", "3 kilometers", "3 kilometres"), ("delivered", "2 tonnes", "2,000 kg"),
            ("delivered", "0.5 t", "500 kilograms"), ("delivered", "12 tons", "12 t"),
        ]
        let dates = [
            ("2031-02", "2031-02-01/2031-02-28"), ("2031", "2031-01/2031-12"), ("2032-02", "2032-02-01/2032-02-29"),
            ("2031-02-05", "2031-02-05/2031-02-05"),
        ]
        return budgets.map { pair("has a budget of", $0) } + staff.map { pair("employs", $0) }
            + measures.map { ClaimPair(Draft("Quay works", $0, $1, "2031-03"), Draft("Quay works", $0, $2, "2031-03")) }
            + dates.map { ClaimPair(Draft("Tarn Canal", "opened", nil, $0), Draft("Tarn Canal", "opened", nil, $1)) }
    }

    private static func pair(_ predicate: String, _ values: (String, String)) -> ClaimPair {
        ClaimPair(
            Draft("Tarn Mill", predicate, values.0, "2031-03-01"), Draft("Tarn Mill", predicate, values.1, "2031-03-01")
        )
    }
}
