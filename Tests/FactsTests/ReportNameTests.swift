@testable import Facts
import TestSupport
import Testing

@Suite struct `Names of reports` {
    @Test(arguments: [
        "mee-2022-07-09", "a", "A_b.c", "2020", "_x", "تقرير", "отчёт-1", "報告", "a.lock.b", "lock", "हिन्दी",
        String(repeating: "a", count: 120),
    ])
    func `a safe name is kept`(name: String) throws {
        #expect(try #require(ReportName(name)).description == name)
    }

    @Test(arguments: [
        "", " ", ".", "..", "../x", "a/b", "a\\b", "/etc", ".git", ".hidden", "-x", "a..b", "a.", "a.lock", "a.LOCK",
        "a b", "a\n",
        "a\u{0}", "a:b", "a*", "a?", "a~1", "a\u{200D}b", "a\u{202E}b", "😀", "-\u{301}x", ".\u{301}git", "a..\u{301}b",
        String(repeating: "a", count: 121), String(repeating: "é", count: 61), "%2e%2e",
    ])
    func `any other is refused`(name: String) {
        #expect(ReportName(name) == nil)
    }

    @Test func `two spellings of the same letters are one name`() throws {
        let (composed, decomposed) = (try #require(ReportName("caf\u{E9}")), try #require(ReportName("cafe\u{301}")))
        #expect(composed == decomposed)
        #expect(composed.description.utf8.elementsEqual(decomposed.description.utf8))
        #expect(!(composed < decomposed) && !(decomposed < composed))
    }

    @Test(arguments: [
        ("mee-2022-07-09.html", "mee-2022-07-09"), ("a b.txt", "a-b"), ("report.tar.gz", "report.tar"),
        ("noending", "noending"),
        (".hidden", "hidden"), ("../../etc/passwd.txt", "etc-passwd"), ("a..b.txt", "a.-b"), ("a...txt", "a"),
        ("-x-.txt", "x"),
        ("Éire.md", "Éire"), ("a/b\\c.txt", "a-b-c"), ("q: 1?.txt", "q--1"),
    ])
    func `a file name gives a report name`(fileName: String, name: String) {
        #expect(ReportName(fileName: fileName)?.description == name)
    }

    @Test(arguments: ["", ".", "...", "😀.txt", "x.lock.txt", String(repeating: "a", count: 121) + ".txt"])
    func `a file name without a usable name gives none`(fileName: String) {
        #expect(ReportName(fileName: fileName) == nil)
    }

    @Test func `names are ordered by their bytes`() {
        let names = ["b", "a-1", "Z", "é", "a", "a.1"].compactMap { ReportName($0) }
        #expect(names.sorted().map(\.description) == ["Z", "a", "a-1", "a.1", "b", "é"])
    }

    @Test func `names of any scalars are ordered by their bytes`() {
        var random = SeededGenerator(seed: 1)
        // One, two, three and four bytes, marks that compose and that do not, scalars on both sides of the surrogates.
        let scalars: [Unicode.Scalar] = [
            "a", "e", "z", "-", "0", "\u{301}", "\u{323}", "é", "ß", "ก", "ꯀ", "ﬀ", "\u{1D400}", "𐐀",
        ]
        let names = (0..<300).compactMap { _ -> ReportName? in
            let text = random.list(1...5) { $0.pick(scalars) }
            return ReportName(String(String.UnicodeScalarView(text)))
        }
        #expect(names.count > 100)
        let bytes = Set(names).map { Array($0.description.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
        #expect(Set(names).sorted().map { Array($0.description.utf8) } == bytes)
    }
}
