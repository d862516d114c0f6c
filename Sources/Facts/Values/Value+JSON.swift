extension Value {
    /// The stored form: the words under `text`, the normal form under the name of the type.
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
        return .object(members)
    }

    /// Reads the stored form, or returns `nil` when it is not one.
    package init?(json: JSONValue) {
        guard let members = json.object, let text = members["text"]?.string, let content = Self.content(members),
            let statedType = members.optional("stated", { $0.string.flatMap(Role.ValueType.init) }),
            let statedUnit = members.optional("statedUnit", \.string)
        else { return nil }
        self.init(content, text: text, statedType: statedType, statedUnit: statedUnit)
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
