package import Facts

/// A claim in the making: what a test says of it, the rest plain.
package struct Draft: Hashable, Sendable {
    /// Whom or what it is about.
    package var subject: String
    /// What is said of it, in words or as an id.
    package var predicate: String
    /// What the predicate leads to.
    package var object: String?
    /// When it holds, in EDTF.
    package var time: String?
    /// Further arguments, by name.
    package var arguments: [String: String] = [:]
    /// Whether it is affirmed or denied.
    package var polarity = Polarity.affirmed
    /// How surely it is said.
    package var certainty = Certainty.certain
    /// As a plan, a wish and the like.
    package var modality: [Modality] = []
    /// Who says so inside the report.
    package var attribution: [String] = []
    /// The report that says so.
    package var report = "ledger"
    /// The words that it rests on.
    package var quotes: [String] = []
    /// Where the quotations stand; `nil` when no text was at hand.
    package var anchor = Evidence.Anchor.unchecked

    /// A certain claim of the Ledger, in its own voice.
    package init(_ subject: String, _ predicate: String, _ object: String? = nil, _ time: String? = nil) {
        self.subject = subject
        self.predicate = predicate
        self.object = object
        self.time = time
    }

    /// The same with other parts.
    package func with(_ change: (inout Draft) -> Void) -> Draft {
        var copy = self
        change(&copy)
        return copy
    }

    /// The same in another report, which is of another source unless the test says otherwise.
    package func `in`(_ report: String) -> Draft { with { $0.report = report } }
    /// The same resting on these words.
    package func quoting(_ quotes: String...) -> Draft { with { $0.quotes = quotes } }
    /// The same as somebody's word, outermost last.
    package func by(_ speakers: String...) -> Draft { with { $0.attribution = speakers } }
    /// The same with these further arguments.
    package func arguments(_ arguments: [String: String]) -> Draft { with { $0.arguments = arguments } }
    /// The same denied.
    package var denied: Draft { with { $0.polarity = .denied } }
    /// The same said as surely as this.
    package func certainty(_ certainty: Certainty) -> Draft { with { $0.certainty = certainty } }
    /// The same as a plan, a wish and the like.
    package func modality(_ modality: Modality...) -> Draft { with { $0.modality = modality } }

    /// The claim as a vocabulary reads it.
    package func claim(_ vocabulary: Vocabulary) throws -> Claim {
        let name = try ReportName(report).orThrow()
        var stated = StatedClaim(report: name, subject: .plain(subject), predicate: predicate)
        stated.object = object.map { .plain($0) }
        stated.arguments = arguments.mapValues { .plain($0) }
        stated.time = try time.map { try Time(edtf: $0).orThrow() }
        stated.polarity = polarity
        stated.certainty = certainty
        stated.modality = modality
        stated.attribution = attribution
        return vocabulary.read(stated, evidence: quotes.map { Evidence(quote: $0, anchor: anchor) })
    }
}

/// What a test wanted is not there.
package struct Missing: Error {
    /// Says no more than that.
    package init() {}
}

extension Optional {
    /// The value, or a failure of the test.
    package func orThrow() throws -> Wrapped {
        guard let self else { throw Missing() }
        return self
    }
}
