@_spi(_Unicode) import Swift

/// What a claim says of one role: a set of possibilities, and the words it was said in.
package struct Value: Hashable, Sendable {
    /// The possibilities.
    package enum Content: Hashable, Sendable {
        case entity(EntityKey)
        case quantity(Quantity)
        case time(Time)
        /// One of the answers that the vocabulary lists.
        case choice(String)
        /// Words that stand for themselves.
        case text
    }

    /// The possibilities.
    package let content: Content
    /// The words, as they were given.
    package let text: String
    /// The type that the claim itself named, so that no vocabulary may read it otherwise; `nil` when it named none.
    package let statedType: Role.ValueType?
    /// The unit that the claim named beside a quantity.
    package let statedUnit: String?
    /// What the words say beside the value: its period first, then that it is an estimate, remarks, notes.
    package let qualifiers: [Qualifier]

    /// A value and its words.
    package init(
        _ content: Content, text: String, statedType: Role.ValueType? = nil, statedUnit: String? = nil,
        qualifiers: [Qualifier] = []
    ) {
        self.content = content
        self.text = text
        self.statedType = statedType
        self.statedUnit = statedUnit
        self.qualifiers = qualifiers
    }

    /// The words, with the unit that the claim named beside them.
    package var phrase: String { statedUnit.map { "\(text) \($0)" } ?? text }

    /// The normal form that stands for this value in the identity of a fact.
    ///
    /// Of what is said beside a number only the remarks belong to it: they tell whose number it is.
    package var identity: String {
        switch content {
        case .entity(let key): Self.identity(of: key)
        case .quantity(let quantity):
            (["quantity:\(quantity.number) \(quantity.unit.symbol)"] + remarks.map(\.foldedForm)).joined(separator: " ")
        case .time(let time): "time:\(time.edtf)"
        case .choice(let choice): "choice:\(choice)"
        case .text: "text:\(text.foldedForm)"
        }
    }

    /// Whether the two have one ``identity``, which of entities is seen without making it.
    package func hasIdentity(of other: Value) -> Bool {
        if let own = entity, let others = other.entity { return own == others }
        return identity == other.identity
    }

    /// Hashes the parts of the ``identity``, which takes less time than making it.
    ///
    /// Equal where that is, and but for chance only there.
    package func hashIdentity(into hasher: inout Hasher) {
        switch content {
        case .entity(let key): hasher.combine(key)
        case .quantity(let quantity):
            hasher.combine(1 as UInt8)
            hasher.combine(quantity.form)
            hasher.combine(quantity.unit)
            if !qualifiers.isEmpty { hasher.combine(remarks.map(\.foldedForm).joined(separator: " ")) }
        case .time(let time):
            hasher.combine(2 as UInt8)
            hasher.combine(time.edtf)
        case .choice(let choice):
            hasher.combine(3 as UInt8)
            hasher.combine(choice)
        case .text:
            hasher.combine(4 as UInt8)
            hasher.combine(text.foldedForm)
        }
    }

    /// The normal form that stands for an entity in the identity of a fact.
    package static func identity(of entity: EntityKey) -> String { "entity:\(entity)" }

    /// The entity, or `nil` when the value is of another type.
    package var entity: EntityKey? {
        if case .entity(let key) = content { key } else { nil }
    }

    /// The quantity, or `nil` when the value is of another type.
    package var quantity: Quantity? {
        if case .quantity(let quantity) = content { quantity } else { nil }
    }

    /// The time, or `nil` when the value is of another type.
    package var time: Time? {
        if case .time(let time) = content { time } else { nil }
    }
}

extension Value {
    /// How this value stands to another in the given role.
    package func relation(to other: Value, in role: Role?, vocabulary: Vocabulary) -> Relation {
        switch (content, other.content) {
        case (.entity(let a), .entity(let b)): entityRelation(a, b, other: other, vocabulary: vocabulary)
        case (.quantity(let a), .quantity(let b)):
            .combined([a.relation(to: b, tolerance: role?.tolerance), remarkRelation(to: other)])
        case (.time(let a), .time(let b)): a.relation(to: b)
        case (.choice(let a), .choice(let b)): Self.choiceRelation(a, b, role)
        case (.text, .text): textRelation(to: other)
        default: .incomparable
        }
    }

