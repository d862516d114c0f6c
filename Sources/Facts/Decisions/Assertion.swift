/// What a claim says under a vocabulary, apart from who says it, how surely, and in which words: a digest of its fact, values, time,
/// polarity and modality.
package struct Assertion: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// 32 hexadecimal digits.
    package let description: String

    /// What a claim says.
    package init(_ claim: Claim) {
        let arguments = claim.arguments.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.identity)" }
        let parts =
            [claim.fact.letters, claim.object?.identity ?? "", claim.time?.edtf ?? "", claim.polarity.rawValue]
            + claim.modality.map(\.rawValue) + arguments
        let bytes = parts.flatMap { Array("\($0.utf8.count):\($0)".utf8) }
        description = String(Digest.sha256(bytes).description.prefix(32))
    }

    /// One that was stored, or `nil` when the text is not one.
    package init?(stored: String) {
        guard ClaimID(stored: stored) != nil else { return nil }
        description = stored
    }

    package static func < (a: Assertion, b: Assertion) -> Bool { a.description < b.description }
}

extension Claim {
    /// The sentences around its quotations, sorted, each once; a quotation itself where its place is not known.
    package func sentences(in words: ReportWords?) -> [String] {
        let sentences = evidence.map { item in
            item.range.flatMap { range in words.flatMap { SentenceContext.sentence(of: range, in: $0) } } ?? item.quote
        }
        return Set(sentences).sorted()
    }

    /// The decision that made the claim by amending another; `nil` for what an extractor stated.
    package var amendment: DecisionID? { ext[Self.amendmentMember]?.string.flatMap { DecisionID($0) } }

    /// The member of `ext` that names the decision.
    static let amendmentMember = "amended-by"
}
