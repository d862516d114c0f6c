@testable import Facts
import TestSupport
import Testing

@Suite struct `Claims as they are stated` {
    @Test func `the example of the exchange format is read whole`() throws {
        let line = #"""
            {"report":"mee-2022-07-09","subject":"Qatar","predicate":"severed ties","object":"Israel",
             "arguments":{"kind":"trade"},"time":"2009","polarity":"affirmed","certainty":"certain","modality":[],
             "attribution":[],"evidence":[{"quote":"severed trade ties with Israel in 2009","start":2310,"end":2348}],
             "key":"optional id of the claim in its own source","ext":{}}
            """#
        let claim = try StatedClaim(json: JSONParser.parse(line))
        #expect(claim.report.description == "mee-2022-07-09" && claim.subject == .plain("Qatar"))
        #expect(claim.predicate == "severed ties" && claim.object == .plain("Israel"))
        #expect(claim.arguments == ["kind": .plain("trade")] && claim.time?.edtf == "2009")
        #expect(claim.polarity == .affirmed && claim.certainty == .certain)
        #expect(claim.evidence == [.init(quote: "severed trade ties with Israel in 2009", start: 2310, end: 2348)])
        #expect(claim.key == "optional id of the claim in its own source" && claim.ext.isEmpty)
    }

    @Test func `three members are enough and unknown ones are kept`() throws {
        let claim = try StatedClaim(
            json: JSONParser.parse(#"{"report":"r","subject":5,"predicate":"is","x":[1],"ext":{"y":2}}"#))
        #expect(claim.subject == .plain("5") && claim.object == nil && claim.certainty == .unstated)
        #expect(claim.ext == ["x": .array([.number("1")]), "y": .number("2")])
    }

    @Test(arguments: [
        (#"{"entity":"Qatar"}"#, StatedClaim.StatedValue.entity("Qatar")), (#"{"time":"2020-02"}"#, .time("2020-02")),
        (#"{"time":2020}"#, .time("2020")),
        (#"{"quantity":"12–21","unit":"person"}"#, .quantity("12–21", unit: "person")),
        (#"{"quantity":84}"#, .quantity("84", unit: nil)),
        (#"{"choice":"killed"}"#, .choice("killed")), (#"{"text":"x"}"#, .text("x")), ("1.50", .plain("1.50")),
    ])
    func `a value may name its type`(json: String, value: StatedClaim.StatedValue) throws {
        #expect(try StatedClaim.StatedValue(json: JSONParser.parse(json), member: "object") == value)
    }

    @Test(arguments: [
        ("[]", "expected an object, found an array"), ("{}", "\"report\" is missing"),
        (#"{"report":5}"#, "\"report\" must be a string, found a number"),
        (#"{"report":"../x"}"#, "\"report\": \"../x\" is not a report name"),
        (#"{"report":"r"}"#, "\"subject\" is missing"),
        (#"{"report":"r","subject":" ","predicate":"p"}"#, "\"subject\" is empty"),
        (#"{"report":"r","subject":"s"}"#, "\"predicate\" is missing"),
        (#"{"report":"r","subject":"s","predicate":" "}"#, "\"predicate\" is empty"),
        (
            #"{"report":"r","subject":null,"predicate":"p"}"#,
            "\"subject\" must be a string, a number or an object, found null"
        ),
    ])
    func `what is not a claim is refused by its member`(json: String, reason: String) throws {
        try expectRefused(json, reason)
    }

    @Test(arguments: [
        (#""object":[]"#, "\"object\" must be a string, a number or an object, found an array"),
        (#""object":{}"#, "\"object\" must name one of entity, quantity, time, choice, text"),
        (#""object":{"entity":"a","text":"b"}"#, "\"object\" must name one of"),
        (#""object":{"entity":" "}"#, "\"object\" must name one of"),
        (#""object":{"quantity":"5","unit":true}"#, "\"object\": \"unit\" must be a string, found a Boolean"),
        (#""object":{"entity":"a","unit":"kg"}"#, "\"object\" has no \"unit\""),
        (#""object":{"quantity":"5","units":"kg"}"#, "\"object\" has no \"units\""),
        (#""arguments":[]"#, "\"arguments\" must be an object, found an array"),
        (#""arguments":{"b":null,"a":null}"#, "\"arguments.a\" must be a string, a number or an object, found null"),
        (#""time":true"#, "\"time\" must be a string, found a Boolean"),
        (#""time":"May 2020""#, "\"time\": \"May 2020\" is not an EDTF date"),
        (#""polarity":"no""#, "\"polarity\": \"no\" is not one of affirmed, denied"),
        (#""certainty":1"#, "\"certainty\" must be a string, found a number"),
        (#""modality":["planned","sure"]"#, "\"modality\": \"sure\" is not one of planned"),
        (#""modality":{}"#, "\"modality\" must be an array of strings"),
        (#""attribution":[1]"#, "\"attribution\" must hold strings, found a number"),
        (#""evidence":"x""#, "\"evidence\" must be an array, found a string"),
        (#""evidence":["x"]"#, "\"evidence\" must hold objects, found a string"),
        (#""evidence":[{}]"#, "\"quote\" is missing"),
        (#""evidence":[{"quote":"x","start":-1}]"#, "\"evidence.start\" must be a number of bytes from 0"),
        (#""evidence":[{"quote":"x","end":"1"}]"#, "\"evidence.end\" must be a number of bytes from 0"),
        (#""key":1"#, "\"key\" must be a string"),
        (#""ext":[]"#, "\"ext\" must be an object, found an array"),
    ])
    func `a wrong member is named`(member: String, reason: String) throws {
        try expectRefused(#"{"report":"r","subject":"s","predicate":"p",\#(member)}"#, reason)
    }

    @Test(arguments: UInt64(0)..<100)
    func `a claim is read as it was written`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let claim = StatedClaim.random(using: &random)
        let bytes = claim.json.canonicalBytes
        let read = try StatedClaim(json: JSONParser.parse(bytes))
        #expect(read == claim, "seed \(seed)")
        #expect(read.json.canonicalBytes == bytes, "seed \(seed)")
    }

    private func expectRefused(_ json: String, _ reason: String) throws {
        let value = try JSONParser.parse(json)
        #expect { try StatedClaim(json: value) } throws: { ($0 as? ClaimFormatError)?.reason.hasPrefix(reason) == true }
    }
}
