/// What read a report: name, version and, when it is configurable, a digest of its configuration.
package struct ExtractorFingerprint: Hashable, Sendable, CustomStringConvertible {
    /// `desk@1`, `rules@4.1+3f9a07`: no spaces, at most 120 bytes.
    package let description: String

    /// What it is called, without version and configuration.
    package var name: String { String(description.prefix { $0 != "@" }) }

    /// The fingerprint of claims whose file names no extractor.
    package static let unnamed = ExtractorFingerprint(checked: "claims@1")

    private init(checked text: String) { description = text }

    /// A fingerprint from its parts, or `nil` when one is empty or has characters other than visible ASCII without `@` and `+`.
    package init?(name: String, version: String, configuration: String? = nil) {
        let parts = [name, version] + (configuration.map { [$0] } ?? [])
        let isSound = parts.allSatisfy { part in
            !part.isEmpty
                && part.utf8.allSatisfy {
                    (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "@") && $0 != UInt8(ascii: "+")
                }
        }
        guard isSound, parts.joined().utf8.count <= 110 else { return nil }
        description = "\(name)@\(version)" + (configuration.map { "+\($0)" } ?? "")
    }

    /// A fingerprint as it is written: `NAME@VERSION` or `NAME@VERSION+CONFIGURATION`.
    package init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let tail = parts[1].split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
        self.init(
            name: String(parts[0]), version: String(tail[0]), configuration: tail.count > 1 ? String(tail[1]) : nil)
    }
}
