import Facts

/// What a person says that a claim says in truth: `object=US$35 million`, `time=2009`.
struct Amendment: Hashable {
    /// New texts by field, in the order given.
    private let fields: [Field]

    private struct Field: Hashable {
        let name: String
        let text: String
    }

    /// The fields that may be amended, beside `arguments.NAME`.
    static let names = ["subject", "predicate", "object", "time", "polarity", "certainty"]

    /// Reads `FIELD=TEXT`, once for each field; an empty text takes the field away.
    init(_ words: [String]) throws {
        fields = try words.map { word in
            guard let sign = word.firstIndex(of: "="), sign > word.startIndex else {
                throw Failure(
                    message: "\(visible(word)) does not say which field becomes what",
                    hint: "for example: object=\"US$35 million\" or time=2009", status: .usage)
            }
            return Field(name: String(word[..<sign]), text: String(word[word.index(after: sign)...]))
        }
        guard !fields.isEmpty else {
            throw Failure(
                message: "nothing is amended", hint: "say what the report says: object=\"US$35 million\"",
                status: .usage)
        }
    }

    /// The ruling that amends a claim so.
    func ruling(on claim: Claim, _ target: ClaimTarget) throws -> Ruling {
        // What was amended before is amended anew from what the extractor stated.
        var stated = claim.amendment == nil ? target.claim : claim.stated
        stated.ext = target.claim.ext
        stated.evidence = target.claim.evidence
        for field in fields { try apply(field, to: &stated) }
        guard let ruling = Ruling(.amend, on: .claim(target), amended: stated) else {
            throw Failure(message: "a claim that is gone cannot be amended")
        }
        return ruling
    }

    private func apply(_ field: Field, to stated: inout StatedClaim) throws {
        switch field.name {
        case "subject": stated.subject = .plain(try required(field))
        case "predicate": stated.predicate = try required(field)
        case "object": stated.object = field.text.isEmpty ? nil : .plain(field.text)
        case "time":
            guard !field.text.isEmpty else { return stated.time = nil }
            guard let time = Time(edtf: field.text) else { throw wrong(field, "2009, 2020-02, 2020-02-01/2020-02-07") }
            stated.time = time
        case "polarity":
            guard let polarity = Polarity(rawValue: field.text) else {
                throw wrong(field, Self.list(Polarity.allCases))
            }
            stated.polarity = polarity
        case "certainty":
            guard let certainty = Certainty(rawValue: field.text) else {
                throw wrong(field, Self.list(Certainty.allCases))
            }
            stated.certainty = certainty
        case let name where name.hasPrefix("arguments.") && name.count > 10:
            stated.arguments[String(name.dropFirst(10))] = field.text.isEmpty ? nil : .plain(field.text)
        default:
            let nearest = Suggestion.nearest(to: field.name, in: Self.names)
            throw Failure(
                message: "a claim has no field \(visible(field.name))",
                hint: nearest.map { "did you mean \($0)?" }
                    ?? "fields: \(Self.names.joined(separator: ", ")), arguments.NAME", status: .usage)
        }
    }

    private func required(_ field: Field) throws -> String {
        guard field.text.contains(where: { !$0.isWhitespace }) else { throw wrong(field, "some words") }
        return field.text
    }

    private func wrong(_ field: Field, _ expected: String) -> Failure {
        Failure(
            message: "\(field.name): \(visible(field.text)) cannot be read", hint: "expected: \(expected)",
            status: .usage)
    }

    private static func list<Choice: RawRepresentable<String>>(_ choices: [Choice]) -> String {
        choices.map(\.rawValue).joined(separator: ", ")
    }
}
