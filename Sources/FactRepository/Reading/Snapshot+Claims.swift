package import Facts
import Parallel

extension Snapshot {
    /// The facts with these ids, sorted by id; those that are not there are left out.
    package func facts(with ids: Set<FactID>) throws(RepositoryError) -> [Fact] {
        try trie.facts(under: root(), with: ids.sorted()[...])
    }

    /// The claims of a report, sorted by fact and id.
    package func claims(of report: ReportName) throws(RepositoryError) -> [Claim] {
        let ids = try factList(of: report)
        let facts = try facts(with: ids)
        guard facts.count == ids.count else { throw missingFacts(of: report) }
        return facts.flatMap(\.claims).filter { $0.report == report }
    }

    /// The lines of the claims of each of some reports, sorted by fact and id; each folder and bucket is read once for all.
    func lines(ofReports names: [ReportName]) throws(RepositoryError) -> [ReportName: [ClaimLine]] {
        let lists = try concurrentMap(names.count, grain: 8) { (index) throws(RepositoryError) in
            (name: names[index], facts: try factList(of: names[index]))
        }
        let ids = Set(lists.lazy.flatMap(\.facts))
        let found = try trie.lines(under: root(), with: ids.sorted())
        let facts = Set(found.lazy.map(\.fact))
        if facts.count < ids.count, let list = lists.first(where: { !$0.facts.isSubset(of: facts) }) {
            throw missingFacts(of: list.name)
        }
        let asked = Set(names)
        var lines: [ReportName: [ClaimLine]] = [:]
        let reports = try concurrentMap(found.count, grain: 512) { (index) throws(RepositoryError) in
            found[index].report
        }
        for (line, report) in zip(found, reports) {
            guard let report else {
                throw RepositoryError(.damaged("it has a line that is not a stored claim"), "fact \(line.fact)")
            }
            if asked.contains(report) { lines[report, default: []].append(line) }
        }
        return lines
    }

    private func missingFacts(of report: ReportName) -> RepositoryError {
        RepositoryError(.damaged("it lists facts that are not there"), Layout.factList(of: report))
    }

    /// The facts that a report's claims are about, as its list has them.
    func factList(of report: ReportName) throws(RepositoryError) -> Set<FactID> {
        let path = Layout.factList(of: report)
        guard let bytes = try file(path) else { return [] }
        let lines = bytes.split(separator: 0x0A)
        let ids = Set(lines.compactMap { line in line.withUnsafeBufferPointer(FactID.init(letters:)) })
        guard ids.count == lines.count else { throw RepositoryError(.damaged("it is not a list of facts"), path) }
        return ids
    }
}
