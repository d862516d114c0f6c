/// Who did something, and when: the author and committer lines of a commit, the identity in a reflog.
package struct Signature: Hashable, Sendable {
    /// The name, without angle brackets and control characters.
    package let name: String
    /// The e-mail address, without angle brackets and control characters; may be empty.
    package let email: String
    /// Seconds since 1970 in UTC.
    package let seconds: Int
    /// How many minutes local time was ahead of UTC.
    package let offsetMinutes: Int

    /// A signature that git can store.
    ///
    /// Angle brackets and control characters are left out of name and e-mail address. Git cannot state a time
    /// before 1970, nor an offset of a hundred hours: both are clamped.
    package init(name: String, email: String, seconds: Int, offsetMinutes: Int) {
        self.name = Signature.stripped(name)
        self.email = Signature.stripped(email)
        self.seconds = max(0, seconds)
        self.offsetMinutes = min(max(offsetMinutes, -5999), 5999)
    }

    // By scalar: a Character may hide a line break or a bracket behind a combining mark.
    private static func stripped(_ text: String) -> String {
        func isLeftOut(_ byte: UInt8) -> Bool { byte < 0x20 || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") }
        guard text.utf8.contains(where: isLeftOut) else { return text }
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: text.unicodeScalars.filter { $0.value >= 0x20 && $0 != "<" && $0 != ">" })
        return String(scalars)
    }
}

extension Signature {
    /// The form in a commit: `name <email> seconds +hhmm`.
    var text: String {
        let minutes = abs(offsetMinutes)
        let digits = String(10000 + minutes / 60 * 100 + minutes % 60).dropFirst()
        return "\(name) <\(email)> \(seconds) \(offsetMinutes < 0 ? "-" : "+")\(digits)"
    }

    /// Reads the form in a commit; `nil` when the text is not of that form.
    init?(parsing text: Substring) {
        guard let close = text.utf8.lastIndex(of: UInt8(ascii: ">")),
            let open = text.utf8[..<close].firstIndex(of: UInt8(ascii: "<"))
        else { return nil }
        let when = text.utf8[text.utf8.index(after: close)...].split(separator: UInt8(ascii: " ")).map(Substring.init)
        guard when.count == 2, let seconds = Int(when[0]), let offset = Signature.minutes(when[1]) else { return nil }
        var name = text.unicodeScalars[..<open]
        if name.last == " " { name.removeLast() }
        let email = text[text.utf8.index(after: open)..<close]
        self.init(name: String(name), email: String(email), seconds: seconds, offsetMinutes: offset)
    }

    private static func minutes(_ text: Substring) -> Int? {
        guard text.hasPrefix("+") || text.hasPrefix("-"), let clock = Int(text) else { return nil }
        return clock / 100 * 60 + clock % 100
    }
}
