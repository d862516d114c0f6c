import FactDiff
import Facts
import Rendering

extension Site {
    /// What the file at a path is made from, as a digest: while it stays, so do the bytes of the file; `nil` where there is none.
    ///
    /// Costs no reading. A page of a fact depends on the last revision that changed the fact, on what is known of the texts that its
    /// evidence stands in, and on what contradicts it; a page of a revision on the revision; a list on what it lists, or on the newest
    /// revision. All depend on the vocabulary and on the program.
    package func key(of path: String) -> String? {
        guard let route = routes[path] else { return nil }
        return .digest([frame, path] + key(route))
    }

    private func key(_ route: Route) -> [String] {
        switch route {
        case .styleSheet, .icon: []
        case .changes(let revision): [revision.id]
        case .revision(let revision, _): [revision.id, isNewest(revision)]
        case .fact(let id): key(ofFact: id)
        case .report(let name, let version, _): key(name, version)
        case .edits(let name, let version): key(edits: name, version)
        case .entity(let entity, _): [groups.name(of: entity), listKeys.byEntity[entity] ?? ""]
        case .predicate(let predicate, _): [listKeys.byPredicate[predicate] ?? ""]
        case .contradiction(let id): story.contradictions.life(of: id).map(key) ?? []
        case .timeline(let part): key(timeline: part)
        case .names(let letter?, let part): key(names: letter, part)
        case .decisions: key(story.decisions)
        case .extractors: story.readings.map(\.id)
        case .atom, .jsonFeed: [newest.id, base?.text ?? ""]
        default: [newest.id, story.since?.id ?? ""]
        }
    }

    private func isNewest(_ revision: Revision) -> String { revision.id == newest.id ? "newest" : "" }

    private func key(ofFact fact: FactID) -> [String] {
        let known = groups.byID[fact].map { fact in
            evidenceRecords(of: fact).sorted { $0.key < $1.key }.flatMap { name, known in
                key(known.record) + [known.version.map { "\($0)" } ?? "", textKey(name, fact)]
            }
        }
        return [fact.letters, story.changed[fact]?.id ?? ""] + (known ?? [])
            + (groups.lives[fact] ?? []).flatMap(key) + key(rulings.byFact[fact])
    }

    /// What a page shows of a record beside a claim.
    private func key(_ record: ReportRecord) -> [String] {
        [record.name.description, record.source ?? "", record.published?.edtf ?? ""]
    }

    /// The text in which a fact's quotations are shown; nothing where it quotes none.
    private func textKey(_ report: ReportName, _ fact: Fact) -> String {
        let isQuoted = fact.claims.contains { $0.report == report && $0.evidence.contains { $0.range != nil } }
        return isQuoted ? story.reports[report]?.digest.description ?? "" : ""
    }

    private func key(_ report: ReportName, _ version: Int?) -> [String] {
        let texts = versions[report] ?? []
        let ruled = ["\(story.reports[report] == nil)"] + key(rulings.byReport[report])
        if let version, texts.indices.contains(version - 1) {
            return [texts[version - 1].last.id, version + 1 == texts.count ? "newest but one" : ""] + ruled
        }
        return (story.versions[report] ?? []).map(\.revision.id) + ruled
            + (groups.byReport[report] ?? []).flatMap { [$0.letters, story.changed[$0]?.id ?? ""] }
    }

    private func key(edits report: ReportName, _ version: Int) -> [String] {
        let texts = versions[report] ?? []
        // The newest text is the same as long as it is the newest: the revision that shows it goes on.
        return [texts[version - 2].last.id, texts[version - 1].first.id, "\(version == texts.count)"]
    }

    private func key(_ life: ContradictionLife) -> [String] {
        let sides = life.latest.sides
        let claims = sides.flatMap { ["side"] + $0.map(\.id.description) }
        let records = evidenceRecords(of: life)
        return [life.id.letters, "\(life.isOpen)", life.latest.content.rawValue] + life.steps.map(\.revision.id)
            + claims + records.sorted { $0.key < $1.key }.flatMap { key($0.value) }
            + key(rulings.byContradiction[life.id])
    }

    private func key(_ decisions: [Decision]?) -> [String] {
        (decisions ?? []).flatMap { [$0.id.letters, "\(rulings.standings[$0.id] ?? .over)"] }
    }

    private func key(timeline part: Int) -> [String] {
        let all = story.timeline.rows
        guard part > 1 else { return [newest.id] }
        let parts = all.count.parts(of: PartSize.rows)
        let rows = all[all.count.range(ofPart: part, size: PartSize.rows)]
        return ["\(parts)", "\(story.timeline.undated)", timeAxis.map { "\($0.seconds)" } ?? ""]
            + rows.flatMap { [$0.fact.letters, $0.time.edtf, $0.knownSince.id, listKeys.byFact[$0.fact] ?? ""] }
    }

    private func key(names letter: Character, _ part: Int) -> [String] {
        let names = groups.byLetter[letter] ?? []
        let shown = names[names.count.range(ofPart: part, size: PartSize.names)]
        let counts = [groups.byEntity.count, groups.byPredicate.count, story.facts.count, names.count]
        return counts.map { "\($0)" } + groups.byLetter.keys.sorted().map(String.init)
            + shown.flatMap { [$0.description, groups.name(of: $0), "\(groups.byEntity[$0]?.count ?? 0)"] }
    }
}

extension String {
    /// The digest of texts in a row; others give another.
    static func digest(_ parts: [String]) -> String {
        var bytes: [UInt8] = []
        for part in parts {
            bytes += "\(part.utf8.count):".utf8
            bytes += part.utf8
        }
        return Digest.sha256(bytes).description
    }
}
