package import Facts

/// A claim that somebody published, and the line that says so.
package struct PublishedClaim: Hashable, Sendable {
    /// The claim, as the vocabulary of the revision reads it; for certain unless it says otherwise.
    package let claim: Claim
    /// The line of its file, from 1.
    package let line: Int

    /// A published claim, read by a vocabulary; what is published without a word on its certainty is published as certain.
    package init(_ stated: StatedClaim, line: Int, _ vocabulary: Vocabulary) {
        var stated = stated
        if stated.certainty == .unstated { stated.certainty = .certain }
        // Its quotations stand in its own article, which nobody has.
        let evidence = stated.evidence.map { Evidence(quote: $0.quote, anchor: .unchecked) }
        claim = vocabulary.read(stated, evidence: evidence)
        self.line = line
    }
}
