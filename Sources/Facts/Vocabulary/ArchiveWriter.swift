/// Appends values to bytes.
struct ArchiveWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ number: Int) {
        var rest = UInt(bitPattern: number)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func write(_ text: String) {
        write(text.utf8.count)
        bytes += text.utf8
    }

    mutating func write(_ flag: Bool) { write(flag ? 1 : 0) }

    mutating func write<Value>(_ value: Value?, _ write: (Value, inout ArchiveWriter) -> Void) {
        self.write(value != nil)
        if let value { write(value, &self) }
    }

    mutating func write<Values: Collection>(
        _ values: Values, _ write: (Values.Element, inout ArchiveWriter) -> Void
    ) {
        self.write(values.count)
        for value in values { write(value, &self) }
    }

    mutating func write(_ texts: [String]) { write(texts) { $1.write($0) } }

    mutating func write(_ text: String?) { write(text) { $1.write($0) } }

    mutating func write(_ texts: [String: String]) {
        write(texts.sorted { $0.key < $1.key }) { pair, writer in
            writer.write(pair.key)
            writer.write(pair.value)
        }
    }
}
