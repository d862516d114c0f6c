package import Facts

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
    package static func line(_ claim: StatedClaim) -> [UInt8] { claim.line + [0x0A] }
}
