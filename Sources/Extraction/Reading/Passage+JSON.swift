package import Facts

extension Passage {
    /// All that an extractor may look at, as it is sent to one and as a reading's key is made of it; what is not known is left out.
    ///
    ///     {"before":["…"],"report":{"name":"…","published":"2020-02-24","source":"…"},"text":"…"}
    package var json: JSONValue {
        var about: [String: JSONValue] = ["name": .string(report.description)]
        about["title"] = title.map(JSONValue.string)
        about["source"] = source.map(JSONValue.string)
        about["published"] = published.map { .string($0.edtf) }
        about["language"] = language.map(JSONValue.string)
        return .object(["report": .object(about), "text": .string(text), "before": .strings(before)])
    }
}
