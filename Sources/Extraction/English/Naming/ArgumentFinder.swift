import Facts
import Linguistics

/// Gives the phrases of a clause that the predicate has not used up a role each.
struct ArgumentFinder {
    let frame: ClauseFrame
    let naming: RoleNaming

    /// Adds the roles, in the order of the text; the first phrase for a role keeps it.
    ///
    /// - Parameter hosts: nouns that are words of the predicate, on which arguments may hang.
    func addArguments(to named: inout NamedPredicate, hosts: [Int]) {
        addChoices(of: hosts, to: &named)
        moveBeneficiary(in: &named)
        moveMeasure(in: &named)
        let bare = frame.clause.recipients + frame.clause.objects + hosts.flatMap(amounts)
        for token in bare { addBare(token, to: &named) }
        let isTurnedBack = !frame.clause.isPassive && frame.clause.subjects.allSatisfy { isFree($0, in: named) }
        if isTurnedBack { for token in frame.clause.subjects.prefix(1) { add(token, as: "by", to: &named) } }
        for token in frame.clause.objectPredicates { add(token, as: "as", to: &named) }
        for oblique in frame.clause.obliques where !frame.isConnective(oblique) {
            for token in oblique.objects.prefix(1) { add(token, after: frame.words(of: oblique), to: &named) }
        }
        for host in hosts { addPhrases(under: host, to: &named) }
        for token in named.objects where naming.predicate?.roles["number"] != nil && named.roles["number"] == nil {
            if let number = numbers(of: token).first { add(number, as: "number", to: &named) }
        }
        for complement in frame.clause.complements.prefix(1) where !named.objects.isEmpty {
            let role = naming.first(
                of: ["for", "purpose", "condition", "how", "about"], besides: Set(named.roles.keys))
            if let role { add(complement, as: role, to: &named) }
        }
    }

    /// "Permitted them to fly" permits the flight, and it permits it to them.
    private func moveBeneficiary(in named: inout NamedPredicate) {
        guard let predicate = naming.predicate, predicate.roles["object"]?.type == .text, predicate.roles["to"] != nil,
            named.objects.count == 1, let object = named.objects.first
        else { return }
        let subjects = frame.text.children[object].filter { frame.text.tokens[$0].label == .subject }
        if frame.text.tokens[object].partOfSpeech == .verb, subjects.count == 1, isActor(subjects[0]) {
            named.roles["to"] = subjects[0]
        } else if let act = frame.clause.complements.first, isActor(object) {
            named.roles["to"] = object
            named.objects = [act]
        }
    }

    private func isActor(_ token: Int) -> Bool {
        !["DT", "PRP", "WDT", "WP"].contains(frame.text.tokens[token].tag)
            && naming.types.isActor(token, in: frame.text)
    }

    /// "Evacuated eighteen batches of tourists": who was evacuated, and how many.
    private func moveMeasure(in named: inout NamedPredicate) {
        guard let role = naming.first(of: ["number", "amount"], besides: Set(named.roles.keys)),
            named.objects.count == 1,
            let object = named.objects.first, frame.text.tokens[object].partOfSpeech == .noun,
            let measured = frame.measured(by: object).first, !frame.numbers(of: object).isEmpty
        else { return }
        named.roles[role] = object
        named.objects = [measured]
        named.consumed.formUnion(frame.text.children[object].filter { frame.word($0) == "of" })
    }

    private func isFree(_ token: Int, in named: NamedPredicate) -> Bool {
        !named.subjects.contains(token) && !named.objects.contains(token) && !named.consumed.contains(token)
            && !named.roles.values.contains(token)
    }

    private func add(_ token: Int, as role: String, to named: inout NamedPredicate) {
        if isFree(token, in: named), named.roles[role] == nil { named.roles[role] = token }
    }

    private func add(_ token: Int, after preposition: String, to named: inout NamedPredicate) {
        guard isFree(token, in: named) else { return }
        let taken = Set(named.roles.keys).union(named.choices.keys)
        if let (role, said) = naming.set(token, after: preposition, in: frame) {
            return add(said, as: role, to: &named)
        }
        add(token, as: naming.role(of: token, after: preposition, in: frame.text, besides: taken), to: &named)
    }

    /// An object or recipient that the predicate has not used up.
    private func addBare(_ token: Int, to named: inout NamedPredicate) {
        guard isFree(token, in: named) else { return }
        let taken = Set(named.roles.keys)
        if frame.clause.recipients.contains(token) {
            add(token, as: naming.first(of: ["to", "recipient", "with"], besides: taken) ?? "to", to: &named)
        } else if let role = naming.role(of: token, in: frame.text, besides: taken) {
            add(token, as: role, to: &named)
        }
    }

    /// The phrases that hang on a word of the predicate: "about gas" of "held talks about gas".
    private func addPhrases(under host: Int, to named: inout NamedPredicate) {
        for child in frame.text.children[host] where frame.text.tokens[child].label == .preposition {
            let preposition = frame.word(child)
            for token in frame.phrases(after: preposition, under: host).prefix(1) {
                if !addNested(under: token, to: &named) { add(token, after: preposition, to: &named) }
            }
        }
    }

    /// "Normalisation of relations with Egypt": a declared role that hangs on a phrase that has none.
    private func addNested(under noun: Int, to named: inout NamedPredicate) -> Bool {
        var isFound = false
        for child in frame.text.children[noun] where frame.text.tokens[child].label == .preposition {
            let preposition = frame.word(child)
            guard preposition != "of", naming.predicate?.roles[preposition] != nil else { continue }
            for token in frame.phrases(after: preposition, under: noun).prefix(1) where isFree(token, in: named) {
                add(token, as: preposition, to: &named)
                isFound = true
            }
        }
        return isFound
    }

    private func numbers(of noun: Int) -> [Int] {
        frame.text.children[noun].filter { frame.text.tokens[$0].label == .numericModifier }
    }

    /// The amounts that stand before a noun of the predicate: "US$30 million" of "a US$30 million stipend".
    private func amounts(of noun: Int) -> [Int] {
        frame.modifiers(of: noun).filter { token in
            ArgumentKind(token, in: frame.text, types: naming.types) == .quantity
                && !frame.modifiers(of: noun).contains(frame.text.tokens[token].head)
        }
    }

    /// The choices that modifiers of the predicate's nouns make: "trade" of "trade ties".
    private func addChoices(of hosts: [Int], to named: inout NamedPredicate) {
        let modifiers = hosts.flatMap(frame.modifiers)
        for (name, role) in (naming.predicate?.roles ?? [:]).sorted(by: { $0.key < $1.key }) where role.type == .choice
        {
            let near = modifiers + hosts.flatMap { frame.phrases(after: "of", under: $0) }
            let chosen = near.first { token in role.choices.contains { WordForms($0).contains(frame.lemma(token)) }
            }
            guard let chosen, let choice = role.choices.first(where: { WordForms($0).contains(frame.lemma(chosen)) })
            else {
                continue
            }
            named.choices[name] = choice
            named.consumed.insert(chosen)
        }
    }
}
