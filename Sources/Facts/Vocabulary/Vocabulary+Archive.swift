extension Vocabulary {
    /// Appends predicates, entities, phrases and names, each sorted.
    func write(to writer: inout ArchiveWriter) {
        writer.write(predicates.values.sorted { $0.id < $1.id }) { $0.write(to: &$1) }
        writer.write(entities.sorted { $0.key < $1.key }) { entity, writer in
            writer.write(entity.key.description)
            entity.value.write(to: &writer)
        }
        writer.write(phrases.sorted { $0.key < $1.key }) { phrase, writer in
            writer.write(phrase.key)
            writer.write(phrase.value.predicate)
            writer.write(phrase.value.isInverse)
        }
        writer.write(names.sorted { $0.key < $1.key }) { name, writer in
            writer.write(name.key.description)
            writer.write(name.value.description)
        }
    }

    /// Takes what ``write(to:)`` appended.
    init(from reader: inout ArchiveReader) {
        let predicates = reader.list { Predicate(from: &$0) }
        let entities = reader.list { reader in
            (EntityKey(stored: reader.text()), KnownEntity(from: &reader))
        }
        let phrases = reader.list { reader in
            (reader.text(), Phrase(predicate: reader.text(), isInverse: reader.flag()))
        }
        let names = reader.list { (EntityKey(stored: $0.text()), EntityKey(stored: $0.text())) }
        self.init(
            predicates: Dictionary(predicates.map { ($0.id, $0) }) { first, _ in first },
            entities: Dictionary(entities) { first, _ in first }, phrases: Dictionary(phrases) { first, _ in first },
            names: Dictionary(names) { first, _ in first })
    }
}

extension Vocabulary.KnownEntity {
    fileprivate func write(to writer: inout ArchiveWriter) {
        writer.write(name)
        writer.write(aliases)
        writer.write(type)
        writer.write(within.map(\.description))
    }

    fileprivate init(from reader: inout ArchiveReader) {
        self.init(
            name: reader.text(), aliases: reader.texts(), type: reader.optionalText(),
            within: reader.texts().map(EntityKey.init(stored:)))
    }
}

extension Predicate {
    fileprivate func write(to writer: inout ArchiveWriter) {
        for text in [id, label, kind.rawValue] { writer.write(text) }
        for texts in [aliases, inverse, key] { writer.write(texts) }
        for flag in [isSingleValued, isSymmetric] { writer.write(flag) }
        writer.write(roles.sorted { $0.key < $1.key }) { role, writer in
            writer.write(role.key)
            role.value.write(to: &writer)
        }
        for text in [antonym, monotone?.rawValue] { writer.write(text) }
        for texts in [subsumes, initiates, terminates, excludes, parts, notAfter] { writer.write(texts) }
        writer.write(derivesFrom) { derivation, writer in
            writer.write(derivation.predicate)
            writer.write(derivation.through.rawValue)
        }
        writer.write(links)
    }

    fileprivate init(from reader: inout ArchiveReader) {
        self.init(id: reader.text(), label: reader.text(), kind: Kind(rawValue: reader.text()) ?? .state)
        (aliases, inverse, key) = (reader.texts(), reader.texts(), reader.texts())
        (isSingleValued, isSymmetric) = (reader.flag(), reader.flag())
        roles = Dictionary(reader.list { ($0.text(), Role(from: &$0)) }) { first, _ in first }
        (antonym, monotone) = (reader.optionalText(), reader.optionalText().flatMap(Monotone.init))
        (subsumes, initiates, terminates) = (reader.texts(), reader.texts(), reader.texts())
        (excludes, parts, notAfter) = (reader.texts(), reader.texts(), reader.texts())
        derivesFrom = reader.list {
            Derivation(predicate: $0.text(), through: Derivation.Party(rawValue: $0.text()) ?? .subject)
        }
        links = reader.dictionary()
    }
}

extension Role {
    fileprivate func write(to writer: inout ArchiveWriter) {
        writer.write(type.rawValue)
        writer.write(unit?.symbol)
        for texts in [choices, of] { writer.write(texts) }
        writer.write(within)
        writer.write(range) { range, writer in
            writer.write(range.number)
            writer.write(range.unit.symbol)
        }
        writer.write(tolerance) { tolerance, writer in
            writer.write("\(tolerance.coefficient)")
            writer.write(tolerance.exponent)
        }
    }

    fileprivate init(from reader: inout ArchiveReader) {
        self.init(type: ValueType(rawValue: reader.text()) ?? .text)
        unit = reader.optionalText().map(Unit.init(symbol:))
        (choices, of) = (reader.texts(), reader.texts())
        within = reader.dictionary()
        range = reader.optional { Quantity(number: $0.text(), unit: Unit(symbol: $0.text())) } ?? nil
        tolerance = reader.optional { DecimalNumber(Int128($0.text()) ?? 0, exponent: $0.number()) }
    }
}
