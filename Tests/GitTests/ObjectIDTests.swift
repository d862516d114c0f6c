import Git
import Testing

@Suite struct ObjectIDTests {
    @Test func `knows git's id of the empty blob and the empty tree`() {
        #expect(ObjectID.of(.blob, []).hex == "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")
        #expect(ObjectID.of(.tree, []).hex == "4b825dc642cb6eb9a060e54bf8d69288fbee4904")
    }

    @Test func `reads its own hexadecimal form in either case`() {
        let id = ObjectID.of(.blob, Array("fact".utf8))
        #expect(ObjectID(hex: id.hex) == id)
        #expect(ObjectID(hex: id.hex.uppercased()) == id)
    }

    @Test(arguments: ["", "e69d", "e69de29bb2d1d6434b8b29ae775ad8c2e48c539", String(repeating: "g", count: 40)])
    func `refuses what is not forty hexadecimal digits`(text: String) {
        #expect(ObjectID(hex: text) == nil)
    }

    @Test func `a set tells ids apart that differ in one place`() {
        let ids = (0..<40).compactMap { place in
            ObjectID(hex: String((0..<40).map { $0 == place ? "1" : "0" }))
        }
        #expect(Set(ids + ids).count == 40)
    }

    @Test func `sorts as its hexadecimal form does`() {
        let ids = (0..<500).map { ObjectID.of(.blob, Array("\($0)".utf8)) }
        #expect(ids.sorted().map(\.hex) == ids.map(\.hex).sorted())
    }
}