    /// How this value stands to another in the given role, and how equal the two are.
    package func comparison(
        with other: Value, in role: Role?, vocabulary: Vocabulary
    ) -> (relation: Relation, equality: Equality) {
        guard case .text = content, case .text = other.content else {
            return (relation(to: other, in: role, vocabulary: vocabulary), equality(to: other))
        }
        // One reading of the words tells both.
        let relation = textRelation(to: other)
        return (relation, isIdentical(to: other) ? .identical : Self.textEquality(relation))
    }

    /// How equal this value is to another, counting the words they were given in.
    package func equality(to other: Value) -> Equality {
        if isIdentical(to: other) { return .identical }
        switch (content, other.content) {
        case (.quantity(let a), .quantity(let b)):
            return remarkRelation(to: other) == .same ? a.equality(to: b) : .different
        case (.text, .text): return Self.textEquality(textRelation(to: other))
        default: return content == other.content ? .form : .different
        }
    }

    /// Whether the two are the same in the same bytes.
    package func isIdentical(to other: Value) -> Bool {
        self == other && text.utf8.elementsEqual(other.text.utf8)
    }

    private func textRelation(to other: Value) -> Relation {
        text.foldedForm == other.text.foldedForm ? .same : TextForm(saying).relation(to: TextForm(other.saying))
    }

    private static func textEquality(_ relation: Relation) -> Equality {
        switch relation {
        case .same: .form
        case .narrower, .wider, .overlapping: .precision
        case .disjoint, .incomparable: .different
        }
    }

    /// The words without the period, the estimate's mark and the note that stand beside them.
    private var saying: String { qualifiers.isEmpty ? text : QualifiedText(text)?.body ?? text }

    private func entityRelation(_ a: EntityKey, _ b: EntityKey, other: Value, vocabulary: Vocabulary) -> Relation {
        if a == b { return .same }
        if vocabulary.isEntity(a, within: b) { return .narrower }
        if vocabulary.isEntity(b, within: a) { return .wider }
        let isOpen = a.mightName(b) || text.isDescription || other.text.isDescription
        return isOpen ? .incomparable : .disjoint
    }

    private static func choiceRelation(_ a: String, _ b: String, _ role: Role?) -> Relation {
        if a == b { return .same }
        if role?.isChoice(a, within: b) == true { return .narrower }
        if role?.isChoice(b, within: a) == true { return .wider }
        return .disjoint
    }
}

extension String {
    /// Lower case, one space for any run of white space, straight quotation marks, no punctuation at the end; in NFC.
    package var foldedForm: String {
        if let plain = foldedASCII { return plain }
        let marks: [Character: Character] = ["’": "'", "‘": "'", "“": "\"", "”": "\"", "–": "-", "—": "-"]
        let words = lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        var folded = Substring(String(words.map { marks[$0] ?? $0 }))
        while let last = folded.last, ".,;: ".contains(last) { folded.removeLast() }
        return String(folded).composed
    }

    /// The same for a text of ASCII alone, byte by byte; `nil` for any other.
    private var foldedASCII: String? {
        var folded: [UInt8] = []
        folded.reserveCapacity(utf8.count)
        for byte in utf8 {
            guard byte < 0x80 else { return nil }
            let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
            if isSpace, folded.isEmpty || folded.last == 0x20 { continue }
            folded.append(isSpace ? 0x20 : (0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
        while let last = folded.last, ".,;: ".utf8.contains(last) { folded.removeLast() }
        return String(decoding: folded, as: UTF8.self)
    }

    /// The same text in NFC, so that equal texts have equal bytes.
    var composed: String {
        var result = ""
        result.unicodeScalars.append(contentsOf: _nfc)
        return result
    }
}
