/// A number or a text as a publisher writes it, with what stands beside it: `106 km (2013)`, `$42,000 note: data are in 2017
/// dollars`.
struct PublishedValue {
    /// The number, or that the words stand for themselves.
    let content: Value.Content
    /// What stands beside it: the period first, then that it is an estimate, remarks, notes.
    let qualifiers: [Qualifier]

    /// The number that a text begins with, or `nil` when it begins with none.
    ///
    /// A number with a period or an estimate's mark may be followed by words that are no unit, and then are a remark: "1.03
    /// births/woman (2020 est.)". A date alone makes no number of a name: "12 Angry Men (1957)". Words with numbers of their own
    /// are a list, whose first number is not the value: "106 km oil, 42 km gas (2013)".
    static func quantity(_ text: String, unit: Unit?) -> PublishedValue? {
        if let quantity = QuantityReader.read(text, unit: unit) { return .init(quantity) }
        return QualifiedText(text).flatMap { quantity($0, unit) }
    }

    /// The number that a text begins with, or else the text, of which only brackets that hold a period stand beside it.
    static func quantityOrText(_ text: String, unit: Unit?) -> PublishedValue {
        if let quantity = QuantityReader.read(text, unit: unit) { return .init(quantity) }
        // To take a long text apart is dear, so both readings share it.
        guard let parts = QualifiedText(text) else { return .init(.text, []) }
        return quantity(parts, unit) ?? .text(parts)
    }

    /// A text that is no number: of brackets only those that hold a period stand beside it.
    static func text(_ text: String) -> PublishedValue {
        QualifiedText(text).map(PublishedValue.text) ?? .init(.text, [])
    }

    private static func text(_ parts: QualifiedText) -> PublishedValue {
        .init(.text, parts.isTrailing ? [] : parts.qualifiers([]))
    }

    private static func quantity(_ parts: QualifiedText, _ unit: Unit?) -> PublishedValue? {
        guard parts.head.contains(where: \.isASCIIDigit) else { return nil }
        if let quantity = QuantityReader.read(parts.head, unit: unit) {
            return .init(.quantity(quantity), parts.qualifiers(parts.remarks))
        }
        guard parts.period != nil || parts.isEstimate, let (quantity, label) = labelled(parts.head, unit: unit),
            !label.contains(where: \.isASCIIDigit), !parts.mayBeName(label)
        else { return nil }
        return .init(.quantity(quantity), parts.qualifiers([label] + parts.remarks))
    }

    /// A number with nothing beside it.
    init(_ quantity: Quantity) { self.init(.quantity(quantity), []) }

    private init(_ content: Value.Content, _ qualifiers: [Qualifier]) {
        self.content = content
        self.qualifiers = qualifiers
    }

    /// More words than a number with its unit has.
    private static let longestNumber = 6

    /// The longest beginning of a text that is a number, of a known unit if any, and the words after it.
    private static func labelled(_ head: String, unit: Unit?) -> (Quantity, label: String)? {
        let words = head.split(separator: " ")
        for count in (1..<max(1, min(words.count, longestNumber + 1))).reversed() {
            let start = words[..<count].joined(separator: " ")
            guard let quantity = QuantityReader.read(start, unit: unit) else { continue }
            // "children" of "children born/woman" is not what is counted; a magnitude belongs to the number.
            let isWhole = quantity.unit == unit ?? .none || !quantity.unit.isCountable
            if isWhole { return (quantity, words[count...].joined(separator: " ")) }
        }
        return nil
    }
}

extension QualifiedText {
    /// Whether the words may name a work or a place with a number and a date, rather than say what a figure is of.
    fileprivate func mayBeName(_ label: String) -> Bool {
        guard !isEstimate, label.isName else { return false }
        return head.dropLast(label.count).allSatisfy { $0.isASCIIDigit || $0.isWhitespace }
    }

    fileprivate func qualifiers(_ remarks: [String]) -> [Qualifier] {
        (period.map { [.period($0)] } ?? []) + (isEstimate ? [.estimate] : []) + remarks.map(Qualifier.remark)
            + notes.map(Qualifier.note)
    }
}
