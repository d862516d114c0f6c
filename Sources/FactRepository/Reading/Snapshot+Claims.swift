package import Facts

extension Snapshot {
    /// The claims of a report, sorted by fact and id.
    package func claims(of report: ReportName) throws(RepositoryError) -> [Claim] {
        try claims(ofReports: [report])[report] ?? []
    }

    /// The claims of each of some reports, sorted by fact and id; each folder and bucket is read once for all of them.
    func claims(ofReports names: [ReportName]) throws(RepositoryError) -> [ReportName: [Claim]] {
        let lists = try concurrentMap(names.count) { (index) throws(RepositoryError) in
            (name: names[index], facts: try factList(of: names[index]))
        }
        let ids = Set(lists.lazy.flatMap(\.facts))
        let facts = try self.facts(with: ids)
        if facts.count < ids.count {
            let found = Set(facts.map(\.id))
            guard let list = lists.first(where: { !$0.facts.isSubset(of: found) }) else { return [:] }
            throw RepositoryError(.damaged("it lists facts that are not there"), Layout.factList(of: list.name))
        }
        let asked = Set(names)
        var claims: [ReportName: [Claim]] = [:]
        for claim in facts.lazy.flatMap(\.claims) where asked.contains(claim.report) {
            claims[claim.report, default: []].append(claim)
        }
        return claims
    }

    /// The facts with these ids, sorted by id; those that are not there are left out.
    package func facts(with ids: Set<FactID>) throws(RepositoryError) -> [Fact] {
        let (trie, sorted) = (trie, ids.sorted())
        // A few are found sooner than threads are woken.
        guard ids.count > 256, case .branch(let id) = try root() else {
            return try trie.facts(under: root(), with: sorted[...])
        }
        let children = try trie.children(ofBranch: id, "")
        let groups = FactTrie.groups(sorted[...], at: 0, id: { $0 })
        return try concurrentMap(groups.count) { (index) throws(RepositoryError) in
            let (digit, ids) = groups[index]
            return try trie.facts(under: children[digit], with: ids, at: FactTrie.letter(digit))
        }.flatMap(\.self)
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
