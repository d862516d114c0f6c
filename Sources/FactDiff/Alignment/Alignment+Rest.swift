import Facts

/// What is told of claims that found no partner.
extension Alignment {
    /// Claims that join a fact are held against those that stay there, and only when none stays against those that went.
    mutating func tellGained() {
        let (teller, gained, lost) = (LoneClaimTeller(before, after, comparer), gained, lost)
        let formerByFact = Dictionary(grouping: lost.openOfKeptFacts) { lost[$0].fact }
        tell(
            Self.byFact(gained).concurrentFlatMap { places in
                let (claims, company) = gained.company(of: places, in: teller.after)
                let former = formerByFact.isEmpty ? [] : lost.claims(formerByFact[claims[0].fact] ?? [])
                if company.isEmpty, former.isEmpty { return teller.newFact(claims) }
                return teller.joined(claims, company.isEmpty ? former : company, former: former)
            })
    }

    /// Likewise for claims that leave.
    mutating func tellLost() {
        let (teller, gained, lost) = (LoneClaimTeller(before, after, comparer), gained, lost)
        let laterByFact = Dictionary(grouping: gained.openOfKeptFacts) { gained[$0].fact }
        tell(
            Self.byFact(lost).concurrentFlatMap { places in
                let (claims, company) = lost.company(of: places, in: teller.before)
                let later = laterByFact.isEmpty ? [] : gained.claims(laterByFact[claims[0].fact] ?? [])
                if company.isEmpty, later.isEmpty { return teller.goneFact(claims) }
                return teller.left(claims, company.isEmpty ? later : company)
            })
    }

    /// The open claims of each fact; they stand in the stored order, and so do their facts.
    private static func byFact(_ unmatched: UnmatchedClaims) -> [[Int]] {
        var groups: [[Int]] = []
        for place in unmatched.open {
            if let last = groups.indices.last, unmatched.fact(of: groups[last][0]) == unmatched.fact(of: place) {
                groups[last].append(place)
            } else {
                groups.append([place])
            }
        }
        return groups
    }
}

extension UnmatchedClaims {
    /// The claims at the places of one fact, and the other claims of that fact.
    fileprivate func company(of places: [Int], in side: Side) -> (claims: [Claim], company: [Claim]) {
        let claims = claims(places)
        let all = side.facts[fact(of: places[0])].claims
        if claims.count == all.count { return (claims, []) }
        let joining = Set(claims)
        return (claims, all.filter { !joining.contains($0) })
    }
}
