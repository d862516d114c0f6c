import Facts
import Foundation

/// The part of JSON Schema 2020-12 that the schemas of this project use, over the files of a folder.
///
/// Stricter than the standard: a member that a schema does not name is an error, so that what is written is documented.
struct JSONSchema {
    private let files: [String: JSONValue]

    /// Reads every schema of a folder.
    init(folder: URL) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).filter { $0.hasSuffix(".json") }
        files = try Dictionary(
            uniqueKeysWithValues: names.map { name in
                (name, try JSONParser.parse(Array(Data(contentsOf: folder.appending(path: name)))))
            })
    }

    /// The names of the files.
    var names: [String] { files.keys.sorted() }

    /// What is wrong with a value, each with its place; empty when nothing is.
    func errors(in value: JSONValue, by file: String, at pointer: String = "") -> [String] {
        guard let schema = schema(file, pointer) else { return ["\(file)#\(pointer): there is no such schema"] }
        return errors(value, schema, file, "")
    }

    private func schema(_ file: String, _ pointer: String) -> JSONValue? {
        pointer.split(separator: "/").reduce(files[file]) { $0?.object?[String($1)] }
    }

    private func errors(_ value: JSONValue, _ schema: JSONValue, _ file: String, _ place: String) -> [String] {
        guard let rules = schema.object else { return ["\(place): not a schema"] }
        if let reference = rules["$ref"]?.string {
            let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let target = parts[0].isEmpty ? file : parts[0]
            guard let other = self.schema(target, parts.last ?? "") else {
                return ["\(place): \(reference) is missing"]
            }
            return errors(value, other, target, place)
        }
        if rules["not"] != nil { return ["\(place): nothing may stand here"] }
        if let options = rules["anyOf"]?.array {
            let found = options.map { errors(value, $0, file, place) }
            return found.contains(where: \.isEmpty) ? [] : found.min { $0.count < $1.count } ?? []
        }
        return simpleErrors(value, rules, place) + memberErrors(value, rules, file, place)
            + (value.array ?? []).enumerated().flatMap { index, element in
                rules["items"].map { errors(element, $0, file, "\(place)/\(index)") } ?? []
            }
    }

    private func simpleErrors(_ value: JSONValue, _ rules: [String: JSONValue], _ place: String) -> [String] {
        var found: [String] = []
        if let type = rules["type"]?.string, !value.isOf(type: type) { found.append("\(place): not of type \(type)") }
        if let constant = rules["const"], constant != value { found.append("\(place): not \(constant.canonicalText)") }
        if let values = rules["enum"]?.array, !values.contains(value) {
            found.append("\(place): \(value.canonicalText) is not listed")
        }
        if let minimum = rules["minimum"]?.integer, let number = value.integer, number < minimum {
            found.append("\(place): \(number) is below \(minimum)")
        }
        if let pattern = rules["pattern"]?.string, let text = value.string,
            text.range(of: pattern, options: .regularExpression) == nil
        {
            found.append("\(place): \(text) does not match \(pattern)")
        }
        return found
    }

    private func memberErrors(
        _ value: JSONValue, _ rules: [String: JSONValue], _ file: String, _ place: String
    ) -> [String] {
        guard let members = value.object, rules["type"]?.string == "object" else { return [] }
        let required = rules["required"]?.array?.compactMap(\.string) ?? []
        let missing = required.filter { members[$0] == nil }.map { "\(place): \($0) is missing" }
        let names = rules["propertyNames"]
        let known = rules["properties"]?.object ?? [:]
        return missing
            + members.sorted { $0.key < $1.key }.flatMap { name, member -> [String] in
                let place = "\(place)/\(name)"
                if let names, let wrong = errors(.string(name), names, file, place).first { return [wrong] }
                if let schema = known[name] { return errors(member, schema, file, place) }
                switch rules["additionalProperties"] {
                case .bool(true)?: return []
                case let schema?: return errors(member, schema, file, place)
                case nil: return ["\(place): not documented"]
                }
            }
    }
}

extension JSONValue {
    /// Whether it is of a type of JSON Schema.
    fileprivate func isOf(type: String) -> Bool {
        switch type {
        case "object": object != nil
        case "array": array != nil
        case "string": string != nil
        case "integer": integer != nil
        case "boolean": self == .bool(true) || self == .bool(false)
        case "null": self == .null
        case "number": integer != nil || canonicalText.first.map { $0 == "-" || $0.isNumber } == true
        default: false
        }
    }
}
