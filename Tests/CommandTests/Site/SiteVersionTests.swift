import Foundation
import TestSupport
import Testing

/// The site of a story whose reports are published anew, or are long.
@Suite struct SiteVersionTests {
    private static func register(_ day: String, pupils: Int, note: String) -> String {
        """
        ---
        title: The register
        source: Harbour Board
        published: \(day)
        ---
        The school trains \(pupils) pupils. The works employs 900 people.

        \(note)

        """
    }

    /// Records an edition of the register, of which the claims quote nothing, as those of a table.
    private static func record(_ day: String, pupils: Int, note: String, in shell: Shell) throws {
        try shell.write(register(day, pupils: pupils, note: note), to: "new/register.md")
        let claims = [("school", "trains", "\(pupils) pupils"), ("works", "employs", "900 people")].map {
            #"{"report":"register","subject":"\#($0.0)","predicate":"\#($0.1)","object":"\#($0.2)"}"#
        }
        try shell.write(claims.joined(separator: "\n") + "\n", to: "register.jsonl")
        try shell.succeed("record", "new", "--claims", "register.jsonl", "--recorded", day)
    }

    @Test func `a report that is published anew rewrites no page of a fact of which it says the same`() throws {
        try withStory { shell in
            try Self.record("2022-08-01", pupils: 80, note: "Printed by hand.", in: shell)
            let old = try Site(of: shell, "--title", "Ties")
            try Self.record("2022-09-01", pupils: 95, note: "Printed by machine.", in: shell)
            try shell.succeed("site", "--out", "site", "--title", "Ties")
            let new = try Site(reading: "site", of: shell)
            #expect(new.files == (try Site(of: shell, in: "fresh", "--title", "Ties")).files)
            let changed = new.pages.filter { $0.key.hasPrefix("facts/") && old.pages[$0.key] != $0.value }
            #expect(changed.count == 2)
            #expect(changed.values.allSatisfy { $0.contains("pupils") && $0.contains("2022-09-01") })
            #expect(changed.values.contains { $0.contains("version 2") })
            let kept = try #require(new.pages.first { $0.key.hasPrefix("facts/") && $0.value.contains("900 people") })
            #expect(kept.value.contains(#"Harbour Board, <span class="nobr">2022-08-01</span>"#))
        }
    }

    @Test func `an old version's page stays as it is however many follow, and all are reached from one to the next`()
        throws
    {
        try withStory { shell in
            for (number, day) in ["2022-08-01", "2022-08-02", "2022-08-03"].enumerated() {
                try Self.record(day, pupils: 80 + number, note: "Edition \(number).", in: shell)
            }
            let old = try Site(of: shell, "--title", "Ties")
            try Self.record("2022-08-04", pupils: 99, note: "Edition 3.", in: shell)
            try shell.succeed("site", "--out", "site", "--title", "Ties")
            let new = try Site(reading: "site", of: shell)
            for path in ["reports/register@1.html", "reports/register@1~2.html"] {
                #expect(old.pages[path] != nil && old.pages[path] == new.pages[path], "\(path)")
            }
            let newest = Set(Markup(try #require(new.pages["reports/register.html"])).addresses)
            #expect(newest.isSuperset(of: ["../reports/register@1.html", "../reports/register@3~4.html"]))
            let third = Set(Markup(try #require(new.pages["reports/register@3.html"])).addresses)
            #expect(third.isSuperset(of: ["../reports/register@2.html", "../reports/register@3~4.html"]))
        }
    }

    @Test func `what a version changed is told word by word`() throws {
        try withStory { shell in
            try Self.record("2022-08-01", pupils: 80, note: "Printed by hand.", in: shell)
            try Self.record("2022-08-02", pupils: 95, note: "Printed by hand.", in: shell)
            let page = try #require(try Site(of: shell).pages["reports/register@1~2.html"])
            let text = page.replacing(#/<bdi class="unseen">[^<]*<\/bdi>/#, with: "")
            #expect(text.contains("trains <del>80</del><ins>95</ins> pupils"))
            #expect(page.contains("1 paragraph edited") && Markup(page).strangers.isEmpty)
        }
    }

    @Test func `a long text goes on over pages, and links to its claims lead to the right one`() throws {
        try withStory { shell in
            let lines = (0..<2000).map { "Line \($0) of the ledger says nothing of note." }
            let late = "The mill employs 77 people."
            try shell.write(
                "---\ntitle: The ledger\n---\n" + lines.joined(separator: "\n\n") + "\n\n\(late)\n", to: "new/book.md")
            try shell.write(
                #"{"report":"book","subject":"mill","predicate":"employs","object":"77 people","#
                    + #""evidence":[{"quote":"The mill employs 77 people"}]}"# + "\n", to: "book.jsonl")
            try shell.succeed("record", "new", "--claims", "book.jsonl", "--recorded", "2022-08-01")
            let site = try Site(of: shell)
            let parts = site.pages.filter { $0.key.hasPrefix("reports/book") }
            #expect(parts.count > 2)
            #expect(parts.values.allSatisfy { $0.utf8.count < 300_000 })
            for line in lines {
                #expect(parts.values.contains { $0.contains(">\(line)<") }, "\(line)")
            }
            let fact = try #require(site.pages.first { $0.key.hasPrefix("facts/") && $0.value.contains("77 people") })
            let address = try #require(Markup(fact.value).addresses.first { $0.contains("#c-") })
            let target = site.target(of: address, from: fact.key)
            let page = try #require(site.pages[target.path])
            #expect(target.path != "reports/book.html" && page.contains("<mark>The mill employs 77 people</mark>"))
            #expect(Markup(page).ids.contains(try #require(target.fragment)))
        }
    }

    @Test func `feeds name whole addresses where the site's own is known`() throws {
        try withStory { shell in
            let near = try Site(of: shell, in: "near")
            let far = try Site(of: shell, in: "far", "--url", "https://example.org/ties")
            let (atom, json) = (try feed("feed.xml", far), try feed("feed.json", far))
            #expect(atom.contains(#"href="https://example.org/ties/feed.xml""#))
            #expect(atom.contains("https://example.org/ties/revisions/"))
            #expect(json.contains(#""feed_url":"https://example.org/ties/feed.json""#))
            #expect(try !feed("feed.xml", near).contains("href=\"http"))
            let differing = near.files.filter { far.files[$0.key] != $0.value }.keys.sorted()
            #expect(differing == ["feed.json", "feed.xml", "site.json"])
            #expect(try shell.annals(["site", "--out", "x", "--url", "javascript:alert(1)"]).status == 64)
        }
    }

    private func feed(_ path: String, _ site: Site) throws -> String {
        String(decoding: try #require(site.files[path]), as: UTF8.self)
    }

    @Test func `every page has an icon that is there`() throws {
        try withStory { shell in
            let site = try Site(of: shell)
            for (path, page) in site.pages {
                let icon = try #require(Markup(page).tags.first { $0["rel"] == "icon" }?["href"])
                #expect(site.target(of: icon, from: path).path == "icon.svg")
            }
            #expect(String(decoding: site.files["icon.svg"] ?? [], as: UTF8.self).hasPrefix("<svg "))
        }
    }
}
