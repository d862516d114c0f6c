/// An object as it is stored: its kind and its bytes, without git's header.
package struct GitObject: Hashable, Sendable {
    /// The kind of object.
    package let kind: ObjectKind
    /// The inflated bytes.
    package let bytes: [UInt8]
}

extension GitObject: CustomStringConvertible {
    /// Kind and size, not the bytes.
    package var description: String { "\(kind.word) of \(bytes.count) bytes" }
}
