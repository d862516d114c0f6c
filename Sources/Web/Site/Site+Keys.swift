import FactDiff
import Facts
import Rendering

extension Site {
    /// Another one whenever pages of the same story are written otherwise.
    private static let layout = 1

    /// What the file at a path is made from, as a digest: while it stays, so do the bytes of the file; `nil` where there is none.
    ///
    /// Costs no reading: a page of a fact depends on the last revision that changed the fact, on what is known of its reports and on
    /// what contradicts it; a page of a revision on the revision; a list on the newest revision. All depend on the vocabulary.
    package func key(of path: String) -> String? {
        guard let route = routes[path] else { return nil }
        let parts = ["\(Self.layout)", story.title, story.vocabulary, path, navigation] + key(route)
        return Digest.sha256(Array(parts.map { "\($0.utf8.count):\($0)" }.joined().utf8)).description
    }

    /// What the head of every page depends on.
    private var navigation: String {
        ["extractors.html", "decisions.html"].map { routes[$0] == nil ? "" : $0 }.joined()
    }

    private func key(_ route: Route) -> [String] {
        switch route {
        case .styleSheet: [styleSheet]
        case .changes(let revision): [revision.id]
        case .revision(let revision, _): [revision.id, isNewest(revision)]
        case .fact(let id): key(id)
        case .report(let name, let version): key(name, version)
        case .entity(let entity, _): (groups.byEntity[entity] ?? []).flatMap { key($0.id) }
        case .predicate(let predicate, _): (groups.byPredicate[predicate] ?? []).flatMap { key($0.id) }
        case .contradiction(let id): story.contradictions.life(of: id).map(key) ?? []
        default: [newest.id, story.since?.id ?? ""]
        }
    }

    private func isNewest(_ revision: Revision) -> String { revision.id == newest.id ? "newest" : "" }

    private func key(_ fact: FactID) -> [String] {
        let reports = Set(groups.byID[fact]?.claims.map(\.report) ?? []).sorted()
        return [fact.letters, story.changed[fact]?.id ?? ""]
            + reports.flatMap { [$0.description, groups.records[$0] ?? ""] }
            + (groups.lives[fact] ?? []).flatMap(key) + key(rulings.byFact[fact])
    }

    private func key(_ report: ReportName, _ version: Int?) -> [String] {
        let steps =
            (story.versions[report] ?? []).map(\.revision.id)
            + key(rulings.byReport[report])
        guard version == nil else { return steps }
        return steps + (groups.byReport[report] ?? []).flatMap { [$0.letters, story.changed[$0]?.id ?? ""] }
    }

    private func key(_ life: ContradictionLife) -> [String] {
        let claims = life.latest.sides.flatMap { ["side"] + $0.map(\.id.description) }
        let reports = Set(life.latest.sides.flatMap(\.self).map(\.report)).sorted()
        return [life.id.letters, "\(life.isOpen)", life.latest.content.rawValue] + life.steps.map(\.revision.id)
            + claims
            + reports.map { groups.records[$0] ?? "" } + key(rulings.byContradiction[life.id])
    }

    private func key(_ decisions: [Decision]?) -> [String] {
        (decisions ?? []).flatMap { [$0.id.letters, "\(rulings.standings[$0.id] ?? .over)"] }
    }
}
