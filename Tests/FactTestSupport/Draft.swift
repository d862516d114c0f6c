import Facts

/// A claim in the making: what a test says of it, the rest plain.
struct Draft: Hashable, Sendable {
    var subject: String
    var predicate: String
    var object: String?
    var time: String?
    var arguments: [String: String] = [:]
    var polarity = Polarity.affirmed
    var certainty = Certainty.certain
    var modality: [Modality] = []
    var attribution: [String] = []
    var report = "ledger"
    var quotes: [String] = []
    /// Where the quotations stand; `nil` when no text was at hand.
    var anchor = Evidence.Anchor.unchecked

    init(_ subject: String, _ predicate: String, _ object: String? = nil, _ time: String? = nil) {
        self.subject = subject
        self.predicate = predicate
        self.object = object
        self.time = time
    }

    /// The same with other parts.
    func with(_ change: (inout Draft) -> Void) -> Draft {
        var copy = self
        change(&copy)
        return copy
    }

    /// The same in another report, which is of another source unless the test says otherwise.
    func `in`(_ report: String) -> Draft { with { $0.report = report } }
    func quoting(_ quotes: String...) -> Draft { with { $0.quotes = quotes } }
    func by(_ speakers: String...) -> Draft { with { $0.attribution = speakers } }
    func arguments(_ arguments: [String: String]) -> Draft { with { $0.arguments = arguments } }
    var denied: Draft { with { $0.polarity = .denied } }
    func certainty(_ certainty: Certainty) -> Draft { with { $0.certainty = certainty } }
    func modality(_ modality: Modality...) -> Draft { with { $0.modality = modality } }

    /// The claim as a vocabulary reads it.
    func claim(_ vocabulary: Vocabulary) throws -> Claim {
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
struct Missing: Error {}

extension Optional {
    /// The value, or a failure of the test.
    func orThrow() throws -> Wrapped {
        guard let self else { throw Missing() }
        return self
    }
}
