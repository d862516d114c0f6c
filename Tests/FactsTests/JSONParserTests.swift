@testable import Facts
import Testing

@Suite struct `JSON is read strictly` {
    @Test(arguments: [
        ("null", JSONValue.null), ("true", .bool(true)), (" false\n", .bool(false)), ("0", .number("0")),
        ("-0", .number("-0")), ("1.50", .number("1.50")), ("1e-7", .number("1e-7")), ("1E+2", .number("1E+2")),
        ("9007199254740992", .number("9007199254740992")), ("\"\"", ""), ("\"a\\u0041\\n\"", "aA\n"),
        ("\"\\\"\\\\\\/\\b\\f\\r\\t\"", "\"\\/\u{8}\u{C}\r\t"), ("\"\\ud83d\\ude00\"", "😀"), ("\"😀\"", "😀"),
        ("\"\u{7F}\"", "\u{7F}"), ("[]", .array([])), ("[ 1 , 2 ]", .array([.number("1"), .number("2")])),
        ("{}", .object([:])), ("{ \"a\" : {\"\":[null]} }", .object(["a": .object(["": .array([.null])])])),
    ])
    func `what RFC 8259 allows is read`(text: String, value: JSONValue) throws {
        #expect(try JSONParser.parse(text) == value)
    }

    @Test(arguments: [
        ("", "unexpected end of text", 0, 1), ("  ", "unexpected end of text", 2, 3),
        ("NaN", "NaN and Infinity are not JSON numbers", 0, 1),
        ("[Infinity]", "NaN and Infinity are not JSON numbers", 1, 2),
        ("-Infinity", "NaN and Infinity are not JSON numbers", 0, 1), ("nul", "expected a JSON value", 0, 1),
        ("\u{FEFF}{}", "expected a JSON value", 0, 1), ("1 2", "unexpected text after the value", 2, 3),
        ("{}\n]", "unexpected text after the value", 3, 1), ("01", "a number may not start with 0", 0, 1),
        ("1.", "expected a digit", 2, 3), (".5", "expected a JSON value", 0, 1), ("+1", "expected a JSON value", 0, 1),
        ("1e", "expected a digit", 2, 3), ("-", "expected a digit", 1, 2),
        ("1e400", "the number is too large; write it as a string", 0, 1),
        ("[1,]", "expected a JSON value", 3, 4), ("[1 2]", "expected ',' or ']'", 3, 4),
        ("{\"a\":1,}", "expected a name in quotation marks", 7, 8), ("{\"a\" 1}", "expected ':'", 5, 6),
        ("{a:1}", "expected a name in quotation marks", 1, 2), ("{\"a\":1 \"b\":2}", "expected ',' or '}'", 7, 8),
        ("{\"é\":1,\n \"a\":2,\"a\":3}", "the name \"a\" is given twice", 16, 8),
        ("{\"a\":1,\"\\u0061\":2}", "the name \"a\" is given twice", 7, 8),
        ("\"a\tb\"", "unescaped control character", 2, 3),
        ("\"\u{0}\"", "unescaped control character", 1, 2), ("\"ab", "the string that starts here does not end", 0, 1),
        ("\"\\x\"", "unknown escape", 1, 2), ("\"\\u12g4\"", "expected four hexadecimal digits", 3, 4),
        ("\"é\\ud800\"", "lone surrogate", 3, 3), ("\"\\udc00\"", "lone surrogate", 1, 2),
        ("\"\\ud800\\u0041\"", "lone surrogate", 1, 2), ("'a'", "expected a JSON value", 0, 1),
        ("[1] // no", "unexpected text after the value", 4, 5),
    ])
    func `what it does not allow is refused with its place`(text: String, reason: String, offset: Int, column: Int) {
        #expect { try JSONParser.parse(text) } throws: { error in
            error as? JSONError == JSONError(reason: reason, offset: offset, column: column)
        }
    }

    @Test(arguments: ["9007199254740993", "-9007199254740993", "9007199254740994", "123456789012345678901234567890"])
    func `an integer that a double would round is refused`(text: String) {
        #expect { try JSONParser.parse(text) } throws: {
            ($0 as? JSONError)?.reason == "the integer is too large to be exact; write it as a string"
        }
    }

    @Test(arguments: [
        [0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xC0, 0x80, 0x22],
    ])
    func `invalid UTF-8 is refused`(bytes: [UInt8]) {
        #expect { try JSONParser.parse(bytes) } throws: {
            $0 as? JSONError == JSONError(reason: "invalid UTF-8 in the string", offset: 0, column: 1)
        }
    }

    @Test func `64 levels are read and 65 are refused`() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        _ = try JSONParser.parse(nested(64))
        #expect { try JSONParser.parse(nested(65)) } throws: {
            $0 as? JSONError == JSONError(reason: "more than 64 levels deep", offset: 64, column: 65)
        }
        #expect(throws: JSONError.self) { try JSONParser.parse(String(repeating: "[", count: 1_000_000)) }
    }

    @Test func `a number too small for a double is zero`() throws {
        #expect(try JSONParser.parse("1e-400").canonicalText == "0")
    }
}
