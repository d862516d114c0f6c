/// A path below the site's root, such as `facts/kqzz.html`.
///
/// Its segments are names: none is empty, `.` or `..`, and none holds a separator or a control character, however it was escaped.
struct PagePath: Hashable, Sendable {
    /// The segments, unescaped.
    let segments: [String]

    /// The path as ``PageSource`` knows it.
    var text: String { segments.joined(separator: "/") }

    /// The path as a link from the root of the server.
    var link: String { "/" + segments.map(Self.escaped).joined(separator: "/") }

    /// The page that a request's target asks for, which ends before any `?`; a folder stands for its `index.html`.
    ///
    /// - Returns: `nil` when it is not such a path.
    init?(target: some StringProtocol) {
        guard target.hasPrefix("/") else { return nil }
        let path = String(target.prefix { $0 != "?" && $0 != "#" }.dropFirst())
        var parts = path.split(separator: "/" as Character, omittingEmptySubsequences: false).map(String.init)
        if parts.last == "" { parts[parts.count - 1] = "index.html" }
        var segments: [String] = []
        for part in parts {
            guard let name = Self.unescaped(part), Self.isName(name) else { return nil }
            segments.append(name)
        }
        self.segments = segments
    }

    init(_ segments: [String]) { self.segments = segments }

    /// Pages that a reader who does not find this one may look for instead, nearest first; the front page is the last.
    var surroundings: [PagePath] {
        let folders = (0..<segments.count).reversed().map { Array(segments.prefix($0)) }
        return folders.flatMap { folder -> [PagePath] in
            let page = folder.last.map { Array(folder.dropLast()) + [$0 + ".html"] }
            return [folder + ["index.html"], page, folder].compactMap(\.self).map(PagePath.init)
        }
    }

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty && text != "." && text != ".."
            && text.unicodeScalars.allSatisfy { $0 != "/" && $0 != "\\" && $0.properties.generalCategory != .control }
    }

    /// RFC 3986, section 2.1; `nil` when an escape is cut short or the bytes are not UTF-8.
    private static func unescaped(_ text: String) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = rest.prefix(2)
            guard digits.count == 2, digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// Everything but RFC 3986's unreserved characters escaped.
    private static func escaped(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return text.utf8.map { byte in
            let letter = Character(UnicodeScalar(byte))
            let isPlain = letter.isASCII && (letter.isLetter || letter.isNumber || "-._~".contains(letter))
            return isPlain ? String(letter) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
        }.joined()
    }
}
