import Linguistics
import Testing

@Suite struct CoNLLUTests {
    @Test func `a parsed text survives the way to CoNLL-U and back`() throws {
        let lines = [
            "# text = Tal Shalev resigned.",
            "1\tTal\tTal\tPROPN\tNNP\t_\t2\tcompound\t_\tNER=B-PERSON",
            "2\tShalev\tShalev\tPROPN\tNNP\t_\t3\tnsubj\t_\tNER=I-PERSON",
            "3\tresigned\tresign\tVERB\tVBD\t_\t0\tROOT\t_\tSpaceAfter=No",
            "4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_",
            "", "# text = Why?",
            "1\tWhy\twhy\tSCONJ\tWRB\t_\t0\tROOT\t_\tSpaceAfter=No",
            "2\t?\t?\tPUNCT\t.\t_\t1\tpunct\t_\tSpaceAfter=No", "", "",
        ]
        let conllu = lines.joined(separator: "\n")
        let parsed = try #require(ParsedText(conllu: conllu))
        #expect(parsed.text == "Tal Shalev resigned. Why?")
        #expect(parsed.sentences == [0..<4, 4..<6])
        #expect(parsed.entities == [NamedEntity(tokens: 0..<2, label: "PERSON")])
        #expect(parsed.words(of: parsed.subtree(of: 1)) == "Tal Shalev")
        #expect(parsed.conllu == conllu)
    }

    @Test func `a head outside its sentence is refused`() {
        #expect(ParsedText(conllu: "1\tYes\tyes\tINTJ\tUH\t_\t7\tdep\t_\t_\n") == nil)
    }
}
