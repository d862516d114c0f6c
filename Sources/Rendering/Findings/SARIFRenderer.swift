import Facts

/// Writes findings in the Static Analysis Results Interchange Format 2.1.0 (OASIS Standard, 2020), as one run.
///
/// Only what deserves a look is a result. Words of reports are related locations: a report is named by its address where it has
/// one, else by `annals:report/NAME`, and its bytes are those that the story stores.
enum SARIFRenderer {
    static let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

    static func text(of page: some FindingsPage) -> String { JSONRenderer.text(of: log(of: page)) }

    private static func log(of page: some FindingsPage) -> JSONValue {
        .object([
            "$schema": .string(schema), "version": "2.1.0", "runs": .array([.object(run(of: page))]),
        ])
    }

    private static func run(of page: some FindingsPage) -> [String: JSONValue] {
        let rules = page.rules
        let driver: [String: JSONValue] = [
            "name": "annals", "rules": .array(rules.map { rule($0.id, $0.meaning) }),
        ]
        return [
            "tool": .object(["driver": .object(driver)]),
            "automationDetails": .object(["id": .string("annals check/\(page.subject)")]),
            "columnKind": "unicodeCodePoints",
            "results": .array(page.findings.filter { $0.level != .none }.map { result($0, rules.map(\.id)) }),
            "properties": .object([
                "revision": .string(page.revision.id), "recorded": .string(page.revision.day.description),
                "checked": .integer(page.findings.count),
            ]),
        ]
    }

    private static func rule(_ id: String, _ meaning: String) -> JSONValue {
        .object([
            "id": .string(id), "shortDescription": message(meaning),
            "defaultConfiguration": .object(["level": .string(Finding.Level.warning.rawValue)]),
        ])
    }

    private static func result(_ finding: Finding, _ rules: [String]) -> JSONValue {
        var members: [String: JSONValue] = [
            "ruleId": .string(finding.rule), "level": .string(finding.level.rawValue),
            "message": message("\(finding.title): \(finding.message)"),
            "partialFingerprints": .object(["claim/1": .string(finding.fingerprint)]),
        ]
        members["ruleIndex"] = rules.firstIndex(of: finding.rule).map { .integer($0) }
        members["baselineState"] = finding.isNew.map { $0 ? "new" : "unchanged" }
        let quoted = finding.quotations.enumerated().map { location($0.element, id: $0.offset + 1) }
        members["locations"] = .array(finding.place.map { [location($0)] } ?? Array(quoted.prefix(1)))
        let related = finding.place == nil ? Array(quoted.dropFirst()) : quoted
        if !related.isEmpty { members["relatedLocations"] = .array(related) }
        return .object(members)
    }

    private static func location(_ place: Finding.Place) -> JSONValue {
        .object([
            "physicalLocation": .object([
                "artifactLocation": .object(["uri": .string(place.file.percentEncodedPath)]),
                "region": .object(["startLine": .integer(place.line)]),
            ])
        ])
    }

    private static func location(_ quotation: Finding.Quotation, id: Int) -> JSONValue {
        let address = quotation.url?.asciiAddress ?? "annals:report/\(quotation.report)".percentEncodedPath
        var physical: [String: JSONValue] = ["artifactLocation": .object(["uri": .string(address)])]
        if let range = quotation.range {
            physical["region"] = .object([
                "startLine": .integer(range.line), "byteOffset": .integer(range.start),
                "byteLength": .integer(range.end - range.start), "snippet": message(quotation.words),
            ])
        }
        let said = quotation.words.isEmpty ? "no quotation" : "\"\(quotation.words)\""
        return .object([
            "id": .integer(id), "physicalLocation": .object(physical),
            "logicalLocations": .array([
                .object(["name": .string(quotation.report.description), "kind": "resource"])
            ]),
            "message": message("\(quotation.bearing): \(said)"),
        ])
    }

    private static func message(_ text: String) -> JSONValue { .object(["text": .string(text)]) }
}

extension String {
    /// A path or an opaque address with everything but unreserved signs, `/` and `:` percent-encoded (RFC 3986).
    fileprivate var percentEncodedPath: String {
        let digits = Array("0123456789ABCDEF")
        return utf8.map { byte in
            let isPlain =
                UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
                || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || "-._~/:".utf8.contains(byte)
            return isPlain ? String(UnicodeScalar(byte)) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
        }.joined()
    }

    /// The text where it can stand for a web address as it is.
    fileprivate var asciiAddress: String? {
        let isPlain = utf8.allSatisfy { (0x21..<0x7F).contains($0) && !"\"<>\\^`{|}".utf8.contains($0) }
        return isPlain && (hasPrefix("https://") || hasPrefix("http://")) ? self : nil
    }
}
