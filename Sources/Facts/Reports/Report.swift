/// One version of a report: what is known of it and its bytes as published.
package struct Report: Hashable, Sendable {
    /// What is known of it.
    package var record: ReportRecord
    /// The bytes as they came; empty for a structured source, which has no text.
    package var text: [UInt8]

    /// A report version.
    package init(record: ReportRecord, text: [UInt8]) {
        self.record = record
        self.text = text
    }
}

/// What is known of one report version, kept beside its text as `report.json`.
package struct ReportRecord: Hashable, Sendable {
    /// The stable name.
    package let name: ReportName
    /// The headline.
    package var title: String?
    /// Who published it.
    package var source: String?
    /// When it was published, in EDTF.
    package var published: Time?
    /// When its publisher says it was updated, in EDTF.
    package var updated: Time?
    /// The publisher's own word on what was changed.
    package var notice: String?
    /// Where it was published.
    package var url: String?
    /// BCP 47 tag of its language.
    package var language: String?
    /// SHA-256 of the stored bytes.
    package var digest: Digest
    /// The first byte of the text proper, after front matter.
    package var bodyStart: Int
    /// In what form the bytes hold the words.
    package var format = ReportFormat.text
    /// What read the claims of this version; `nil` when none were given.
    package var extractor: ExtractorFingerprint?
    /// Front matter that is not named above.
    package var ext: [String: JSONValue] = [:]

    /// A record that knows nothing but the text.
    package init(name: ReportName, text: [UInt8], bodyStart: Int = 0) {
        self.name = name
        digest = .sha256(text)
        self.bodyStart = bodyStart
    }

    /// The same under another name.
    package func renamed(_ name: ReportName) -> ReportRecord {
        guard var members = json.object else { return self }
        members["name"] = .string(name.description)
        return ReportRecord(json: .object(members)) ?? self
    }

    /// Who published it, or its own name when that is not known: reports without a source count as different sources.
    package var sourceOrName: String { source ?? name.description }
}

extension ReportRecord {
    /// The stored form.
    package var json: JSONValue {
        var members: [String: JSONValue] = ["name": .string(name.description), "digest": .string(digest.description)]
        members["title"] = title.map(JSONValue.string)
        members["source"] = source.map(JSONValue.string)
        members["published"] = published.map { .string($0.edtf) }
        members["updated"] = updated.map { .string($0.edtf) }
        members["notice"] = notice.map(JSONValue.string)
        members["url"] = url.map(JSONValue.string)
        members["language"] = language.map(JSONValue.string)
        if bodyStart > 0 { members["body"] = .integer(bodyStart) }
        if format != .text { members["format"] = .string(format.rawValue) }
        members["extractor"] = extractor.map { .string($0.description) }
        if !ext.isEmpty { members["ext"] = .object(ext) }
        return .object(members)
    }

    /// Reads the stored form, or returns `nil` when it is not one.
    package init?(json: JSONValue) {
        guard let members = json.object, let name = members["name"]?.string.flatMap({ ReportName($0) }),
            let digest = members["digest"]?.string.flatMap({ Digest(stored: $0) }),
            let title = members.optional("title", \.string),
            let source = members.optional("source", \.string),
            let published = members.optional("published", { $0.string.flatMap { Time(edtf: $0) } }),
            let updated = members.optional("updated", { $0.string.flatMap { Time(edtf: $0) } }),
            let notice = members.optional("notice", \.string), let url = members.optional("url", \.string),
            let language = members.optional("language", \.string),
            let bodyStart = members.optional("body", { $0.integer.flatMap { $0 < 0 ? nil : $0 } }),
            let format = members.optional("format", { $0.string.flatMap { ReportFormat(rawValue: $0) } }),
            let extractor = members.optional("extractor", { $0.string.flatMap { ExtractorFingerprint($0) } }),
            let ext = members.dictionary("ext", of: { $0 })
        else { return nil }
        self.name = name
        self.digest = digest
        (self.title, self.source, self.notice, self.url, self.language) = (title, source, notice, url, language)
        (self.published, self.updated, self.extractor) = (published, updated, extractor)
        self.bodyStart = bodyStart ?? 0
        self.format = format ?? .text
        self.ext = ext
    }
}
