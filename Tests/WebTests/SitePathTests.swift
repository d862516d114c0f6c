import Facts
import Testing

@testable import Web

@Suite struct SitePathTests {
    @Test func `pages link to one another by relative addresses`() {
        #expect(SitePath.address(of: "log.html", from: "index.html") == "log.html")
        #expect(SitePath.address(of: "facts/k.html", from: "reports/a.html") == "../facts/k.html")
        #expect(SitePath.address(of: "facts/k.html", from: "data/changes/a.jsonl") == "../../facts/k.html")
    }

    @Test func `an address has no byte that an address may not have`() throws {
        let name = try #require(ReportName("كتاب-1"))
        let address = SitePath.address(of: SitePath.report(name), from: "index.html")
        #expect(address.utf8.allSatisfy { (0x21..<0x7F).contains($0) })
        #expect(address.hasPrefix("reports/%D9%83"))
    }

    @Test func `names that differ in what a file name cannot hold have pages of their own`() {
        let paths = ["a/b", "a b", "A-b", "a-b"].map { SitePath.entity(EntityKey(stored: $0)) }
        #expect(Set(paths.map { $0.lowercased() }).count == 4)
        #expect(paths.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } && !$0.dropFirst(9).contains("/") })
    }
}
