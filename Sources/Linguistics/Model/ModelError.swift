/// Why some bytes are not a pipeline that can be used.
package struct ModelError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The part of the model that is wrong.
    package let section: String
    /// What is wrong with it.
    package let reason: String

    init(_ section: String, _ reason: String) { (self.section, self.reason) = (section, reason) }

    package var description: String { "\(section): \(reason)" }
}
