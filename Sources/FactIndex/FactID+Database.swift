import Facts
import FoundationEssentials
import GRDB

extension FactID: DatabaseValueConvertible {
    /// The sixteen bytes, in whose order ids stand.
    var databaseValue: DatabaseValue {
        let bytes = withUnsafeBytes(of: number.bigEndian) { Data($0) }
        return bytes.databaseValue
    }

    /// The id of sixteen bytes; `nil` of anything else.
    static func fromDatabaseValue(_ value: DatabaseValue) -> FactID? {
        guard case .blob(let bytes) = value.storage, bytes.count == 16 else { return nil }
        return FactID(number: bytes.reduce(0) { $0 << 8 | UInt128($1) })
    }
}

extension FactID {
    /// The first and the last id that start with some letters; `nil` when no id does.
    static func bounds(startingWith prefix: String) -> ClosedRange<FactID>? {
        let rest = length - prefix.utf8.count
        guard rest >= 0, let first = FactID(prefix + String(repeating: "k", count: rest)),
            let last = FactID(prefix + String(repeating: "z", count: rest))
        else { return nil }
        return first...last
    }
}
