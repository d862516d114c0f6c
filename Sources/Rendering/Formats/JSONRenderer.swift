import Facts

/// Writes a page for machines.
///
/// Scalars that a terminal would obey or hide are escaped; the values stay the same.
enum JSONRenderer {
    /// One object: the header, and the items under `items`; names sorted, two spaces a level.
    static func object(_ page: some Page) -> String {
        var members = page.header
        members["annals"] = .string(page.schema)
        members["items"] = .array(page.items)
        return text(of: .object(members))
    }

    /// A value, its names sorted, two spaces a level.
    static func text(of value: JSONValue) -> String {
        var output = ""
        append(value, indent: 0, to: &output)
        return escaped(output) + "\n"
    }

    /// The header on the first line, its schema first; then an item a line.
    static func lines(_ page: some Page) -> String {
        let schema = JSONValue.object(["annals": .string(page.schema)]).canonicalText
        let rest = JSONValue.object(page.header.filter { $0.key != "annals" }).canonicalText
        let header = rest == "{}" ? schema : schema.dropLast() + "," + rest.dropFirst()
        return ([String(header)] + page.items.map(\.canonicalText)).map { escaped($0) + "\n" }.joined()
    }

    /// One value in a line.
    static func line(of value: JSONValue) -> String { escaped(value.canonicalText) }

    private static func append(_ value: JSONValue, indent: Int, to output: inout String) {
        let (inner, outer) = (String(repeating: "  ", count: indent + 1), String(repeating: "  ", count: indent))
        switch value {
        case .array(let elements) where !elements.isEmpty:
            output += "["
            for (index, element) in elements.enumerated() {
                output += (index > 0 ? ",\n" : "\n") + inner
                append(element, indent: indent + 1, to: &output)
            }
            output += "\n\(outer)]"
        case .object(let members) where !members.isEmpty:
            output += "{"
            let ordered = members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
            for (index, member) in ordered.enumerated() {
                output += (index > 0 ? ",\n" : "\n") + inner + JSONValue.string(member.key).canonicalText + ": "
                append(member.value, indent: indent + 1, to: &output)
            }
            output += "\n\(outer)}"
        default: output += value.canonicalText
        }
    }

    /// JSON with every hidden scalar written as `\u`; outside ASCII there is nothing but strings.
    private static func escaped(_ json: String) -> String {
        guard json.utf8.contains(where: { $0 >= 0x7F }) else { return json }
        var output = String.UnicodeScalarView()
        for scalar in json.unicodeScalars {
            if scalar.value >= 0x7F, VisibleText.isHidden(scalar) {
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    let escape = "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
                    output.append(contentsOf: escape.unicodeScalars)
                }
            } else {
                output.append(scalar)
            }
        }
        return String(output)
    }
}
