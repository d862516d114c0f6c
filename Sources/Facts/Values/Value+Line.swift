/// The stored form, read and written in one pass; what is not as expected is for ``Value/init(json:)``.
extension Value {
    /// Writes the stored form.
    func write(to line: inout CanonicalWriter) {
        line.append(literal: "{")
        if case .choice(let choice) = content { line.append(member: "\"choice\":", string: choice) }
        if case .entity(let key) = content { line.append(member: "\"entity\":", string: key.description) }
        if !qualifiers.isEmpty {
            if isEstimate { line.append(member: "\"estimate\":true") }
            line.append(member: "\"notes\":", strings: notes)
            line.append(member: "\"period\":", string: period?.edtf)
        }
        if case .quantity(let quantity) = content { line.append(member: "\"quantity\":", string: quantity.number) }
        if !qualifiers.isEmpty { line.append(member: "\"remarks\":", strings: remarks) }
        line.append(member: "\"stated\":", string: statedType?.rawValue)
        line.append(member: "\"statedUnit\":", string: statedUnit)
        line.append(member: "\"text\":", string: text)
        if case .time(let time) = content { line.append(member: "\"time\":", string: time.edtf) }
        if case .quantity(let quantity) = content, quantity.unit != .none {
            line.append(member: "\"unit\":", string: quantity.unit.symbol)
        }
        line.append(literal: "}")
    }

    /// Reads the canonical bytes; `nil` when they are not as expected.
    init?(_ line: inout CanonicalScanner) {
        guard line.open("{") else { return nil }
        var words = Words()
        guard words.read(&line), line.take("}"), let text = words.text, let content = words.content else { return nil }
        let statedType = words.stated.flatMap(Role.ValueType.init)
        guard words.stated == nil || statedType != nil else { return nil }
        self.init(
            content, text: text, statedType: statedType, statedUnit: words.statedUnit, qualifiers: words.qualifiers)
    }

    /// The members of a stored value that has at most one normal form.
    private struct Words {
        var (choice, entity, quantity, stated, statedUnit, text, time, unit):
            (String?, String?, String?, String?, String?, String?, String?, String?)
        var qualifiers: [Qualifier] = []

        /// Whether each member that is there could be read.
        mutating func read(_ line: inout CanonicalScanner) -> Bool {
            guard Self.member("\"choice\":", &choice, &line), Self.member("\"entity\":", &entity, &line),
                readQualifiers(&line)
            else { return false }
            return Self.member("\"stated\":", &stated, &line) && Self.member("\"statedUnit\":", &statedUnit, &line)
                && Self.member("\"text\":", &text, &line) && Self.member("\"time\":", &time, &line)
                && Self.member("\"unit\":", &unit, &line)
        }

        private mutating func readQualifiers(_ line: inout CanonicalScanner) -> Bool {
            var (notes, remarks): ([String], [String]) = ([], [])
            let isEstimate = line.member("\"estimate\":")
            if isEstimate, !line.take("true") { return false }
            if line.member("\"notes\":") {
                guard let found = line.strings() else { return false }
                notes = found
            }
            var period: Time?
            if line.member("\"period\":") {
                guard let found = line.string().flatMap({ Time(edtf: $0) }) else { return false }
                period = found
            }
            guard Self.member("\"quantity\":", &quantity, &line) else { return false }
            if line.member("\"remarks\":") {
                guard let found = line.strings() else { return false }
                remarks = found
            }
            if let period { qualifiers.append(.period(period)) }
            if isEstimate { qualifiers.append(.estimate) }
            qualifiers += remarks.map(Qualifier.remark) + notes.map(Qualifier.note)
            return true
        }

        /// Reads a member into its place if it comes next.
        private static func member(
            _ name: StaticString, _ place: inout String?, _ line: inout CanonicalScanner
        ) -> Bool {
            guard line.member(name) else { return true }
            guard let found = line.string() else { return false }
            place = found
            return true
        }

        var content: Content? {
            switch (choice, entity, quantity, time) {
            case (nil, let key?, nil, nil): .entity(EntityKey(stored: key))
            case (nil, nil, let number?, nil):
                Quantity(number: number, unit: Unit(symbol: unit ?? "")).map(Content.quantity)
            case (nil, nil, nil, let edtf?): Time(edtf: edtf).map(Content.time)
            case (let choice?, nil, nil, nil): .choice(choice)
            case (nil, nil, nil, nil): .text
            default: nil
            }
        }
    }
}
