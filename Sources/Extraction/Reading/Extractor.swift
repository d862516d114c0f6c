package import Facts

/// Reads passages of reports and states claims: the English reader, an external command, a language model.
///
/// An extractor quotes; it never decides whether a quotation stands. Whoever calls it looks for the quotations in the stored
/// bytes, refuses claims whose quotation is not there, and works out ids. The same passage must give the same reading as long
/// as the fingerprint is the same; readings are kept by passage and fingerprint.
package protocol Extractor: Sendable {
    /// Name, version and configuration: whatever decides what is read.
    var fingerprint: ExtractorFingerprint { get }

    /// Is told which passages it is about to be asked for, one after the other; what it reads in them must not depend on it.
    func prepare(_ passages: [Passage]) async

    /// The claims that a passage makes, in the order of the text.
    func read(_ passage: Passage) async throws -> PassageReading
}

extension Extractor {
    /// Nothing: each passage is read when it is asked for.
    package func prepare(_ passages: [Passage]) async {}
}
