import Facts
import Rendering

extension Site {
    /// What people ruled, newest first.
    func decisionsPage(_ part: Int, _ path: String) -> SitePage {
        let all = story.decisions.sorted(by: >)
        let followed = rulings.standings.values.count { $0 == .followed }
        let disputed = rulings.standings.values.count { $0 == .disputed }
        let count =
            "\(all.count.of("decision")), \(followed.grouped) of them in force"
            + (disputed > 0 ? ", \(disputed.grouped) in dispute" : "")
        return SitePage(
            "Decisions", in: .decisions,
            title("Decisions", HTML("What people ruled"), HTML(count)),
            cards(
                entries(Array(all[all.count.range(ofPart: part, size: PartSize.decisions)])), on: path, level: 2),
            turning(part, of: all.count.parts(of: PartSize.decisions), from: path) {
                SitePath.list("decisions", part: $0)
            })
    }

    /// What people ruled on the thing that a page is about; nothing where nobody did.
    func ruled(_ decisions: [Decision]?, on path: String) -> HTML {
        guard let decisions, !decisions.isEmpty else { return .nothing }
        return heading("What people ruled", id: "decisions") + cards(entries(decisions), on: path)
    }

    private func entries(_ decisions: [Decision]) -> [Entry] {
        decisions.map { $0.entry(story.naming, standing: rulings.standings[$0.id] ?? .over) }
    }
}
