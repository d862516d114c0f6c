@testable import Facts
import TestSupport
import Testing

@Suite struct `Canonical JSON` {
    /// RFC 8785 appendix B, and the turning points of ECMA-262's Number::toString.
    @Test(
        arguments: [
            (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"), (0x0000_0000_0000_0001, "5e-324"),
            (0x8000_0000_0000_0001, "-5e-324"), (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
            (0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308"), (0x4340_0000_0000_0000, "9007199254740992"),
            (0xc340_0000_0000_0000, "-9007199254740992"), (0x4430_0000_0000_0000, "295147905179352830000"),
            (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"), (0x44b5_2d02_c7e1_4af6, "1e+23"),
            (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"), (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
            (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"), (0x444b_1ae4_d6e2_ef50, "1e+21"),
            (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"), (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
            (0x41b3_de43_5555_5553, "333333333.3333332"), (0x41b3_de43_5555_5554, "333333333.33333325"),
            (0x41b3_de43_5555_5555, "333333333.3333333"), (0x41b3_de43_5555_5556, "333333333.3333334"),
            (0x41b3_de43_5555_5557, "333333333.33333343"), (0xbece_cef5_b4a8_a7b8, nil),
            (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
        ] as [(UInt64, String?)])
    func `numbers are written as ECMAScript writes them`(bits: UInt64, text: String?) throws {
        let double = Double(bitPattern: bits)
        let written = JSONValue.number(double.description).canonicalText
        #expect(written == text ?? written)
        #expect(Double(written) == double)
    }

    @Test(arguments: [
        ("1.0", "1"), ("-0.0", "0"), ("1e2", "100"), ("4.50", "4.5"), ("2e-3", "0.002"), ("1E30", "1e+30"),
    ])
    func `a literal loses what does not change the number`(literal: String, text: String) {
        #expect(JSONValue.number(literal).canonicalText == text)
    }

    @Test func `the example of RFC 8785 section 3_2_2 comes out as printed`() throws {
        let input = #"""
            {"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],
             "string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}
            """#
        let expected =
            #"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"#
            + #""string":"€$\u000f\nA'B\"\\\\\"/"}"#
        #expect(try JSONParser.parse(input).canonicalText == expected)
    }

    @Test func `names are ordered by UTF-16 as in RFC 8785 section 3_2_3`() throws {
        let input =
            #"{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","#
            + #""\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}"#
        let expected = [
            "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign",
            "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh",
        ]
        let text = try JSONParser.parse(input).canonicalText
        let places = expected.map { text.firstRange(of: $0)?.lowerBound }
        #expect(places == places.sorted { ($0 ?? text.endIndex) < ($1 ?? text.endIndex) })
        #expect(!places.contains(nil))
    }

    @Test func `control characters have one way to be written`() {
        let text = String(String.UnicodeScalarView((0..<0x20).compactMap { Unicode.Scalar($0 as UInt32) }))
        let expected =
            #""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f"#
            + #"\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f""#
        #expect(JSONValue.string(text).canonicalText == expected)
    }

    @Test(arguments: UInt64(0)..<300)
    func `reading what was written gives the same value`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let value = JSONValue.random(using: &random)
        let bytes = value.canonicalBytes
        let read = try JSONParser.parse(bytes)
        #expect(read == value, "seed \(seed)")
        #expect(read.canonicalBytes == bytes, "seed \(seed)")
    }
}

extension JSONValue {
    /// A value whose numbers are in canonical form already.
    static func random(using random: inout SeededGenerator, depth: Int = 4) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &random) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &random))
        case 2: return .integer(Int.random(in: -9_007_199_254_740_991...9_007_199_254_740_991, using: &random))
        case 3:
            let double = Double(bitPattern: UInt64.random(in: .min ... .max, using: &random))
            return .number(JSONValue.number(double.isFinite ? double.description : "0.5").canonicalText)
        case 4: return .string(randomText(using: &random))
        case 5: return .array(random.list(0...4) { self.random(using: &$0, depth: depth - 1) })
        default:
            let members = random.list(0...4) { (randomText(using: &$0), self.random(using: &$0, depth: depth - 1)) }
            return .object(Dictionary(members) { first, _ in first })
        }
    }

    private static func randomText(using random: inout SeededGenerator) -> String {
        let alphabet = [
            "a", "B", "\"", "\\", "/", "\n", "\u{0}", "\u{1F}", "\u{7F}", "é", "€", "😀", "\u{FB33}", " ", "ب",
        ]
        return random.list(0...8) { $0.pick(alphabet) }.joined()
    }
}
