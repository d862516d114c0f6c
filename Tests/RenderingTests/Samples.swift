import FactDiff
import Facts
import Testing

@testable import Rendering

/// One page of every kind, made of the shipped story or of one text in every place.
enum Samples {
    /// Gives every page to `body`.
    static func each(saying text: String, _ body: (any Page) throws -> Void) throws {
        let vocabulary = Vocabulary.empty
        let reports = ["a", "b"].compactMap { ReportName($0) }
        let records = Dictionary(uniqueKeysWithValues: reports.map { ($0, record($0, text)) })
        let before = try #require(Fact(of: [claim(reports[0], text, "x", vocabulary)]))
        let after = try #require(
            Fact(of: [claim(reports[0], text, text, vocabulary), claim(reports[1], text, "y\(text)", vocabulary)]))
        let sides = [[before], [after]].map {
            Side(facts: $0, provenance: Provenance(reports: records, vocabulary: vocabulary))
        }
        try pages(sides, text, Naming(vocabulary), body)
    }

    /// Gives every page about two sides to `body`.
    static func each(_ before: Side, _ after: Side, _ body: (any Page) throws -> Void) throws {
        try pages([before, after], "a note", Naming(after.provenance.vocabulary), body)
    }

    private static func pages(_ sides: [Side], _ text: String, _ naming: Naming, _ body: (any Page) throws -> Void)
        throws
    {
        let reports = sides[1].provenance.reports
        let (changes, back) = (ChangeSet(from: sides[0], to: sides[1]), ChangeSet(from: sides[1], to: sides[0]))
        let revision = Revision(
            id: "8be1207", shortID: "8be1207", parent: nil, recorded: 0, author: text, kind: .bridge, message: text,
            extractors: [text], counts: .init())
        let fact = try #require(sides[1].facts.first)
        let record = try #require(reports.values.first)
        let contradictions = Contradiction.all(in: sides[1])
        for changeSet in [changes, back] {
            try body(
                DiffPage(
                    before: .named(text), after: .revision(revision), changeSet: changeSet, naming: naming,
                    showsAll: true))
        }
        try body(
            RevisionPage(
                revision, changes: DiffPage(before: .nothing, after: .named(text), changeSet: changes, naming: naming)))
        try body(LogPage([revision]))
        try body(FactsPage(sides[1].facts, reports: reports, contradictions: contradictions, naming: naming))
        try body(ReportsPage(reports.values.map { ($0, 2) }))
        try body(FactPage(fact, reports: reports, contradiction: contradictions.first, naming: naming))
        try body(
            HistoryPage(
                fact, steps: [(revision, changes.changes), (revision, back.changes)], reports: reports, naming: naming))
        try body(
            ContradictionsPage(
                contradictions,
                coverage: .init(singleValued: 1, inUse: 2, unchecked: [.init(predicate: text, facts: 2)]),
                reports: reports, naming: naming))
        try body(
            try checkPage(sides, text, revision, naming))
        try body(
            WhyPage(
                fact, isStanding: true,
                steps: [.init(revision, changes.changes, Self.witnesses(of: fact, reports, text))],
                contradictions: contradictions, reports: reports, naming: naming))
        try body(
            FirstPage(fact, question: text, found: .init(revision, changes.changes), naming: naming))
        try body(ReportPage(record, versions: [(revision, record)], claims: fact.claims, naming: naming))
        try body(EntityPage(EntityKey(name: text), facts: sides[1].facts, reports: reports, naming: naming))
        try body(VerifyPage(checked: [(text, 2)], problems: [.init(place: text, what: text, hint: text)]))
    }

    /// A page with every claim published, and a broken rule.
    static func checkPage(_ sides: [Side], _ text: String, _ revision: Revision, _ naming: Naming) throws -> CheckPage {
        let provenance = sides[1].provenance
        let claims = sides[1].facts.flatMap(\.claims)
        let published = claims.enumerated().map {
            PublishedClaim($0.element.stated, line: $0.offset + 1, provenance.vocabulary)
        }
        let (now, before) = (PublicationCheck(sides[1]), PublicationCheck(sides[0]))
        let findings = published.map {
            PublishedFinding($0, now.hearing(of: $0.claim), before: before.hearing(of: $0.claim))
        }
        let broken = BrokenInvariant(rule: .order, predicate: text, role: text, allowed: text, claims: claims)
        return CheckPage(
            revision, since: revision, failingOn: Set(CheckPage.Condition.allCases),
            publication: .init(file: text, findings: findings), rules: .init([broken], count: 2, facts: 1),
            reports: provenance.reports, naming: naming)
    }

    private static func witnesses(
        of fact: Fact, _ reports: [ReportName: ReportRecord], _ text: String
    ) -> [ClaimID: Witness] {
        let found = fact.claims.compactMap { claim in
            reports[claim.report].map {
                (claim.id, Witness(claim, in: Report(record: $0, text: Array(text.utf8)), sentence: "\(text) \(text)"))
            }
        }
        return Dictionary(found) { first, _ in first }
    }

    private static func record(_ name: ReportName, _ text: String) -> ReportRecord {
        var record = ReportRecord(name: name, text: Array(text.utf8))
        (record.title, record.source, record.notice, record.url, record.language) = (text, text, text, text, text)
        return record
    }

    private static func claim(_ report: ReportName, _ text: String, _ object: String, _ vocabulary: Vocabulary) -> Claim
    {
        var stated = StatedClaim(report: report, subject: .entity(text), predicate: text)
        stated.object = .text(object)
        stated.arguments = [text: .text(object)]
        stated.attribution = [text, text]
        stated.certainty = .possible
        let quotes = [text, "\(object) said so"].map {
            Evidence(quote: $0, anchor: .exact(TextRange(start: 0, end: 1, line: 1)))
        }
        return vocabulary.read(stated, evidence: quotes)
    }
}

extension Fact {
    /// A fact of claims that may belong to several: all are taken as those of the first.
    fileprivate init?(of claims: [Claim]) {
        guard let first = claims.first else { return nil }
        self.init(id: first.fact, claims: claims)
    }
}
