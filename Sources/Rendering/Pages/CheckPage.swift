package import FactDiff
package import Facts

/// What was published and the rules of the vocabulary, held against what the reports say: `annals check`.
package struct CheckPage: FindingsPage {
    /// Published claims and what became of them.
    package struct Publication: Sendable {
        /// The file that they stand in, as it was given.
        package let file: String
        /// Each of them, gravest first, then by line.
        package let findings: [PublishedFinding]

        /// Published claims, in any order.
        package init(file: String, findings: [PublishedFinding]) {
            self.file = file
            self.findings = findings.sorted { ($0.status, $0.published.line) < ($1.status, $1.published.line) }
        }
    }

    /// The rules of the vocabulary and what breaks them.
    package struct Rules: Sendable {
        /// What is broken, in the order of display.
        package let broken: [BrokenInvariant]
        /// What was broken at the revision to compare with; `nil` where none was named.
        package let former: Set<BrokenInvariant>?
        /// How many rules the vocabulary declares.
        package let count: Int
        /// How many facts were held to them.
        package let facts: Int

        /// What breaks which of so many rules.
        package init(_ broken: [BrokenInvariant], former: Set<BrokenInvariant>? = nil, count: Int, facts: Int) {
            (self.broken, self.former, self.count, self.facts) = (broken, former, count, facts)
        }
    }

    /// What a check can be told to fail on.
    package enum Condition: String, Hashable, Sendable, CaseIterable {
        case contradicted, corrected, stale, unsupported, weakened
        /// Claims break a rule of the vocabulary.
        case broken
    }

    /// The revision that was checked.
    package let revision: Revision
    /// The revision to compare with: what was so before does not fail; `nil` for none.
    package let since: Revision?
    /// What fails the check.
    package let conditions: Set<Condition>
    /// What was published; `nil` when that was not asked.
    package let publication: Publication?
    /// The rules; `nil` when they were not asked about.
    package let ruling: Rules?
    /// The reports that the claims stand in.
    package let reports: [ReportName: ReportRecord]
    /// What things are called.
    package let naming: Naming

    /// A page of findings.
    package init(
        _ revision: Revision, since: Revision? = nil, failingOn conditions: Set<Condition>,
        publication: Publication? = nil, rules: Rules? = nil, reports: [ReportName: ReportRecord], naming: Naming
    ) {
        (self.revision, self.since, self.conditions) = (revision, since, conditions)
        (self.publication, ruling) = (publication, rules)
        (self.reports, self.naming) = (reports, naming)
    }

    /// Whether something fails the check.
    package var fails: Bool { findings.contains { $0.level == .error } }

    /// Whether a published claim fails the check.
    func fails(_ finding: PublishedFinding) -> Bool {
        guard finding.isNew, let condition = Condition(rawValue: finding.status.rawValue) else { return false }
        return conditions.contains(condition)
    }

    /// Whether a broken rule fails the check.
    func fails(_ broken: BrokenInvariant) -> Bool {
        conditions.contains(.broken) && isNew(broken)
    }

    /// Whether a rule was not broken so before, or nobody asked.
    func isNew(_ broken: BrokenInvariant) -> Bool { ruling?.former.map { !$0.contains(broken) } ?? true }
}

// MARK: for machines

extension CheckPage {
    package var schema: String { "check/1" }

    package var header: [String: JSONValue] {
        var members: [String: JSONValue] = [
            "revision": revision.json,
            "failOn": .strings(Condition.allCases.filter(conditions.contains).map(\.rawValue)),
            "fails": .bool(fails),
        ]
        members["since"] = since.map(\.json)
        if let publication {
            let counts = publication.counts.map { ($0.status.rawValue, JSONValue.integer($0.count)) }
            members["published"] = .object([
                "file": .string(publication.file), "count": .integer(publication.findings.count),
                "counts": .object(Dictionary(uniqueKeysWithValues: counts)),
            ])
        }
        if let ruling {
            members["rules"] = .object([
                "count": .integer(ruling.count), "facts": .integer(ruling.facts),
                "broken": .integer(ruling.broken.count),
            ])
        }
        return members
    }

    package var items: [JSONValue] {
        let published = publication?.findings.map { $0.json(naming, reports, fails: fails($0)) } ?? []
        let broken = ruling?.broken.map { broken -> JSONValue in
            var members = broken.json(naming) { reports[$0.report]?.source }.object ?? [:]
            members["fails"] = .bool(fails(broken))
            return .object(members)
        }
        return published + (broken ?? [])
    }
}

extension CheckPage.Publication {
    /// How many there are of each status, gravest first.
    var counts: [(status: PublishedStatus, count: Int)] {
        PublishedStatus.allCases.compactMap { status in
            let count = findings.count { $0.status == status }
            return count > 0 ? (status, count) : nil
        }
    }
}
