import Facts
import Rendering

extension RulingPage {
    /// The change, its evidence, and what can be answered.
    func body(_ item: Item) -> HTML {
        let entry = item.screen.entry
        let quotes = entry.details.filter(\.isQuote)
        let proposal = Entry(entry.title, entry.details.filter { !$0.isQuote })
        let evidence = HTML(
            "section", [.init("aria-labelledby", "evidence")], HTML("h2", [.id("evidence")], HTML("Evidence")),
            quotes.isEmpty
                ? HTML("p", [.class("note")], HTML("No quotation: the claim comes from a table."))
                : renderer.details(quotes))
        let claim = HTML(
            "section", [.init("aria-labelledby", "proposal")], HTML("h2", [.id("proposal")], HTML("Proposal")),
            renderer.html(of: proposal, level: 3))
        return HTML("div", [.class("sides")], evidence, .lineFeed, claim) + .lineFeed + keys(item)
    }

    /// What people disagree on, what each ruled, and a button for each to uphold it.
    func body(_ matter: DisputedMatter) -> HTML {
        let place = "In dispute, \(matter.place.number) of \(matter.place.count): "
        let lede = HTML(
            "p", [.class("lede")], HTML(place + "nobody's ruling is followed until one is upheld."))
        let sides = HTML(
            "section", [.init("aria-labelledby", "dispute")], HTML("h2", [.id("dispute")], HTML("What people ruled")),
            renderer.html(of: matter.dispute.entry(matter.naming, settling: .keys), level: 3))
        let skip = matter.next.map { HTML("ul", [], HTML("li", [], way("s", "skip", $0))) } ?? .nothing
        guard formToken != nil else {
            return lede + sides + .lineFeed + HTML("section", [.class("keys")], skip, onlyRead)
        }
        let ways = matter.dispute.decisions.enumerated().map { index, decision in
            HTML("li", [], button(upholding: decision, number: index + 1))
        }
        let answers = form(
            [hidden("id", "\(matter.dispute.id)")], HTML("ul", [], ways),
            input("reason", "Why", key: "m", example: nil), buttons(commands))
        return lede + sides + .lineFeed
            + HTML(
                "section", [.class("keys"), .init("aria-label", "Ruling")], HTML("h2", [], HTML("Ruling")), answers,
                skip)
    }

    /// The button that upholds a decision; beyond nine there is no key for it.
    private func button(upholding decision: Decision, number: Int) -> HTML {
        let key: [HTML.Attribute] =
            number < 10 ? [.init("data-key", "\(number)"), .init("aria-keyshortcuts", "\(number)")] : []
        return HTML(
            "button", [.init("name", "uphold"), .init("value", "\(decision.id)")] + key,
            HTML("kbd", [.init("aria-hidden", "true")], HTML("\(number)")),
            HTML(
                "span", [], HTML("uphold"), HTML(VisibleText.space), HTML("bdi", [], HTML(decision.name)),
                HTML(", \(decision.ruling.verdict.past)")))
    }

    /// What stands there when all is ruled on.
    var nothingWaits: HTML {
        let lede = HTML("p", [.class("lede")], HTML("Nothing waits any more."))
        guard formToken != nil else { return lede + onlyRead }
        return lede + HTML("section", [.class("keys")], form([], buttons(commands)))
    }

