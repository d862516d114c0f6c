import Facts
import Glibc

/// Finds the ids in the line of a stored claim without reading the rest: a bucket holds many claims of which few are wanted.
struct LineScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The fact and the claim of a line; `nil` when they do not stand where this program writes them.
    ///
    /// Whether the rest is a claim, reading it tells.
    static func ids(in line: ArraySlice<UInt8>) -> (fact: FactID, claim: ClaimID)? {
        line.withUnsafeBufferPointer { bytes in
            var scanner = LineScanner(bytes)
            return scanner.ids()
        }
    }

    /// The id of the predicate in a line; `nil` when it cannot be told without reading it all.
    static func predicate(in line: ArraySlice<UInt8>) -> String? {
        line.withUnsafeBufferPointer { bytes in
            var scanner = LineScanner(bytes)
            return scanner.predicate()
        }
    }

    /// The report of a line, as it is spelt in quotation marks; `nil` when it cannot be told without reading it all.
    static func report(in line: ArraySlice<UInt8>) -> String? {
        line.withUnsafeBufferPointer { bytes in
            var scanner = LineScanner(bytes)
            return scanner.report()
        }
    }

    private mutating func report() -> String? {
        guard take(UInt8(ascii: "{")) else { return nil }
        repeat {
            guard let name = string(), !name.contains(UInt8(ascii: "\\")), take(UInt8(ascii: ":")) else { return nil }
            if isName(name, "report") {
                return string().flatMap { text in
                    text.contains(UInt8(ascii: "\\")) ? nil : String(decoding: text, as: UTF8.self)
                }
            }
            guard skipValue() else { return nil }
        } while take(UInt8(ascii: ","))
        return nil
    }

    private mutating func predicate() -> String? {
        guard take(UInt8(ascii: "{")) else { return nil }
        var predicate: String?
        repeat {
            guard let name = string(), !name.contains(UInt8(ascii: "\\")), take(UInt8(ascii: ":")) else { return nil }
            if isName(name, "predicate") {
                let start = position
                guard take(UInt8(ascii: "{")), let member = string(), isName(member, "id"), take(UInt8(ascii: ":")),
                    let id = string(), !id.contains(UInt8(ascii: "\\"))
                else { return nil }
                predicate = String(decoding: id, as: UTF8.self)
                position = start
            }
            guard skipValue() else { return nil }
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "}")) ? predicate : nil
    }

    private mutating func ids() -> (fact: FactID, claim: ClaimID)? {
        guard take(UInt8(ascii: "{")) else { return nil }
        var claim: ClaimID?
        while let name = string(), take(UInt8(ascii: ":")) {
            if isName(name, "claim") {
                guard let value = string() else { return nil }
                claim = ClaimID(stored: value)
            } else if isName(name, "fact") {
                guard let fact = string().flatMap(FactID.init(letters:)) else { return nil }
                return claim.map { (fact, $0) }
            } else {
                guard skipValue() else { return nil }
            }
            guard take(UInt8(ascii: ",")) else { return nil }
        }
        return nil
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    /// The bytes between two quotation marks; escapes stay as they are.
    private mutating func string() -> UnsafeBufferPointer<UInt8>? {
        guard take(UInt8(ascii: "\"")), let base = UnsafeRawPointer(bytes.baseAddress) else { return nil }
        let start = position
        while position < bytes.count, let found = memchr(base + position, 0x22, bytes.count - position) {
            let end = UnsafeRawPointer(found) - base
            position = end + 1
            if !isEscaped(end, since: start) { return UnsafeBufferPointer(rebasing: bytes[start..<end]) }
        }
        return nil
    }

    /// Whether an odd number of backslashes stands before a place.
    private func isEscaped(_ place: Int, since start: Int) -> Bool {
        var first = place
        while first > start, bytes[first - 1] == UInt8(ascii: "\\") { first -= 1 }
        return !(place - first).isMultiple(of: 2)
    }

    /// Whether bytes are those of a name.
    private func isName(_ bytes: UnsafeBufferPointer<UInt8>, _ name: StaticString) -> Bool {
        guard let start = bytes.baseAddress, bytes.count == name.utf8CodeUnitCount else { return false }
        return memcmp(start, name.utf8Start, bytes.count) == 0
    }

    /// Passes a value by; `false` when it does not end.
    private mutating func skipValue() -> Bool {
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                guard string() != nil else { return false }
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                position += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard depth > 0 else { return true }
                depth -= 1
                position += 1
            case UInt8(ascii: ",") where depth == 0: return true
            default: position += 1
            }
        }
        return false
    }
}
