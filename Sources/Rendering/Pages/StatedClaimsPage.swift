package import Facts

/// Claims as extractors state them, for other programs to read: `claims/1`.
package struct StatedClaimsPage: Page {
    /// The claims, in the order of display.
    package let claims: [Claim]

    /// Claims in the order given.
    package init(_ claims: [Claim]) { self.claims = claims }

    package var schema: String { "claims/1" }
    package var header: [String: JSONValue] { [:] }
    package var items: [JSONValue] { claims.map(\.stated.json) }
    package var document: Document { Document([.paragraph([Span(claims.count.of("claim"))])]) }
}
