@testable import Facts
import Testing

@Suite struct `Identity` {
    private func fact(_ subject: String, _ predicate: String = "visited", _ key: [(role: String, value: String)] = [])
        -> FactID
    {
        FactID(subject: subject, predicate: predicate, key: key)
    }

    @Test func `a fact id is 32 letters that no git id has`() {
        for id in [fact("qatar"), fact(""), fact("حماس", "x", [("object", "y")])] {
            #expect(id.letters.utf8.count == 32)
            #expect(id.letters.utf8.allSatisfy { (UInt8(ascii: "k")...UInt8(ascii: "z")).contains($0) })
            #expect(FactID(id.letters) == id)
        }
    }

    /// Computed apart from this code, with Python's hashlib.
    @Test func `a fact id never changes`() {
        #expect(
            fact("entity:qatar", "visited", [("object", "entity:israel")]).letters == "vvuttnnxxuxzvwprspoxlsxsxtvmxwum"
        )
    }

    @Test func `the start of an id tells it from thousands of the same subject`() {
        let ids = (0..<2000).map { fact("entity:qatar", "predicate-\($0)") }
        let eightLetters = Set(ids.map { $0.letters.prefix(8) })
        #expect(eightLetters.count < ids.count, "eight letters no longer collide: take more facts")
        for id in ids.prefix(200) {
            let start = id.start(telling: ids, atLeast: 8)
            #expect(start.count >= 8)
            #expect(ids.filter { $0.letters.hasPrefix(start) } == [id])
        }
    }

    @Test func `the facts of a subject start alike`() {
        let prefix = FactID.prefix(ofSubject: "entity:qatar")
        #expect(prefix.count == 4)
        for predicate in ["visited", "met", "funds"] {
            #expect(fact("entity:qatar", predicate).letters.hasPrefix(prefix))
        }
        #expect(!fact("entity:israel").letters.hasPrefix(prefix))
        #expect(FactID.isPrefix(prefix) && FactID.isPrefix("k") && !FactID.isPrefix("") && !FactID.isPrefix("abc"))
        #expect(!FactID.isPrefix(String(repeating: "k", count: 33)))
    }

    @Test func `no two lists of parts run together`() {
        let ids = [
            fact("ab", "c"), fact("a", "bc"), fact("a", "b", [("c", "")]), fact("a", "b", [("", "c")]), fact("a", "b"),
            fact("a", "b", [("c", "d"), ("e", "f")]), fact("a", "b", [("c", "de"), ("", "f")]),
            fact("a", "b", [("e", "f"), ("c", "d")]),
        ]
        #expect(Set(ids).count == ids.count)
    }

    @Test(arguments: [
        "", "k", "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkj", "KKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKK",
        "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk",
    ])
    func `other texts are not fact ids`(text: String) {
        #expect(FactID(text) == nil)
    }

    @Test func `a claim id depends on the words and not on where they stand`() throws {
        let name = try #require(ReportName("r"))
        var claim = StatedClaim(report: name, subject: .plain("Qatar"), predicate: "visited")
        claim.object = .plain("Israel")
        claim.evidence = [.init(quote: "Qatar visited Israel", start: 1, end: 2)]
        let id = ClaimID(claim)
        #expect(id.description.utf8.count == 32)
        claim.evidence = [.init(quote: "Qatar visited Israel")]
        #expect(ClaimID(claim) == id)
        let changes: [(inout StatedClaim) -> Void] = [
            { $0.evidence = [] }, { $0.evidence = [.init(quote: "Qatar visited  Israel")] },
            { $0.subject = .entity("Qatar") },
            { $0.subject = .plain("qatar") }, { $0.predicate = "Visited" }, { $0.object = nil },
            { $0.time = Time(edtf: "2020") },
            { $0.polarity = .denied }, { $0.certainty = .certain }, { $0.modality = [.planned] },
            { $0.attribution = ["Reuters"] },
            { $0.key = "1" }, { $0.ext = ["x": .null] }, { $0.arguments = ["kind": .plain("trade")] },
        ]
        let others = changes.map { change in
            var other = claim
            change(&other)
            return ClaimID(other)
        }
        #expect(Set(others + [id]).count == changes.count + 1)
    }

    @Test func `a digest is SHA-256`() {
        #expect(
            Digest.sha256(Array("abc".utf8)).description
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test(arguments: ["desk@1", "rules@4.1+3f9a07", "a@b", "claims@1", "gpt/4o@2024-05"])
    func `a fingerprint is written as it is read`(text: String) throws {
        #expect(try #require(ExtractorFingerprint(text)).description == text)
    }

    @Test(arguments: [
        "", "desk", "desk@", "@1", "desk@1+", "desk@@1", "desk@1@2", "desk@1+2+3", "my desk@1", "desk@1\n", "dësk@1",
        "d+e@1",
        String(repeating: "a", count: 110) + "@1",
    ])
    func `what is not a fingerprint is refused`(text: String) {
        #expect(ExtractorFingerprint(text) == nil)
    }

    @Test func `a fingerprint has three parts`() {
        #expect(
            ExtractorFingerprint(name: "rules", version: "4.1", configuration: "3f9a07")?.description
                == "rules@4.1+3f9a07")
        #expect(ExtractorFingerprint(name: "rules", version: "4.1")?.description == "rules@4.1")
        #expect(ExtractorFingerprint(name: "rules", version: "4.1", configuration: "") == nil)
        #expect(ExtractorFingerprint.unnamed == ExtractorFingerprint("claims@1"))
    }
}
