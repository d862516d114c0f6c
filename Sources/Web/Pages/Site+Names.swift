import Facts
import Rendering

extension Site {
    /// Everybody and everything that is named, from A to Z; where there are many, a page a letter, or several.
    func namesPage(_ letter: Character?, _ part: Int, _ path: String) -> SitePage {
        let isLarge = groups.hasPageForLetter
        let letters = groups.byLetter.keys.sorted()
        let shown = letter.map { [$0] } ?? (isLarge ? [] : letters)
        let lists = shown.map { letter in
            let all = groups.byLetter[letter] ?? []
            let names = all[all.count.range(ofPart: part, size: PartSize.names)]
            return heading(
                letter == FactGroups.otherLetter ? "0–9 and others" : String(letter), id: Self.nameList(letter))
                + self.names(names, path)
        }
        let parts = letter.map { groups.byLetter[$0]?.count.parts(of: PartSize.names) ?? 1 } ?? 1
        return SitePage(
            letter.map { "Names: \($0)" } ?? "A–Z", in: .names,
            title("A–Z", HTML("Everybody and everything that is named"), counts(path)),
            index(letters, current: letter, isLarge: isLarge, path), lists.joined,
            turning(part, of: parts, from: path) {
                SitePath.list(letter.map(Self.nameList) ?? "names", part: $0)
            })
    }

    private func counts(_ path: String) -> HTML {
        HTML(
            "\(groups.byEntity.count.of("name")) and \(groups.byPredicate.count.of("predicate")) in \(story.facts.count.of("fact"))."
        )
            + HTML(VisibleText.space) + link("predicates.html", from: path, HTML("By predicate"))
    }

    private func index(_ letters: [Character], current: Character?, isLarge: Bool, _ path: String) -> HTML {
        let items = letters.map { letter -> HTML in
            let name = Self.nameList(letter)
            let text = HTML(String(letter))
            if letter == current { return HTML("li", [], HTML("b", [.init("aria-current", "page")], text)) }
            let address = isLarge ? SitePath.address(of: SitePath.list(name), from: path) : "#\(name)"
            return HTML("li", [], HTML("a", [.href(address)], text))
        }
        return HTML("nav", [.init("aria-label", "Letters")], HTML("ul", [.class("letters")], items)) + .lineFeed
    }

    private func names(_ keys: some Sequence<EntityKey>, _ path: String) -> HTML {
        let items = keys.map { key in
            row(
                link(SitePath.entity(key), from: path, HTML("bdi", [], HTML(groups.name(of: key)))),
                groups.byEntity[key]?.count ?? 0)
        }
        return HTML("ul", [.class("names")], items) + .lineFeed
    }

    /// A name and how many facts it has.
    private func row(_ name: HTML, _ count: Int) -> HTML {
        let facts = HTML("span", [.class("source")], HTML(count.of("fact")))
        return HTML("li", [], name, HTML(VisibleText.space), facts) + .lineFeed
    }

    /// The predicates, those with the most facts first.
    func predicatesPage(_ part: Int, _ path: String) -> SitePage {
        let ranked = groups.byPredicate.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        let parts = ranked.count.parts(of: PartSize.names)
        let items = ranked[ranked.count.range(ofPart: part, size: PartSize.names)].map { id, facts in
            row(
                link(SitePath.predicate(id), from: path, HTML("bdi", [], HTML(story.naming.predicateName(id)))),
                facts.count)
        }
        return SitePage(
            "Predicates", in: .names, title("A–Z", HTML("What is said of them"), HTML(ranked.count.of("predicate"))),
            HTML("ul", [.class("names")], items),
            turning(part, of: parts, from: path) { SitePath.list("predicates", part: $0) })
    }

    /// The facts of a predicate, by subject.
    func predicatePage(_ id: String, _ part: Int, _ path: String) -> SitePage {
        let facts = groups.byPredicate[id] ?? []
        let page = FactsPage(
            facts, reports: story.reports, contradictions: facts.flatMap { groups.contradictions[$0.id] ?? [] },
            naming: story.naming)
        let parts = facts.count.parts(of: PartSize.facts)
        let name = story.naming.predicateName(id)
        return SitePage(
            name, in: .names, title("Predicate", HTML(name), HTML(facts.count.of("fact"))),
            list(page.blocks(facts.count.range(ofPart: part, of: parts)), on: path),
            turning(part, of: parts, from: path) { SitePath.predicate(id, part: $0) })
    }

    /// An entity: its names and the facts that name it.
    func entityPage(_ key: EntityKey, _ part: Int, _ path: String) -> SitePage {
        let facts = groups.byEntity[key] ?? []
        let page = EntityPage(
            key, facts: facts, reports: story.reports,
            contradictions: facts.flatMap { groups.contradictions[$0.id] ?? [] }, naming: story.naming)
        let parts = facts.count.parts(of: PartSize.facts)
        let name = groups.name(of: key)
        let range = page.facts.count.range(ofPart: part, of: parts)
        return SitePage(
            name, in: .names, title(page.type ?? "Entity", HTML(name), HTML(facts.count.of("fact"))),
            part == 1 ? renderer(path).details(page.particulars) : .nothing,
            list(page.blocks(range), on: path),
            turning(part, of: parts, from: path) { SitePath.entity(key, part: $0) })
    }
}
