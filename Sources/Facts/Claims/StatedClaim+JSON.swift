/// Why a JSON value is not a claim: what is wrong and with which member.
package struct ClaimFormatError: Error, Hashable, Sendable {
    /// What is wrong, naming the member.
    package let reason: String
}

extension StatedClaim {
    /// The member names of `claims/1`.
    private static let known: Set<String> = [
        "report", "subject", "predicate", "object", "arguments", "time", "polarity", "certainty", "modality",
        "attribution",
        "evidence", "key", "ext",
    ]

    /// Reads one line of `claims/1`.
    package init(json: JSONValue) throws(ClaimFormatError) {
        guard let members = json.object else { throw .init(reason: "expected an object, found \(json.typeName)") }
        let name = try Self.requiredString("report", members)
        guard let report = ReportName(name) else {
            throw .init(reason: "\"report\": \"\(name)\" is not a report name (\(ReportName.rule))")
        }
        guard let given = members["subject"] else { throw .init(reason: "\"subject\" is missing") }
        let subject = try StatedValue(json: given, member: "subject")
        guard !subject.text.isBlank else { throw .init(reason: "\"subject\" is empty") }
        self.init(report: report, subject: subject, predicate: try Self.requiredString("predicate", members))
        if let object = members["object"], object != .null {
            self.object = try StatedValue(json: object, member: "object")
        }
        arguments = try Self.arguments(members["arguments"])
        time = try Self.time(members["time"])
        polarity = try Self.choice("polarity", members) ?? .affirmed
        certainty = try Self.choice("certainty", members) ?? .unstated
        modality = try Self.modality(members["modality"])
        attribution = try Self.strings("attribution", members)
        evidence = try Self.evidence(members["evidence"])
        key = try Self.string("key", members)
        ext = try Self.extensions(members)
    }

    private static func string(_ name: String, _ members: [String: JSONValue]) throws(ClaimFormatError) -> String? {
        guard let value = members[name], value != .null else { return nil }
        guard let text = value.string else {
            throw .init(reason: "\"\(name)\" must be a string, found \(value.typeName)")
        }
        return text
    }

    private static func requiredString(_ name: String, _ members: [String: JSONValue]) throws(ClaimFormatError)
        -> String
    {
        guard let text = try string(name, members) else { throw .init(reason: "\"\(name)\" is missing") }
        guard !text.isBlank else { throw .init(reason: "\"\(name)\" is empty") }
        return text
    }

    private static func arguments(_ json: JSONValue?) throws(ClaimFormatError) -> [String: StatedValue] {
        guard let json, json != .null else { return [:] }
        guard let members = json.object else {
            throw .init(reason: "\"arguments\" must be an object, found \(json.typeName)")
        }
        var result: [String: StatedValue] = [:]
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            result[name] = try StatedValue(json: value, member: "arguments.\(name)")
        }
        return result
    }

    private static func time(_ json: JSONValue?) throws(ClaimFormatError) -> Time? {
        guard let json, json != .null else { return nil }
        let text = json.string ?? json.integer.map(String.init)
        guard let text else { throw .init(reason: "\"time\" must be a string, found \(json.typeName)") }
        guard let time = Time(edtf: text) else {
            throw .init(
                reason:
                    "\"time\": \"\(text)\" is not an EDTF date (2009, 2020-02, 2020-02-01/2020-02-07, 199X, 2018-12/..)"
            )
        }
        return time
    }

    private static func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String, _ members: [String: JSONValue]
    ) throws(ClaimFormatError) -> Choice? where Choice.RawValue == String {
        guard let text = try string(name, members) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            let all = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw .init(reason: "\"\(name)\": \"\(text)\" is not one of \(all)")
        }
        return choice
    }

    private static func modality(_ json: JSONValue?) throws(ClaimFormatError) -> [Modality] {
        let names = try strings("modality", json.map { ["modality": $0] } ?? [:])
        var modalities: Set<Modality> = []
        for name in names {
            guard let modality = try choice("modality", ["modality": .string(name)]) as Modality? else { continue }
            modalities.insert(modality)
        }
        return Modality.allCases.filter(modalities.contains)
    }

    private static func strings(_ name: String, _ members: [String: JSONValue]) throws(ClaimFormatError) -> [String] {
        guard let json = members[name], json != .null else { return [] }
        if let single = json.string { return [single] }
        guard let elements = json.array else {
            throw .init(reason: "\"\(name)\" must be an array of strings, found \(json.typeName)")
        }
        return try elements.map { (element) throws(ClaimFormatError) in
            guard let text = element.string else {
                throw .init(reason: "\"\(name)\" must hold strings, found \(element.typeName)")
            }
            return text
        }
    }

    private static func evidence(_ json: JSONValue?) throws(ClaimFormatError) -> [StatedEvidence] {
        guard let json, json != .null else { return [] }
        guard let elements = json.array ?? json.object.map({ [.object($0)] }) else {
            throw .init(reason: "\"evidence\" must be an array, found \(json.typeName)")
        }
        return try elements.map { (element) throws(ClaimFormatError) in
            guard let members = element.object else {
                throw .init(reason: "\"evidence\" must hold objects, found \(element.typeName)")
            }
            let quote = try requiredString("quote", members)
            for name in ["start", "end"] where members[name].map({ $0 != .null && ($0.integer ?? -1) < 0 }) ?? false {
                throw .init(reason: "\"evidence.\(name)\" must be a number of bytes from 0")
            }
            return StatedEvidence(quote: quote, start: members["start"]?.integer, end: members["end"]?.integer)
        }
    }

    private static func extensions(_ members: [String: JSONValue]) throws(ClaimFormatError) -> [String: JSONValue] {
        var ext: [String: JSONValue] = [:]
        if let given = members["ext"], given != .null {
            guard let object = given.object else {
                throw .init(reason: "\"ext\" must be an object, found \(given.typeName)")
            }
            ext = object
        }
        for (name, value) in members where !known.contains(name) { ext[name] = value }
        return ext
    }
}

extension StatedClaim {
    /// The claim as `claims/1` writes it; parts that say nothing are left out.
    package var json: JSONValue {
        var members: [String: JSONValue] = [
            "report": .string(report.description), "subject": subject.json, "predicate": .string(predicate),
        ]
        members["object"] = object?.json
        if !arguments.isEmpty { members["arguments"] = .object(arguments.mapValues(\.json)) }
        members.addManner(
            time: time, polarity: polarity, certainty: certainty, modality: modality, attribution: attribution)
        if !evidence.isEmpty { members["evidence"] = .array(evidence.map(\.json)) }
        members["key"] = key.map(JSONValue.string)
        if !ext.isEmpty { members["ext"] = .object(ext) }
        return .object(members)
    }
}
