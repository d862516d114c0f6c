extension Vocabulary {
    /// Reads a stated claim: finds its predicate, types its values, and works out which fact it is about.
    ///
    /// - Parameter evidence: the claim's quotations, anchored.
    package func read(_ stated: StatedClaim, evidence: [Evidence]) -> Claim {
        read(AnchoredClaim(stated: stated, evidence: evidence))
    }

    /// Reads a claim whose quotations are anchored.
    package func read(_ anchored: AnchoredClaim) -> Claim {
        let stated = anchored.stated
        let (predicate, isInverse) = predicate(of: stated)
        let partyRole = Role(type: .entity)
        let objectRole = predicate.isSymmetric ? partyRole : predicate.roles["object"]
        let first = value(stated.subject, isInverse ? objectRole : partyRole)
        let second = stated.object.map { value($0, isInverse ? partyRole : objectRole) }
        let isInverted = second.map { isInverse || (predicate.isSymmetric && $0.identity < first.identity) } ?? false
        let (subject, object) = isInverted ? (second ?? first, first) : (first, second)
        var arguments: [String: Value] = [:]
        arguments.reserveCapacity(stated.arguments.count)
        for (name, stated) in stated.arguments { arguments[name] = value(stated, predicate.roles[name]) }
        let key = predicate.key.map { role in
            (role: role, value: (role == "object" ? object : arguments[role])?.identity ?? "")
        }
        return Claim(
            id: anchored.id,
            fact: FactID(subject: subject.identity, predicate: predicate.id, key: key),
            report: stated.report, subject: subject, predicate: predicate.id, predicateText: stated.predicate,
            isInverted: isInverted, object: object, arguments: arguments, time: stated.time, polarity: stated.polarity,
            certainty: stated.certainty, modality: stated.modality, attribution: stated.attribution,
            evidence: anchored.evidence, key: stated.key, ext: stated.ext)
    }

    /// The predicate of a claim; inverse words without an object say nothing of whom they name as the subject.
    private func predicate(of stated: StatedClaim) -> (Predicate, isInverse: Bool) {
        let (known, isInverse) = predicate(for: stated.predicate)
        return isInverse && stated.object == nil ? (.open(stated.predicate), false) : (known, isInverse)
    }

    /// Reads a claim again, as a changed vocabulary makes necessary.
    package func reread(_ claim: Claim) -> Claim { read(claim.stated, evidence: claim.evidence) }

    /// The typed value of a stated one.
    ///
    /// Words that the role's type cannot read are kept as text. Of a number, and of a text that is no name, the period, the
    /// estimate's mark, remarks and notes are read apart; only words given as `text` stand wholly for themselves.
    package func value(_ stated: StatedClaim.StatedValue, _ role: Role?) -> Value {
        switch stated {
        case .plain(let text): plain(text, role)
        case .entity(let name): Value(.entity(entity(named: name)), text: name, statedType: .entity)
        case .quantity(let text, let unit):
            Value(
                text, quantity(text, unit: unit.map(Unit.init(named:)) ?? role?.unit), statedType: .quantity,
                statedUnit: unit)
        case .time(let text): Value(time(text) ?? .text, text: text, statedType: .time)
        case .choice(let text): Value(.choice(text), text: text, statedType: .choice)
        case .text(let text): Value(.text, text: text, statedType: .text)
        }
    }

    private func plain(_ text: String, _ role: Role?) -> Value {
        switch role?.type {
        case .entity: Value(.entity(entity(named: text)), text: text)
        case .quantity: Value(text, quantity(text, unit: role?.unit))
        case .time: Value(time(text) ?? .text, text: text)
        case .choice: Value(choice(text, role?.choices ?? []) ?? .text, text: text)
        case .text: Value(text, .text(text))
        case nil: guess(text)
        }
    }

    private func time(_ text: String) -> Value.Content? { Time(edtf: text).map(Value.Content.time) }

    private func quantity(_ text: String, unit: Unit?) -> PublishedValue {
        if let quantity = Quantity(number: text, unit: unit ?? .none) { return PublishedValue(quantity) }
        return .quantityOrText(text, unit: unit)
    }

    /// The listed choice that the text is, or the only one that stands in it as a word.
    private func choice(_ text: String, _ choices: [String]) -> Value.Content? {
        let folded = text.foldedForm
        if let exact = choices.first(where: { $0.foldedForm == folded }) { return .choice(exact) }
        let words = Set(folded.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init))
        let contained = choices.filter { words.contains($0.foldedForm) }
        return contained.count == 1 ? .choice(contained[0]) : nil
    }

    /// What a text without a declared type is: a known name, a plain number, a date, a quantity, a name, or text.
    ///
    /// Number words alone do not make a quantity of a name: "Five Eyes".
    private func guess(_ text: String) -> Value {
        let key = entity(named: text)
        if entities[key] != nil { return Value(.entity(key), text: text) }
        if WrittenNumber(text) == nil, let time = time(text) { return Value(time, text: text) }
        guard text.isName else { return Value(text, .quantityOrText(text, unit: nil)) }
        let quantity = text.contains(where: \.isASCIIDigit) ? PublishedValue.quantity(text, unit: nil) : nil
        return quantity.map { Value(text, $0) } ?? Value(.entity(key), text: text)
    }
}

extension Value {
    /// Words as they were published.
    fileprivate init(
        _ text: String, _ published: PublishedValue, statedType: Role.ValueType? = nil, statedUnit: String? = nil
    ) {
        self.init(
            published.content, text: text, statedType: statedType, statedUnit: statedUnit,
            qualifiers: published.qualifiers)
    }
}
