import Facts

/// What can be told of a file's encoding and form from its first bytes.
enum HTMLEncoding {
    /// The encoding that a mark at the start of a text names, but for UTF-8.
    static func mark(of bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
        return bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) ? "UTF-16" : nil
    }

    /// The encoding that a page says it is in, unless it says nothing or UTF-8.
    static func declared(in bytes: [UInt8]) -> String? {
        var scanner = MarkupScanner(Array(bytes.prefix(4096)))
        while let piece = scanner.next() {
            guard case .tag(let tag) = piece, tag.name == "meta" else { continue }
            let values = tag.values(in: Array(bytes.prefix(4096)))
            let content = values["content"]?.lowercased() ?? ""
            let named = content.split(separator: "charset=").dropFirst().first.map(String.init)
            guard let charset = values["charset"] ?? named else { continue }
            let name = charset.filter { $0.isLetter || $0.isNumber || "-_".contains($0) }
            return name.isEmpty || ["utf-8", "utf8"].contains(name.lowercased()) ? nil : name
        }
        return nil
    }

    /// Whether a file without a telling name begins as an HTML page does.
    static func isMarkup(_ bytes: [UInt8]) -> Bool {
        var scanner = MarkupScanner(bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
        for _ in 0..<20 {
            switch scanner.next() {
            case .text(let range) where bytes[range].allSatisfy(\.isASCIISpace): continue
            case .aside(let range):
                if String(decoding: bytes[range].prefix(14), as: UTF8.self).lowercased().hasPrefix("<!doctype html") {
                    return true
                }
            case .tag(let tag): return ["html", "head", "body", "meta", "title"].contains(tag.name)
            default: return false
            }
        }
        return false
    }
}
