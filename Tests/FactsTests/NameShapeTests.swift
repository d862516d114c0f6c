@testable import Facts
import Testing

@Suite struct `Names are told from descriptions` {
    @Test(arguments: [
        "Qatar", "Tamim al-Thani", "Sheikh Tamim bin Hamad Al Thani", "al-Udeid", "the United Nations", "F-16",
        "Deal of the Century",
        "Resolution 2334", "Qatar Committee for the Reconstruction of Gaza", "Sharm el-Sheikh",
    ])
    func `a name is written with capitals and particles`(text: String) {
        #expect(text.isName && !text.isDescription)
    }

    @Test(arguments: [
        "top Qatari officials", "chief of the Mossad", "Qatari consulate in Gaza", "Qatar and Israel", "qatar",
        "of the", "5 May",
        "Palestinians killed in Gaza", "One Two Three Four Five Six Seven Eight",
    ])
    func `a description is not`(text: String) {
        #expect(!text.isName && text.isDescription)
    }

    @Test(arguments: ["حماس", "", "84", "北京"])
    func `nothing tells where there are no capitals`(text: String) {
        #expect(!text.isName && !text.isDescription)
    }
}
