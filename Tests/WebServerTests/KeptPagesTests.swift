import NIOCore
import Testing
@testable import WebServer

@Suite struct KeptPagesTests {
    private func page(_ bytes: Int, key: String = "a") -> Page {
        Page(mediaType: "text/html", body: ByteBuffer(repeating: 97, count: bytes), key: key, run: "1")
    }

    @Test func `however many pages are asked for, those that are kept weigh no more than is allowed`() {
        var kept = KeptPages(bytes: 1000)
        for number in 0..<500 {
            kept.keep(page(number % 120), at: PagePath(["\(number % 90)"]), tip: "r1")
            _ = kept.page(at: PagePath(["\(number % 7)"]), tip: "r1")
            #expect(kept.bytes <= 1000)
        }
    }

    @Test func `a page that is asked for again and again outlives those that are not`() {
        var kept = KeptPages(bytes: 1000)
        let front = PagePath(["index.html"])
        kept.keep(page(100), at: front, tip: "r1")
        for number in 0..<100 {
            kept.keep(page(100), at: PagePath(["\(number)"]), tip: "r1")
            #expect(kept.page(at: front, tip: "r1") != nil)
        }
        #expect(kept.page(at: PagePath(["3"]), tip: "r1") == nil)
    }

    @Test
    func `a page is another revision's when it is made from the same, and one larger than half of all is not kept`() {
        var kept = KeptPages(bytes: 1000)
        let path = PagePath(["a"])
        kept.keep(page(10), at: path, tip: "r1")
        #expect(kept.page(at: path, tip: "r2") == nil)
        #expect(kept.page(at: path, madeFrom: "b", tip: "r2") == nil)
        #expect(kept.page(at: path, madeFrom: "a", tip: "r2") != nil)
        #expect(kept.page(at: path, tip: "r2") != nil && kept.page(at: path, tip: "r1") == nil)
        kept.keep(page(501), at: PagePath(["c"]), tip: "r2")
        #expect(kept.bytes == 10)
    }
}
