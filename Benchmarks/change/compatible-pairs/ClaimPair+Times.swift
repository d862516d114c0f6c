import FactTestSupport

/// Pairs of which one came after the other, and pairs that cannot both hold.
extension ClaimPair {
    /// One after the other: offices, homes, numbers of two years, counters, ends.
    static var succession: [ClaimPair] {
        let terms = [
            ("2020/..", "2025-04/.."), ("2020/2025", "2026/.."), ("2020-01/2025-04", "2025-04/.."), ("2020", "2031"),
            ("../2024", "2025/.."), ("2019-03-01", "2019-03-02"),
        ]
        let states = PairWorld.people.indices.dropLast().flatMap { index in
            terms.flatMap { old, new in
                let (a, b) = (PairWorld.people[index].name, PairWorld.people[index + 1].name)
                let (here, there) = (PairWorld.places[index].city, PairWorld.places[index + 1].city)
                return [
                    ClaimPair(
                        Draft(PairWorld.bodies[index], "is headed by", a, old),
                        Draft(PairWorld.bodies[index], "is headed by", b, new)),
                    ClaimPair(Draft(a, "lives in", here, old), Draft(a, "lives in", there, new)),
                    ClaimPair(Draft(a, "lives in", here, old), Draft(a, "lives in", here, new).denied),
                ]
            }
        }
        let numbers = [(80, 120), (120, 80), (7, 8)].flatMap { old, new in
            [
                ClaimPair(
                    Draft("Tarn Mill", "employs", "\(old)", "2029"), Draft("Tarn Mill", "employs", "\(new)", "2031")),
                ClaimPair(Draft("Quay fire", "death toll", "\(old)"), Draft("Quay fire", "death toll", "\(new)")),
                ClaimPair(
                    Draft("Tarn Mill", "employs", "\(old)").quoting("the mill employs \(old)"),
                    Draft("Tarn Mill", "employs", "\(new)").quoting("it is now a mill of \(new) hands")),
            ]
        }
        return states + numbers
    }

    /// Pairs that cannot both hold: other values of one day, or of what never changes.
    static var contradictions: [ClaimPair] {
        let day = "2031-03-01"
        let homes = PairWorld.people.indices.dropLast().flatMap { index in
            let (here, there) = (PairWorld.places[index], PairWorld.places[index + 1])
            let living = Draft(PairWorld.people[index].name, "lives in", here.city, day)
            let headed = Draft(PairWorld.bodies[index], "is headed by", PairWorld.people[index].name, day)
            return [
                ClaimPair(living, living.with { $0.object = there.city }),
                ClaimPair(living, living.with { $0.object = there.country }), ClaimPair(living, living.denied),
                ClaimPair(living, living.with { $0.object = here.country }.denied),
                ClaimPair(headed, headed.with { $0.object = PairWorld.people[index + 1].name }),
                ClaimPair(headed, Draft(PairWorld.people[index + 1].alias, "heads", PairWorld.bodies[index], day)),
                ClaimPair(
                    Draft(PairWorld.people[index].name, "was born in", here.quarter),
                    Draft(PairWorld.people[index].name, "was born in", there.quarter)),
            ]
        }
        let values = [
            ("employs", "400", "600"), ("employs", "more than 80", "80"), ("employs", "70–90", "120"),
            ("employs", "fewer than 100", "more than 120"), ("employs", "a dozen", "13"),
            ("employs", "about 80", "300"),
            ("has a budget of", "€1.5 billion", "€15 billion"), ("has a budget of", "€42.5 million", "€42.378 million"),
            ("has a budget of", "€40–45 million", "€50 million"), ("has a budget of", "€4 million", "4,000 euros"),
            ("death toll", "12", "14"), ("death toll", "at least 20", "14"), ("delivered", "2 tonnes", "200 kg"),
            ("lasted", "6 hours", "60 minutes"), ("is as long as", "100 km", "100 miles"),
            ("was founded in", "1902", "1903"),
            ("was founded in", "1902-05", "1902-06-01"),
        ]
        return homes
            + values.map { ClaimPair(Draft("Tarn Mill", $0, $1, day), Draft("Tarn Mill", $0, $2, day)) }
    }
}
