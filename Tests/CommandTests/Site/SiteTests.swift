import Foundation
import TestSupport
import Testing

/// A story as a folder of pages.
@Suite struct SiteTests {
    @Test func `a site has a page for everything, and nothing in it that a browser would run or fetch`() throws {
        try withStory { shell in
            let site = try Site(of: shell, "--title", "Ties")
            #expect(site.pages.count > 10)
            for (path, page) in site.pages {
                let markup = Markup(page)
                #expect(markup.faults.isEmpty, "\(path): \(markup.faults)")
                #expect(markup.strangers.isEmpty, "\(path): \(markup.strangers)")
                #expect(page.contains("content=\"default-src &#39;none&#39;; style-src &#39;self&#39;"))
                #expect(markup.addresses.allSatisfy { !$0.contains(":") }, "\(path)")
            }
        }
    }

    @Test func `every link leads somewhere, and every id stands once`() throws {
        try withStory { shell in
            let site = try Site(of: shell)
            for (path, page) in site.pages {
                let markup = Markup(page)
                #expect(Set(markup.ids).count == markup.ids.count, "\(path)")
                for address in markup.addresses {
                    let target = site.target(of: address, from: path)
                    let found = site.files[target.path]
                    #expect(found != nil, "\(path) leads to \(address)")
                    guard let fragment = target.fragment, let found else { continue }
                    #expect(
                        Markup(String(decoding: found, as: UTF8.self)).ids.contains(fragment), "\(path): \(address)")
                }
            }
        }
    }

    @Test func `a page can be walked by headings, landmarks and keyboard`() throws {
        try withStory { shell in
            for (path, page) in try Site(of: shell).pages {
                let tags = Markup(page).tags.filter { !$0.isEnd }
                let levels = tags.compactMap { $0.name.wholeMatch(of: #/h([1-6])/#).flatMap { Int($0.output.1) } }
                #expect(levels.first == 1 && levels.count { $0 == 1 } == 1, "\(path): \(levels)")
                #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(path): \(levels)")
                #expect(tags.first?["lang"] == "en")
                for landmark in ["header", "main", "footer"] { #expect(tags.count { $0.name == landmark } == 1) }
                #expect(tags.first { $0.name == "a" }?["href"] == "#content")
                #expect(!tags.contains { Int($0["tabindex"] ?? "0") ?? 0 > 0 })
            }
        }
    }

    @Test func `one revision gives the same bytes wherever and however often it is made`() throws {
        try withStory { shell in
            let first = try Site(of: shell, in: "one", "--title", "Ties")
            let second = try Site(of: shell, in: "two", "--title", "Ties")
            #expect(first.files == second.files)
            let again = try shell.succeed("site", "--out", "one", "--title", "Ties")
            #expect(again.text.contains("; 0 written"))
            #expect(try Site(reading: "one", of: shell).files == first.files)
        }
    }

    @Test func `what is written after a new revision is what a new site would be, and no more than has changed`() throws
    {
        try withStory { shell in
            let old = try Site(of: shell, "--title", "Ties")
            try shell.write(
                "---\nsource: The Port\npublished: 2022-07-11\n---\nTalks in Doha lasted two hours.\n",
                to: "new/port.md")
            let claim =
                #"{"report":"port","subject":"Talks","predicate":"lasted","object":"two hours","#
                + #""evidence":[{"quote":"lasted two hours"}]}"#
            try shell.write("\(Shell.header)\n\(claim)\n", to: "three.jsonl")
            try shell.succeed("record", "new", "--claims", "three.jsonl", "--recorded", "2022-07-11")
            let told = try shell.succeed("site", "--out", "site", "--title", "Ties").text
            let new = try Site(reading: "site", of: shell)
            let fresh = try Site(of: shell, in: "fresh", "--title", "Ties")
            #expect(new.files == fresh.files)
            let kept = old.files.filter { new.files[$0.key] == $0.value }.keys
            #expect(kept.contains { $0.hasPrefix("facts/") } && kept.contains { $0.hasPrefix("reports/") })
            #expect(
                told.contains(
                    "; \(new.files.filter { old.files[$0.key] != $0.value && $0.key != "site.json" }.count) written"))
            try shell.succeed("undo")
            try shell.succeed("site", "--out", "site", "--title", "Ties")
            #expect(try Site(reading: "site", of: shell).files == old.files)
        }
    }

    @Test func `a folder that holds anything else is left as it is`() throws {
        try withStory { shell in
            try shell.write("mine", to: "public/notes.txt")
            let refused = try shell.annals(["site", "--out", "public"])
            #expect(refused.status == 2 && refused.errors.contains("notes.txt"))
            #expect(try Site(reading: "public", of: shell).files.keys.sorted() == ["notes.txt"])
            try shell.succeed("site", "--out", "site")
            try shell.write("mine", to: "site/facts/notes.txt")
            #expect(try shell.annals(["site", "--out", "site"]).status == 2)
        }
    }

    @Test func `a site that was cut short while it was put in place is made good by the next run`() throws {
        try withStory { shell in
            try shell.succeed("site", "--out", "site", "--at", "HEAD~1", "--title", "Ties")
            let fresh = try Site(of: shell, in: "fresh", "--title", "Ties")
            // A folder where a page is to be ends the placing half-way.
            let page = try #require(fresh.pages.keys.sorted().last { $0.hasPrefix("revisions/") })
            let known = try Site(reading: "site", of: shell).files
            let new = try #require(fresh.pages.keys.sorted().last { known[$0] == nil } ?? page)
            #expect(try shell.script("mkdir -p 'site/\(new)'").status == 0)
            let failed = try shell.annals(["site", "--out", "site", "--title", "Ties"])
            #expect(failed.status == 2 && failed.errors.contains("cannot be written"), "\(failed.errors)")
            #expect(try shell.script("rm -r 'site/\(new)'").status == 0)
            try shell.succeed("site", "--out", "site", "--title", "Ties")
            #expect(try Site(reading: "site", of: shell).files == fresh.files)
        }
    }

    @Test func `a page that somebody took away is made again`() throws {
        try withStory { shell in
            let site = try Site(of: shell, "--title", "Ties")
            #expect(try shell.script("rm site/timeline.html").status == 0)
            #expect(try shell.succeed("site", "--out", "site", "--title", "Ties").text.contains("; 1 written"))
            #expect(try Site(reading: "site", of: shell).files == site.files)
        }
    }

    @Test func `what people ruled stands with the fact, the report and the contradiction`() throws {
        try withStory { shell in
            let old = try Site(of: shell, "--title", "Ties")
            let fact = try #require(old.pages.keys.first { $0.hasPrefix("facts/") })
            let contradiction = try #require(old.pages.keys.first { $0.hasPrefix("contradictions/") })
            try shell.succeed("accept", String(fact.dropFirst(6).prefix(12)), "-m", "seen in print")
            try shell.succeed(
                "resolve", String(contradiction.dropFirst(15).prefix(12)), "both-possible", "-m", "a part")
            try shell.succeed("site", "--out", "site", "--title", "Ties")
            let new = try Site(reading: "site", of: shell)
            for path in [fact, "reports/ledger.html", "decisions.html"] {
                #expect(new.pages[path]?.contains("seen in print") == true, "\(path)")
            }
            for path in [fact, contradiction, "decisions.html"] {
                #expect(new.pages[path]?.contains("resolved: both are possible") == true, "\(path)")
            }
            #expect(new.files == (try Site(of: shell, in: "fresh", "--title", "Ties")).files)
        }
    }

    @Test func `the digests of the downloads are right, and the claims can be read again`() throws {
        try withStory { shell in
            let site = try Site(of: shell)
            #expect(try shell.script("cd site/data && sha256sum --check --quiet SHA256SUMS").status == 0)
            let claims = String(decoding: site.files["data/claims.jsonl"] ?? [], as: UTF8.self)
            #expect(claims.hasPrefix(#"{"annals":"claims/1""#) && claims.split(separator: "\n").count == 3)
            let same = try shell.annals(["compare", "site/data/claims.jsonl", "site/data/claims.jsonl"])
            #expect(same.status == 0, "\(same.errors)")
        }
    }

    @Test func `the pages read like this`() throws {
        try withStory { shell in
            let site = try Site(of: shell, "--title", "Ties")
            let fact = try #require(site.pages.keys.sorted().first { $0.hasPrefix("facts/") })
            for (path, name) in [("index.html", "front"), (fact, "fact"), ("reports/wire.html", "report")] {
                try expectSnapshot(try #require(site.pages[path]), named: "html/\(name).html")
            }
        }
    }
}

/// The files of a site, by path.
struct Site {
    let files: [String: [UInt8]]

    /// The files of a folder.
    init(reading folder: String, of shell: Shell) throws {
        let all = try shell.files().filter { $0.path.hasPrefix(folder + "/") }
        files = Dictionary(uniqueKeysWithValues: all.map { (String($0.path.dropFirst(folder.count + 1)), $0.bytes) })
    }

    /// Has a site written.
    init(of shell: Shell, in folder: String = "site", _ options: String...) throws {
        let result = try shell.annals(["site", "--out", folder] + options)
        #expect(result.status == 0, "\(result.errors)")
        try self.init(reading: folder, of: shell)
    }

    /// The pages that people read.
    var pages: [String: String] {
        files.filter { $0.key.hasSuffix(".html") }.mapValues { String(decoding: $0, as: UTF8.self) }
    }

    /// Where a link leads: a path from the root, and a place there.
    func target(of address: String, from page: String) -> (path: String, fragment: String?) {
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        var folders = page.split(separator: "/").dropLast().map(String.init)
        for part in parts[0].split(separator: "/") {
            if part == ".." { folders.removeLast() } else { folders.append(String(part).removingPercentEncoding ?? "") }
        }
        let path = parts[0].isEmpty ? page : folders.joined(separator: "/")
        return (path, parts.count > 1 ? parts[1] : nil)
    }
}
