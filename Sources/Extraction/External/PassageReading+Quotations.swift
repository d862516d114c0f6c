import Facts

/// What an extractor outside this program says of a passage, before its quotations were looked for there.
struct UncheckedReading: Hashable, Sendable {
    /// The claims, with offsets that may be absent or wrong.
    var claims: [StatedClaim] = []
    /// Words that made no claim, and why.
    var omitted: [Words] = []

    /// Words that made no claim.
    struct Words: Hashable, Sendable {
        let quote: String
        let reason: String
    }
}

extension PassageReading {
    /// The claims whose quotations stand in the passage, in the order of the text; the others are omitted, and say why.
    ///
    /// Quotations get the passage's own spelling and their offsets. One that stands in several places with nothing to tell
    /// which keeps none.
    init(_ unchecked: UncheckedReading, in passage: Passage) {
        let anchor = QuoteAnchor(text: Array(passage.text.utf8))
        self.init()
        for claim in unchecked.claims {
            do throws(Unquotable) {
                claims.append(try claim.anchored(anchor))
            } catch {
                omissions.append(Omission(quote: "", start: 0, reason: error.reason))
            }
        }
        claims = claims.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
            .map(\.element)
        omissions += unchecked.omitted.map { Omission($0, anchor) }
        omissions = omissions.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
            .map(\.element)
    }
}

/// Why a claim cannot be pointed to in the text.
private struct Unquotable: Error {
    let reason: String
}

extension StatedClaim {
    /// Where its first quotation that has a place starts; after all others when none has.
    fileprivate var start: Int { evidence.compactMap(\.start).min() ?? .max }

    fileprivate func anchored(_ anchor: QuoteAnchor) throws(Unquotable) -> StatedClaim {
        guard !evidence.isEmpty else {
            throw Unquotable(reason: "the claim \"\(subject.text) \(predicate)\" came without a quotation")
        }
        var claim = self
        for (index, stated) in evidence.enumerated() {
            guard let found = anchor.evidence(for: stated) else {
                throw Unquotable(reason: "the quotation \"\(stated.quote)\" does not stand in the passage")
            }
            claim.evidence[index] = StatedEvidence(
                quote: found.quote, start: found.range?.start, end: found.range?.end)
        }
        return claim
    }
}

extension Omission {
    /// Omitted words at their first place; words that the passage does not have are told in the reason.
    fileprivate init(_ words: UncheckedReading.Words, _ anchor: QuoteAnchor) {
        let found = anchor.evidence(for: StatedClaim.StatedEvidence(quote: words.quote))
        if let range = found?.range {
            self.init(quote: found?.quote ?? "", start: range.start, reason: words.reason)
        } else {
            self.init(quote: "", start: 0, reason: "\(words.reason) (\"\(words.quote)\")")
        }
    }
}
