import NIOCore
import Testing
@testable import WebServer

@Suite struct KeptPagesTests {
    private func page(_ bytes: Int) -> Page {
        Page(mediaType: "text/html", body: ByteBuffer(repeating: 97, count: bytes), tag: "\"a\"")
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

    @Test func `a page of another revision is not kept, nor one that is larger than half of all`() {
        var kept = KeptPages(bytes: 1000)
        kept.keep(page(10), at: PagePath(["a"]), tip: "r1")
        #expect(kept.page(at: PagePath(["a"]), tip: "r2") == nil)
        kept.keep(page(10), at: PagePath(["b"]), tip: "r2")
        #expect(kept.page(at: PagePath(["a"]), tip: "r1") == nil)
        kept.keep(page(501), at: PagePath(["c"]), tip: "r2")
        #expect(kept.bytes == 10)
    }
}
