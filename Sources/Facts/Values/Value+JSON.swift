extension Value {
    /// The stored form: the words under `text`, the normal form under the name of the type, and what is said beside it under
    /// `period`, `estimate`, `remarks` and `notes`, each only where there is any.
    package var json: JSONValue {
        var members: [String: JSONValue] = ["text": .string(text)]
        switch content {
        case .entity(let key): members["entity"] = .string(key.description)
        case .quantity(let quantity):
            members["quantity"] = .string(quantity.number)
            if quantity.unit != .none { members["unit"] = .string(quantity.unit.symbol) }
        case .time(let time): members["time"] = .string(time.edtf)
        case .choice(let choice): members["choice"] = .string(choice)
        case .text: break
        }
        members["stated"] = statedType.map { .string($0.rawValue) }
        members["statedUnit"] = statedUnit.map(JSONValue.string)
        if !qualifiers.isEmpty { addQualifiers(to: &members) }
        return .object(members)
    }

    /// Reads the stored form, or returns `nil` when it is not one.
    package init?(json: JSONValue) {
        guard let members = json.object, let text = members["text"]?.string, let content = Self.content(members),
            let statedType = members.optional("stated", { $0.string.flatMap(Role.ValueType.init) }),
            let statedUnit = members.optional("statedUnit", \.string), let qualifiers = Self.qualifiers(members)
        else { return nil }
        self.init(content, text: text, statedType: statedType, statedUnit: statedUnit, qualifiers: qualifiers)
    }

    private func addQualifiers(to members: inout [String: JSONValue]) {
        members["period"] = period.map { .string($0.edtf) }
        if isEstimate { members["estimate"] = .bool(true) }
        if !remarks.isEmpty { members["remarks"] = .strings(remarks) }
        if !notes.isEmpty { members["notes"] = .strings(notes) }
    }

    private static func qualifiers(_ members: [String: JSONValue]) -> [Qualifier]? {
        guard let period = members.optional("period", { $0.string.flatMap { Time(edtf: $0) } }),
            let remarks = members.list("remarks", of: \.string), let notes = members.list("notes", of: \.string)
        else { return nil }
        return (period.map { [Qualifier.period($0)] } ?? []) + (members["estimate"] == .bool(true) ? [.estimate] : [])
            + remarks.map(Qualifier.remark) + notes.map(Qualifier.note)
    }

    private static func content(_ members: [String: JSONValue]) -> Content? {
        if let key = members["entity"]?.string { return .entity(EntityKey(stored: key)) }
        if let number = members["quantity"]?.string {
            return Quantity(number: number, unit: Unit(symbol: members["unit"]?.string ?? "")).map(Content.quantity)
        }
        if let edtf = members["time"]?.string { return Time(edtf: edtf).map(Content.time) }
        if let choice = members["choice"]?.string { return .choice(choice) }
        return .text
    }
}
