import Facts

/// What follows from a claim under other predicates.
extension Claim {
    /// The same said of a wider predicate.
    func under(_ predicate: String) -> Claim {
        implied(predicate: predicate, polarity: polarity, object: object, arguments: arguments, time: time)
    }

    /// That another predicate does not hold: of this object, or of any.
    func denied(under predicate: String, byAny isOfAny: Bool) -> Claim {
        implied(
            predicate: predicate, polarity: .denied, object: isOfAny ? nil : object,
            arguments: isOfAny ? [:] : arguments, time: time)
    }

    /// That a state holds, or does not, when this event is over; roles that the state does not have are left out.
    func outcome(_ state: Predicate, _ polarity: Polarity, at time: Time) -> Claim {
        implied(
            predicate: state.id, polarity: polarity, object: object,
            arguments: arguments.filter { state.roles[$0.key] != nil }, time: time)
    }

    /// The same at no stated time.
    var timeless: Claim {
        implied(predicate: predicate, polarity: polarity, object: object, arguments: arguments, time: nil)
    }

    /// Whether both have the same values in the roles that tell facts of a predicate apart.
    func hasKey(of other: Claim, under predicate: Predicate) -> Bool {
        predicate.key.allSatisfy { role in value(of: role)?.identity == other.value(of: role)?.identity }
    }

    /// Whether it fills the roles of its predicate that the other side of a comparison fills: who severs ties may have kept
    /// trade going.
    func fills(_ trace: Trace, _ predicate: Predicate) -> Bool {
        trace.compared.allSatisfy { field in
            let role = field.name.hasPrefix("arguments.") ? String(field.name.dropFirst(10)) : field.name
            return field.after != nil || field.before == nil || predicate.roles[role] == nil
        }
    }
}

extension Time {
    /// Whether it covers an instant, whatever the uncertainties, and more than the instant.
    func mustHold(at instant: Time) -> Bool {
        guard let begun = start.latest, let over = end.earliest, let first = instant.start.earliest,
            let last = instant.end.latest
        else { return false }
        return begun <= first && over >= last
    }

    /// Whether it has no stated end.
    var isOpenEnded: Bool { end.latest == nil }

    /// Whether it has begun before the other begins, whatever the uncertainties.
    func mustHaveBegun(by other: Time) -> Bool {
        guard let begun = start.latest, let first = other.start.earliest else { return false }
        return begun <= first
    }
}
