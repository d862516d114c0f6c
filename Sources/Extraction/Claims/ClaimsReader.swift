package import Facts

/// Reads `claims/1` line by line.
package struct ClaimsReader {
    /// A claim, or a line that is none.
    package enum Item: Sendable {
        case claim(StatedClaim, line: Int)
        case problem(ClaimsProblem)
    }

    /// The version of the format that is read.
    package static let version = "claims/1"

    /// What the header says made the claims; known once the first item has been read.
    package private(set) var extractor: ExtractorFingerprint?
    private var lines: LineReader
    private var number = 0

    /// Reads lines from wherever they come.
    package init(_ lines: LineReader) { self.lines = lines }

    /// The next claim or refused line; `nil` at the end. Empty lines are passed over.
    ///
    /// - Throws: an `Errno` when reading fails, ``ClaimsProblem`` when the header names a version that is not known.
    package mutating func next() throws -> Item? {
        while let line = try lines.next() {
            number += 1
            switch line {
            case .tooLong(let bytes):
                let limit = LineReader.maximumLength >> 20
                return problem("the line has \(bytes) bytes; at most \(limit) MiB are read")
            case .bytes(var bytes):
                if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
                if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
                if let item = try item(bytes) { return item }
            }
        }
        return nil
    }

    private mutating func item(_ bytes: [UInt8]) throws -> Item? {
        do {
            let json = try JSONParser.parse(bytes)
            if number == 1, let header = json.object, header["annals"] != nil {
                try readHeader(header)
                return nil
            }
            return .claim(try StatedClaim(json: json), line: number)
        } catch let error as JSONError {
            return problem(error.reason, column: error.column)
        } catch let error as ClaimFormatError {
            return problem(error.reason)
        }
    }

    private mutating func readHeader(_ header: [String: JSONValue]) throws(ClaimsProblem) {
        guard header["annals"]?.string == Self.version else {
            let found = header["annals"]?.string ?? "no name"
            throw ClaimsProblem(
                line: number, column: nil, reason: "the file is \(found); this version reads \(Self.version)")
        }
        guard let given = header["extractor"] else { return }
        let parts = given.object ?? [:]
        extractor =
            given.string.flatMap { ExtractorFingerprint($0) }
            ?? ExtractorFingerprint(
                name: parts["name"]?.string ?? "", version: parts["version"]?.string ?? "",
                configuration: parts["configuration"]?.string)
        if extractor == nil {
            throw ClaimsProblem(
                line: number, column: nil, reason: "\"extractor\" needs a name and a version without '@' and '+'")
        }
    }

    private func problem(_ reason: String, column: Int? = nil) -> Item {
        .problem(ClaimsProblem(line: number, column: column, reason: reason))
    }
}

/// Writes `claims/1`: a header, then a line a claim.
package struct ClaimsWriter {
    /// The header line, with its line feed.
    package static func header(_ extractor: ExtractorFingerprint) -> [UInt8] {
        let members: [String: JSONValue] = [
            "annals": .string(ClaimsReader.version), "extractor": .string(extractor.description),
        ]
        return JSONValue.object(members).canonicalBytes + [0x0A]
    }

    /// A claim's line, with its line feed.
    package static func line(_ claim: StatedClaim) -> [UInt8] { claim.json.canonicalBytes + [0x0A] }
}
