/// Why bytes are not a JSON text, and where.
package struct JSONError: Error, Hashable, Sendable {
    /// What is wrong, as a phrase that follows a place: "unexpected end of text".
    package let reason: String
    /// Bytes from the start of the text to the place, from 0.
    package let offset: Int
    /// The column of the place in its line, in Unicode scalars, from 1.
    package let column: Int
}
