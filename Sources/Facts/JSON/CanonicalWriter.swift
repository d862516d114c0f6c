/// Writes canonical JSON (RFC 8785) straight into memory, for values whose members come in canonical order.
struct CanonicalWriter: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var count = 0
    private var capacity = 1024

    private init() { start = .allocate(capacity: capacity) }

    deinit { start.deallocate() }

    /// What `write` writes.
    static func bytes(_ write: (inout CanonicalWriter) -> Void) -> [UInt8] {
        withBytes(write) { Array($0) }
    }

    /// Lends what `write` writes.
    static func withBytes<Value>(
        _ write: (inout CanonicalWriter) -> Void, _ body: (UnsafeRawBufferPointer) -> Value
    ) -> Value {
        var writer = CanonicalWriter()
        write(&writer)
        return body(UnsafeRawBufferPointer(start: writer.start, count: writer.count))
    }

    // MARK: bytes

    mutating func append(_ byte: UInt8) {
        makeRoom(for: 1)
        start[count] = byte
        count += 1
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        makeRoom(for: bytes.count)
        (start + count).update(from: source, count: bytes.count)
        count += bytes.count
    }

    @inline(__always) private mutating func makeRoom(for more: Int) {
        if capacity - count < more { grow(by: more) }
    }

    @inline(never) private mutating func grow(by more: Int) {
        let larger = max(2 * capacity, count + more)
        let place = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        place.update(from: start, count: count)
        start.deallocate()
        (start, capacity) = (place, larger)
    }

    private var last: UInt8? { count > 0 ? start[count - 1] : nil }

    // MARK: values

    /// Appends what is ASCII and known beforehand, such as brackets and `"name":`.
    mutating func append(literal: StaticString) {
        append(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    /// Appends a number.
    mutating func append(number: Int) {
        for byte in String(number).utf8 { append(byte) }
    }

    /// Appends an id: its 32 digits in quotation marks.
    mutating func append(id number: UInt128, in digits: SixteenDigits) {
        append(UInt8(ascii: "\""))
        makeRoom(for: 32)
        number.write(UnsafeMutableBufferPointer(start: start + count, count: 32), in: digits)
        count += 32
        append(UInt8(ascii: "\""))
    }

    /// Appends a string in quotation marks, escaped where it must be.
    mutating func append(string text: String) {
        append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { bytes in
            if CanonicalScanner.isPlain(UnsafeRawBufferPointer(bytes)) {
                append(bytes)
            } else {
                for byte in bytes { append(escaped: byte) }
            }
        }
        append(UInt8(ascii: "\""))
    }

    /// Appends any other value.
    mutating func append(_ value: JSONValue) {
        value.canonicalBytes.withUnsafeBufferPointer { append($0) }
    }

    // MARK: members

    /// Appends the name of a member, written `"name":`, after a comma unless it is the object's first.
    mutating func append(member name: StaticString) {
        if last != UInt8(ascii: "{") { append(UInt8(ascii: ",")) }
        append(literal: name)
    }

    /// Appends `"name":` and a string, if there is one.
    mutating func append(member name: StaticString, string text: String?) {
        guard let text else { return }
        append(member: name)
        append(string: text)
    }

    /// Appends `"name":` and an array of strings, if there are any.
    mutating func append(member name: StaticString, strings: [String]) {
        append(member: name, array: strings) { $1.append(string: $0) }
    }

    /// Appends `"name":[…]`, if it has elements.
    mutating func append<Element>(
        member name: StaticString, array: [Element], _ append: (Element, inout CanonicalWriter) -> Void
    ) {
        guard !array.isEmpty else { return }
        self.append(member: name)
        self.append(UInt8(ascii: "["))
        for (index, element) in array.enumerated() {
            if index > 0 { self.append(UInt8(ascii: ",")) }
            append(element, &self)
        }
        self.append(UInt8(ascii: "]"))
    }

    /// Appends `"name":{…}`, the members in UTF-16 order, if there are any.
    mutating func append<Member>(
        member name: StaticString, object: [String: Member], _ append: (Member, inout CanonicalWriter) -> Void
    ) {
        guard !object.isEmpty else { return }
        self.append(member: name)
        self.append(UInt8(ascii: "{"))
        func add(_ key: String, _ value: Member) {
            if last != UInt8(ascii: "{") { self.append(UInt8(ascii: ",")) }
            self.append(string: key)
            self.append(UInt8(ascii: ":"))
            append(value, &self)
        }
        if object.count == 1, let (key, value) = object.first {
            add(key, value)
        } else {
            for (key, value) in object.sorted(by: { Self.precedes($0.key, $1.key) }) { add(key, value) }
        }
        self.append(UInt8(ascii: "}"))
    }

    /// The order of UTF-16, in which canonical JSON has its members.
    private static func precedes(_ a: String, _ b: String) -> Bool {
        // Where as many units are needed in UTF-8, all is ASCII, whose order is the same.
        if a.utf8.count == a.utf16.count, b.utf8.count == b.utf16.count { return a < b }
        return a.utf16.lexicographicallyPrecedes(b.utf16)
    }

    private mutating func append(escaped byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): append(literal: "\\\"")
        case UInt8(ascii: "\\"): append(literal: "\\\\")
        case 0x08: append(literal: "\\b")
        case 0x09: append(literal: "\\t")
        case 0x0A: append(literal: "\\n")
        case 0x0C: append(literal: "\\f")
        case 0x0D: append(literal: "\\r")
        case 0..<0x20:
            append(literal: byte < 0x10 ? "\\u000" : "\\u00")
            for digit in String(byte, radix: 16).utf8 { append(digit) }
        default: append(byte)
        }
    }
}
