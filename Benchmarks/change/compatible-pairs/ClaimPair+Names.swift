import FactTestSupport

/// Pairs in which names or roles are other, and nothing is contradicted.
extension ClaimPair {
    /// One person, body or predicate by two names, or by a name that may mean them.
    static var alias: [ClaimPair] {
        PairWorld.people.enumerated().flatMap { index, person in
            let (body, city) = (PairWorld.bodies[index], PairWorld.places[index].city)
            let headed = Draft(body, "is headed by", person.name, "2031-03-01")
            let living = Draft(person.name, "lives in", city, "2031-03-01")
            return [
                ClaimPair(headed, headed.with { $0.object = person.alias }),
                ClaimPair(headed, headed.with { $0.object = person.unknown }),
                ClaimPair(headed, headed.with { $0.object = "Captain \(person.name)" }),
                ClaimPair(headed, headed.with { $0.object = person.name.uppercased() }),
                ClaimPair(headed, headed.with { $0.object = "a former pilot" }),
                ClaimPair(headed, headed.with { $0.subject = "the \(body)" }),
                ClaimPair(headed, Draft(person.name, "heads", body, "2031-03-01")),
                ClaimPair(headed, Draft(person.alias, "heads", body, "2031-03-01")),
                ClaimPair(living, living.with { $0.subject = person.alias }),
                ClaimPair(living, living.with { $0.predicate = "resides in" }),
                ClaimPair(living, living.with { $0.object = city.lowercased() }),
            ]
        }
    }

    /// Who did it to whom, the other way round: both can be.
    static var roleSwap: [ClaimPair] {
        let countries = PairWorld.places.map(\.country)
        let people = PairWorld.people.map(\.name)
        let states = pairs(of: countries).flatMap { a, b in
            [
                ClaimPair(Draft(a, "attacked", b, "2031-06-01"), Draft(b, "attacked", a, "2031-06-01")),
                ClaimPair(
                    Draft(a, "sold a ship to", b, "2031").arguments(["price": "€4 million"]),
                    Draft(b, "sold a ship to", a, "2031").arguments(["price": "€9 million"])),
            ]
        }
        let persons = pairs(of: people).flatMap { a, b in
            [
                ClaimPair(Draft(a, "met", b, "2031-02-05"), Draft(b, "met", a, "2031-02-05")),
                ClaimPair(Draft(a, "was succeeded by", b), Draft(b, "was succeeded by", a)),
            ]
        }
        return states + persons
    }

    private static func pairs(of names: [String]) -> [(String, String)] {
        names.indices.flatMap { i in names.indices.dropFirst(i + 1).map { (names[i], names[$0]) } }
    }
}
