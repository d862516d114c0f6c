extension Claim {
    /// The stored form: one canonical line; parts that say nothing are left out.
    package var json: JSONValue {
        var members: [String: JSONValue] = [
            "fact": .string(fact.letters), "claim": .string(id.description), "report": .string(report.description),
            "subject": subject.json, "predicate": .object(["id": .string(predicate), "text": .string(predicateText)]),
        ]
        if isInverted { members["inverted"] = .bool(true) }
        members["object"] = object?.json
        if !arguments.isEmpty { members["arguments"] = .object(arguments.mapValues(\.json)) }
        members.addManner(
            time: time, polarity: polarity, certainty: certainty, modality: modality, attribution: attribution)
        if !evidence.isEmpty { members["evidence"] = .array(evidence.map(\.json)) }
        members["key"] = key.map(JSONValue.string)
        if !ext.isEmpty { members["ext"] = .object(ext) }
        return .object(members)
    }

    /// Reads the stored form, or returns `nil` when it is not one.
    package init?(json: JSONValue) {
        guard let members = json.object, let fact = members["fact"]?.string.flatMap({ FactID($0) }),
            let id = members["claim"]?.string.flatMap({ ClaimID(stored: $0) }),
            let report = members["report"]?.string.flatMap({ ReportName($0) }),
            let subject = members["subject"].flatMap(Value.init(json:)), let predicate = members["predicate"]?.object,
            let predicateID = predicate["id"]?.string, let predicateText = predicate["text"]?.string,
            let isInverted = members.optional("inverted", { $0 == .bool(true) ? true : nil }),
            let object = members.optional("object", Value.init(json:)),
            let arguments = members.dictionary("arguments", of: Value.init(json:)),
            let time = members.optional("time", { $0.string.flatMap { Time(edtf: $0) } }),
            let polarity = members.word("polarity") as Polarity??,
            let certainty = members.word("certainty") as Certainty??,
            let modality = members.list("modality", of: { $0.string.flatMap(Modality.init) }),
            let attribution = members.list("attribution", of: \.string),
            let evidence = members.list("evidence", of: Evidence.init(json:)),
            let key = members.optional("key", \.string), let ext = members.dictionary("ext", of: { $0 })
        else { return nil }
        self.init(
            id: id, fact: fact, report: report, subject: subject, predicate: predicateID,
            predicateText: predicateText, isInverted: isInverted ?? false, object: object,
            arguments: arguments, time: time, polarity: polarity ?? .affirmed, certainty: certainty ?? .unstated,
            modality: modality, attribution: attribution, evidence: evidence, key: key, ext: ext)
    }
}
