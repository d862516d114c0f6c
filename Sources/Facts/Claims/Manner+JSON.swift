extension [String: JSONValue] {
    /// Adds when and in what way something is said, under the names of `claims/1`; what says nothing is left out.
    package mutating func addManner(
        time: Time?, polarity: Polarity, certainty: Certainty, modality: [Modality], attribution: [String]
    ) {
        self["time"] = time.map { .string($0.edtf) }
        if polarity != .affirmed { self["polarity"] = .string(polarity.rawValue) }
        if certainty != .unstated { self["certainty"] = .string(certainty.rawValue) }
        if !modality.isEmpty { self["modality"] = .strings(modality.map(\.rawValue)) }
        if !attribution.isEmpty { self["attribution"] = .strings(attribution) }
    }
}