    private func keys(_ item: Item) -> HTML {
        let ways = HTML("ul", [], ways(from: item).map { HTML("li", [], $0) })
        guard formToken != nil else { return HTML("section", [.class("keys")], ways, onlyRead) }
        let id = hidden("id", item.id)
        // Whoever answers to all like it means as many as they were shown.
        let like = hidden("like", "\(item.screen.likeCount)")
        let all =
            item.answersToAll.isEmpty
            ? HTML.nothing : HTML("h2", [], HTML("All that are like it")) + buttons(item.answersToAll)
        let answers = form(
            [id, like], buttons(item.answers), all, input("reason", "Why", key: "m", example: nil), buttons(commands))
        let amendment = item.amendment.map { key in
            form(
                [id],
                input("amendment", "What the report says instead", key: key.character, example: "object=US$35 million"),
                HTML("ul", [], HTML("li", [], button(key, hasKey: false))), hasOneButton: true)
        }
        let meanings = (item.answers + item.answersToAll + [item.amendment].compactMap(\.self) + commands).map { key in
            HTML(
                "div", [], HTML("dt", [], HTML("kbd", [], HTML(String(key.character))), HTML(key.word)),
                HTML("dd", [], HTML(key.meaning)))
        }
        let help = HTML(
            "details", [], HTML("summary", [.init("data-key", "?")], HTML("What the keys do")), HTML("dl", [], meanings)
        )
        return HTML(
            "section", [.class("keys"), .init("aria-label", "Ruling")], HTML("h2", [], HTML("Ruling")), answers,
            amendment ?? .nothing, ways, help)
    }

    private var onlyRead: HTML {
        HTML("p", [.class("note")], HTML("To decide here, open the second link that annals serve printed."))
    }

    /// Links to the changes around, and to the report.
    private func ways(from item: Item) -> [HTML] {
        [
            item.neighbours.before.map { way("b", "back", Self.address(of: $0)) },
            item.neighbours.after.map { way("s", "skip", Self.address(of: $0)) },
            item.report.map { way("o", "open report", "/" + SitePath.address(of: SitePath.report($0), from: "")) },
        ].compactMap(\.self)
    }

    private func way(_ key: Character, _ word: String, _ address: String) -> HTML {
        HTML(
            "a", [.href(address), .init("data-key", String(key)), .init("aria-keyshortcuts", String(key))],
            HTML("kbd", [.init("aria-hidden", "true")], HTML(String(key))), HTML(word))
    }

    // MARK: forms

    /// A form whose text fields the Enter key sends only where there is one button to press.
    private func form(_ fields: [HTML], _ content: HTML..., hasOneButton: Bool = false) -> HTML {
        // The Enter key presses the first button: here that does nothing.
        let first = HTML("button", [.init("disabled", "disabled"), .init("hidden", "hidden")], HTML("-"))
        let guardian = hasOneButton ? HTML.nothing : first
        let token = hidden("token", formToken ?? "")
        return HTML(
            "form", [.init("method", "post"), .init("action", Self.path), .init("autocomplete", "off")],
            [guardian, token] + fields + content) + .lineFeed
    }

    private func buttons(_ keys: [Key]) -> HTML {
        keys.isEmpty ? .nothing : HTML("ul", [], keys.map { HTML("li", [], button($0, hasKey: true)) })
    }

    /// - Parameter hasKey: whether the key presses it; where it does not, the key leads to what is to be written first.
    private func button(_ key: Key, hasKey: Bool) -> HTML {
        let letter = String(key.character)
        let pressed: [HTML.Attribute] = hasKey ? [.init("data-key", letter), .init("aria-keyshortcuts", letter)] : []
        return HTML(
            "button", [.init("name", "key"), .init("value", letter), .init("title", key.meaning)] + pressed,
            HTML("kbd", [.init("aria-hidden", "true")], HTML(letter)), HTML(key.word))
    }

    private func hidden(_ name: String, _ value: String) -> HTML {
        .void("input", [.init("type", "hidden"), .init("name", name), .init("value", value)])
    }

    private func input(_ name: String, _ label: String, key: Character, example: String?) -> HTML {
        let hint: [HTML.Attribute] = example.map { [.init("placeholder", $0)] } ?? []
        return HTML(
            "label", [], HTML("kbd", [.init("aria-hidden", "true")], HTML(String(key))), HTML(label),
            .void("input", [.init("name", name), .init("data-key", String(key)), .init("maxlength", "500")] + hint))
    }
}

extension Entry.Detail {
    fileprivate var isQuote: Bool { if case .quote = self { true } else { false } }
}
